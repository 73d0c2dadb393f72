/** The factor ledger (要素): accounts, supply, reservation, commitment, release; never overspent. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Factors",
    allowedDependencies = {"store", "zone", "identity", "web", "documents", "units"})
@NullMarked
package org.mujian.factors;

import org.jspecify.annotations.NullMarked;

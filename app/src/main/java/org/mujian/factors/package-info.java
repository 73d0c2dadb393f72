/** Factors (要素): accounts, supply, reservation, commitment, release. Nothing stands here yet. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Factors",
    allowedDependencies = {"store", "zone", "identity", "web"})
@NullMarked
package org.mujian.factors;

import org.jspecify.annotations.NullMarked;

/**
 * The zones (tenants) of a province, their divisions, projection, boundary, plan year and targets.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Zone",
    allowedDependencies = {"store", "units"})
@NullMarked
package org.mujian.zone;

import org.jspecify.annotations.NullMarked;

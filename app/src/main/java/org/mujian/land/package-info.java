/** Land (西部拓展): blocks, parcels, the three tracks, carrying capacity. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Land",
    allowedDependencies = {
      "reports",
      "web",
      "zone",
      "store",
      "identity",
      "facts",
      "factors",
      "documents",
      "jobs",
      "units"
    })
@NullMarked
package org.mujian.land;

import org.jspecify.annotations.NullMarked;

/** Clusters (产业集群): members, figures, concentration. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Clusters",
    allowedDependencies = {
      "web",
      "zone",
      "store",
      "identity",
      "units",
      "documents",
      "facts",
      "enterprises",
      "promotion",
      "projects",
      "reports"
    })
@NullMarked
package org.mujian.clusters;

import org.jspecify.annotations.NullMarked;

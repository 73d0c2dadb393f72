/** Governance (体制机制): departments, performance, appraisal. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Governance",
    allowedDependencies = {
      "web",
      "zone",
      "store",
      "identity",
      "facts",
      "land",
      "projects",
      "promotion",
      "clusters",
      "services"
    })
@NullMarked
package org.mujian.governance;

import org.jspecify.annotations.NullMarked;

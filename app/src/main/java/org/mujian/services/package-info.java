/** Services (服务环境): matters, cases, clocks, visits. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Services",
    allowedDependencies = {
      "units",
      "clock",
      "web",
      "zone",
      "store",
      "identity",
      "documents",
      "enterprises",
      "projects",
      "reports"
    })
@NullMarked
package org.mujian.services;

import org.jspecify.annotations.NullMarked;

/** Promotion (招商引资): chain atlas, targets, leads. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Promotion",
    allowedDependencies = {
      "chain",
      "reports",
      "units",
      "web",
      "zone",
      "store",
      "identity",
      "jobs",
      "documents",
      "facts",
      "enterprises",
      "projects",
      "land"
    })
@NullMarked
package org.mujian.promotion;

import org.jspecify.annotations.NullMarked;

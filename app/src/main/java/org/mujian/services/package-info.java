/** Services (服务环境): matters, cases, clocks, visits. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Services",
    allowedDependencies = {"web", "zone", "store", "identity", "facts", "enterprises", "projects"})
@NullMarked
package org.mujian.services;

import org.jspecify.annotations.NullMarked;

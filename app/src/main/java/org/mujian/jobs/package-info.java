/** Long work: queue, progress, stop, result. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Jobs",
    allowedDependencies = {"store", "zone", "identity", "web"})
@NullMarked
package org.mujian.jobs;

import org.jspecify.annotations.NullMarked;

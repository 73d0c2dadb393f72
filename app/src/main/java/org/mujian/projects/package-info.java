/** Projects (重点项目): four batches, the dispatch table, one plan per enterprise. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Projects",
    allowedDependencies = {"web", "zone", "store", "identity", "facts", "land"})
@NullMarked
package org.mujian.projects;

import org.jspecify.annotations.NullMarked;

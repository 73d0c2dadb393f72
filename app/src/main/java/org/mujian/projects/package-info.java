/**
 * Projects (重点项目): stages by evidence, four batches, the dispatch table, the weekly meeting.
 *
 * <p>The face is {@link org.mujian.projects.Projects} and the events beside it; the rules are plain
 * code in {@code course}, the returned table in {@code dispatch}, what becomes a question for the
 * allocation engine in {@code plan}.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Projects",
    allowedDependencies = {
      "reports",
      "units",
      "web",
      "zone",
      "store",
      "identity",
      "facts",
      "factors",
      "land",
      "documents",
      "jobs",
      "allocation"
    })
@NullMarked
package org.mujian.projects;

import org.jspecify.annotations.NullMarked;

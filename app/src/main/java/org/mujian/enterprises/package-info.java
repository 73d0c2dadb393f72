/** The registry of enterprises, its search, and one page per enterprise (一企一档). */
@org.springframework.modulith.ApplicationModule(
    displayName = "Enterprises",
    allowedDependencies = {"store", "zone", "identity", "web", "jobs", "documents", "facts"})
@NullMarked
package org.mujian.enterprises;

import org.jspecify.annotations.NullMarked;

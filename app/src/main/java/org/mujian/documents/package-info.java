/** Files in and out: staged import and export of any list. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Documents",
    allowedDependencies = {"store", "zone", "identity", "web", "jobs"})
@NullMarked
package org.mujian.documents;

import org.jspecify.annotations.NullMarked;

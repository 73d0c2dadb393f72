/**
 * Before and beside the program: options, the checks of a start, the lock on the data folder, and
 * how commands find the database. It needs no Spring, so that commands start quickly.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Launch",
    allowedDependencies = {"store"})
@NullMarked
package org.mujian.launch;

import org.jspecify.annotations.NullMarked;

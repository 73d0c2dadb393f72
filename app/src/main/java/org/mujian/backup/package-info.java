/**
 * All data in one portable file, and back again. It needs no Spring: it works on a database with
 * the program beside it or without.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Backup",
    allowedDependencies = {"store"})
@NullMarked
package org.mujian.backup;

import org.jspecify.annotations.NullMarked;

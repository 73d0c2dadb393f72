/**
 * What every page shares: the shell, languages, templates, and the interfaces by which rooms
 * contribute ({@link org.mujian.web.Panel}s of the wall map, search).
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Web",
    allowedDependencies = {"store", "zone", "identity", "units"})
@NullMarked
package org.mujian.web;

import org.jspecify.annotations.NullMarked;

/** Dated facts: subject, measure, value, period, known-at, source; a change never overwrites. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Facts",
    allowedDependencies = {"store", "zone", "identity", "web"})
@NullMarked
package org.mujian.facts;

import org.jspecify.annotations.NullMarked;

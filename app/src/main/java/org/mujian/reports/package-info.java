/**
 * What is written from the rooms' rows: the weekly report, in Word, PDF and on the page. Rooms
 * write their chapters; every number carries its reference.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Reports",
    allowedDependencies = {"store", "zone", "identity", "web", "jobs", "documents"})
@NullMarked
package org.mujian.reports;

import org.jspecify.annotations.NullMarked;

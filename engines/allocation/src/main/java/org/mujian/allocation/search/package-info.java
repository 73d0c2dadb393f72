/**
 * How searches run: rounds of counted ticks, so that a run can be repeated by its work and not by
 * its time, on any number of threads.
 */
@NullMarked
package org.mujian.allocation.search;

import org.jspecify.annotations.NullMarked;

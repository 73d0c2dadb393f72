/** Visits (走访) and the requests (诉求) of enterprises: heard, taken on by a day, answered. */
@NullMarked
package org.mujian.services.visit;

import org.jspecify.annotations.NullMarked;

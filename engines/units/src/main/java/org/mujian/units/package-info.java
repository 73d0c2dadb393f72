/**
 * Units as types: {@link org.mujian.units.Area}, {@link org.mujian.units.Money}, {@link
 * org.mujian.units.Period}.
 *
 * <p>Values are exact decimals; rounding happens once, on display. The package refuses negative
 * areas and anything that is not a calendar period. It depends on nothing but JSpecify's
 * annotations.
 */
@NullMarked
package org.mujian.units;

import org.jspecify.annotations.NullMarked;

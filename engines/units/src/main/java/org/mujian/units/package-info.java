/**
 * Units as types.
 *
 * <ul>
 *   <li>{@link org.mujian.units.Area}: land, in m², exact for four decimals of mu there and back.
 *   <li>{@link org.mujian.units.Money}: yuan and fen.
 *   <li>{@link org.mujian.units.Period}: a day, month, January-to-month, quarter or year.
 *   <li>{@link org.mujian.units.WorkingDays}: a count of working days, which is not a count of
 *       days.
 * </ul>
 *
 * <p>Values are exact decimals; rounding happens once, on display. The package refuses negative
 * areas, negative counts of days, and anything that is not a calendar period. All types are
 * immutable and safe for any thread. It depends on nothing but JSpecify's annotations.
 */
@NullMarked
package org.mujian.units;

import org.jspecify.annotations.NullMarked;

/**
 * Working calendars and statutory clocks: from what happened to a case, by when it is due.
 *
 * <p>Goal: the deadline, the days used and the days left, from events alone, so that a corrected
 * event or a newly published calendar corrects every answer. Nothing is stored.
 *
 * <ul>
 *   <li>{@link org.mujian.clock.Span}: so many calendar days (日) or so many working days (工作日). The
 *       two are different types and never add.
 *   <li>{@link org.mujian.clock.WorkingCalendar}: which dates are working days, by the State
 *       Council's yearly notice passed in as data: holidays, and weekends that are worked (调休). A
 *       year without notice counts weekends only; what depends on it is provisional (暂定).
 *   <li>{@link org.mujian.clock.StatutoryClock}: events in, {@link org.mujian.clock.Reading} out.
 * </ul>
 *
 * <p>How days are counted: the day on which a clock starts or resumes does not count, the day on
 * which it is paused or finished does. A deadline in calendar days that falls on a holiday stays
 * where it is: moving it needs a rule of law of that matter, which is not assumed.
 *
 * <p>Refused, with the reason: events out of order, spans of both kinds in one clock, a limit of no
 * day, a date that is a holiday and a working day. All types are immutable and safe for any thread;
 * a reading costs a few binary searches, however long the clock ran.
 */
@NullMarked
package org.mujian.clock;

import org.jspecify.annotations.NullMarked;

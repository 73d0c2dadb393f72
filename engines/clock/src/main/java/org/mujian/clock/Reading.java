package org.mujian.clock;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clock shows on a day. All spans are of the limit's kind.
 *
 * @param limit with all extensions
 * @param elapsed days used, pauses left out
 * @param remaining days left; none once they are used up
 * @param late days used beyond the limit
 * @param deadline the last day in time; null while a pause hides it
 * @param overdue the deadline has passed, or had when the clock was finished
 * @param provisional the answer leans on a year whose holidays are not published
 */
public record Reading(
    State state,
    Span limit,
    LocalDate startedOn,
    @Nullable LocalDate finishedOn,
    Span elapsed,
    Span remaining,
    Span late,
    @Nullable LocalDate deadline,
    boolean overdue,
    boolean provisional,
    List<Pause> pauses) {

  public enum State {
    RUNNING,
    PAUSED,
    FINISHED
  }

  /**
   * Days that did not count: those after {@code from} up to and with {@code to}.
   *
   * @param to null while it lasts
   * @param length up to the day of the reading
   */
  public record Pause(LocalDate from, @Nullable LocalDate to, Span length) {}
}

package org.mujian.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent.Kind;
import org.mujian.clock.OutOfOrder.Reason;

/**
 * A limit in days that runs from a start, stands still in pauses, and ends.
 *
 * @param limit at least one day
 */
public record StatutoryClock(Span limit, WorkingCalendar calendar) {

  public StatutoryClock {
    if (limit.isZero()) {
      throw new IllegalArgumentException("A limit has at least one day");
    }
  }

  /**
   * What the clock shows at the end of a day. Events of later days are left out.
   *
   * @param events in the order in which they happened
   * @return empty when it has not started by then
   * @throws OutOfOrder for the first event that cannot happen where it stands
   * @throws IllegalArgumentException when an extension counts the other kind of days
   */
  public Optional<Reading> read(List<ClockEvent> events, LocalDate day) {
    check(events);
    List<ClockEvent> happened = events.stream().filter(e -> !e.on().isAfter(day)).toList();
    return happened.isEmpty() ? Optional.empty() : Optional.of(reading(happened, day));
  }

  /**
   * @throws OutOfOrder for the first event that cannot happen where it stands
   */
  public static void check(List<ClockEvent> events) {
    ClockEvent last = null;
    boolean paused = false;
    for (ClockEvent event : events) {
      Reason reason = refusal(event, last, paused);
      if (reason != null) {
        throw new OutOfOrder(reason, event, last);
      }
      paused = event.kind() == Kind.PAUSE || paused && event.kind() == Kind.EXTEND;
      last = event;
    }
  }

  private static @Nullable Reason refusal(
      ClockEvent event, @Nullable ClockEvent last, boolean paused) {
    if (last == null) {
      return event.kind() == Kind.START ? null : Reason.NOT_STARTED;
    }
    if (last.kind() == Kind.FINISH) {
      return Reason.FINISHED_ALREADY;
    }
    Reason reason =
        switch (event.kind()) {
          case START -> Reason.STARTED_ALREADY;
          case PAUSE -> paused ? Reason.PAUSED_ALREADY : null;
          case RESUME -> paused ? null : Reason.NOT_PAUSED;
          case EXTEND, FINISH -> null;
        };
    return reason == null && event.on().isBefore(last.on()) ? Reason.BEFORE_THE_LAST : reason;
  }

  private Reading reading(List<ClockEvent> events, LocalDate day) {
    Course course = new Course(limit, events);
    LocalDate end = course.finishedOn == null ? day : course.finishedOn;
    LocalDate started = events.getFirst().on();
    int total = course.limit.count();
    int used = course.runs.stream().mapToInt(run -> count(run, end)).sum();
    LocalDate deadline = deadline(course, total);
    return new Reading(
        course.state(),
        course.limit,
        started,
        course.finishedOn,
        limit.of(used),
        limit.of(Math.max(0, total - used)),
        limit.of(Math.max(0, used - total)),
        deadline,
        deadline != null && end.isAfter(deadline),
        limit.isWorking() && !calendar.isPublished(started, later(deadline, end)),
        course.pauses.stream()
            .map(p -> new Reading.Pause(p.from(), p.to(), limit.of(count(p, end))))
            .toList());
  }

  /** The day on which the last day of the limit is used; null while a pause hides it. */
  private @Nullable LocalDate deadline(Course course, int total) {
    int left = total;
    for (Course.Stretch run : course.runs) {
      boolean open = course.goesOn && run.equals(course.runs.getLast());
      int counted = open ? left : count(run, Objects.requireNonNull(run.to()));
      if (left <= counted) {
        return limit.isWorking() ? calendar.after(run.from(), left) : run.from().plusDays(left);
      }
      left -= counted;
    }
    return null;
  }

  private int count(Course.Stretch stretch, LocalDate end) {
    LocalDate to = stretch.to() == null ? end : stretch.to();
    return limit.isWorking()
        ? calendar.count(stretch.from(), to)
        : (int) Math.max(0, to.toEpochDay() - stretch.from().toEpochDay());
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}

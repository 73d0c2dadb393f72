package org.mujian.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events, already checked, as stretches in which days counted and stretches in which not. */
final class Course {

  /** The days after {@code from} up to and with {@code to}. */
  record Stretch(LocalDate from, @Nullable LocalDate to) {}

  final List<Stretch> runs = new ArrayList<>();
  final List<Stretch> pauses = new ArrayList<>();
  Span limit;
  @Nullable LocalDate finishedOn;

  /** Whether the last run would have gone on: it is open, or the finish ended it. */
  boolean goesOn;

  private @Nullable LocalDate since;
  private boolean paused;

  Course(Span limit, List<ClockEvent> events) {
    this.limit = limit;
    events.forEach(this::take);
    if (since != null) {
      end(null);
    }
  }

  private void take(ClockEvent event) {
    switch (event.kind()) {
      case START -> since = event.on();
      case EXTEND -> limit = limit.plus(Objects.requireNonNull(event.more()));
      case PAUSE, RESUME -> {
        end(event.on());
        paused = event.kind() == ClockEvent.Kind.PAUSE;
        since = event.on();
      }
      case FINISH -> {
        end(event.on());
        finishedOn = event.on();
        since = null;
      }
    }
    goesOn = event.kind() != ClockEvent.Kind.PAUSE && !paused;
  }

  private void end(@Nullable LocalDate to) {
    (paused ? pauses : runs).add(new Stretch(Objects.requireNonNull(since), to));
  }

  Reading.State state() {
    return finishedOn != null
        ? Reading.State.FINISHED
        : paused ? Reading.State.PAUSED : Reading.State.RUNNING;
  }
}

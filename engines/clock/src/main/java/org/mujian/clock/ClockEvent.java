package org.mujian.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that moves a clock.
 *
 * @param more the days added, for {@link Kind#EXTEND} alone
 */
public record ClockEvent(Kind kind, LocalDate on, @Nullable Span more) {

  public enum Kind {
    /** 受理: the authority took the case in. */
    START,
    /** 停表: days that the law does not count begin (材料补正, 专家评审, 听证…). */
    PAUSE,
    RESUME,
    /** 延长: the authority's head gave more days, as the law allows. */
    EXTEND,
    /** 办结. */
    FINISH
  }

  public ClockEvent {
    if ((kind == Kind.EXTEND) != (more != null)) {
      throw new IllegalArgumentException("An extension, and nothing else, says how many days");
    }
    if (more != null && more.isZero()) {
      throw new IllegalArgumentException("An extension adds at least one day");
    }
  }

  public static ClockEvent of(Kind kind, LocalDate on) {
    return new ClockEvent(kind, on, null);
  }

  public static ClockEvent extend(LocalDate on, Span more) {
    return new ClockEvent(Kind.EXTEND, on, more);
  }
}

package org.mujian.services.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.Span;

/**
 * Something that moved a case's clock, as recorded.
 *
 * @param more for an extension
 * @param words why, or by which paper
 * @param withdrawn why it was a slip; null while it stands
 */
public record CaseEvent(
    long caseId,
    long id,
    ClockEvent.Kind kind,
    LocalDate on,
    @Nullable Span more,
    String words,
    Instant at,
    String who,
    @Nullable String withdrawn) {

  public boolean stands() {
    return withdrawn == null;
  }

  ClockEvent onClock() {
    return new ClockEvent(kind, on, more);
  }

  /** As the database, the API and message keys write it. */
  public static String code(ClockEvent.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ServiceRefused naming the code when there is no such event
   */
  public static ClockEvent.Kind kind(String code) {
    for (ClockEvent.Kind kind : ClockEvent.Kind.values()) {
      if (code(kind).equals(code)) {
        return kind;
      }
    }
    throw new ServiceRefused("没有“" + code + "”这种时钟事件，应是 start、pause、resume、extend、finish 之一");
  }
}

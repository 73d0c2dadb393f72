package org.mujian.clock;

import org.jspecify.annotations.Nullable;

/** An event that cannot happen where it stands. */
public final class OutOfOrder extends RuntimeException {

  /** Why it cannot. */
  public enum Reason {
    NOT_STARTED,
    STARTED_ALREADY,
    PAUSED_ALREADY,
    NOT_PAUSED,
    FINISHED_ALREADY,
    /** It bears an earlier date than the event before it. */
    BEFORE_THE_LAST
  }

  private final Reason reason;
  private final transient ClockEvent event;
  private final transient @Nullable ClockEvent last;

  OutOfOrder(Reason reason, ClockEvent event, @Nullable ClockEvent last) {
    super(
        "%s on %s: %s%s"
            .formatted(
                event.kind(),
                event.on(),
                reason,
                last == null ? "" : ", after " + last.kind() + " on " + last.on()));
    this.reason = reason;
    this.event = event;
    this.last = last;
  }

  public Reason reason() {
    return reason;
  }

  /** The one that is refused. */
  public ClockEvent event() {
    return event;
  }

  /** The one before it; null when it is the first. */
  public @Nullable ClockEvent last() {
    return last;
  }
}

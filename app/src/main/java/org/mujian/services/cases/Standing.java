package org.mujian.services.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.OutOfOrder;
import org.mujian.clock.Reading;
import org.mujian.clock.Span;
import org.mujian.clock.StatutoryClock;
import org.mujian.clock.WorkingCalendar;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.MatterTime;
import org.mujian.web.Light;

/**
 * How a case stands on a day, derived from its events, the law in force when it was accepted, and
 * the calendar. Nothing of it is stored.
 *
 * @param matter as law and promise had it on the day of acceptance
 * @param events all of them, slips too
 * @param statutory the clock of law; null before acceptance, and where law sets no limit
 * @param promised the clock of what was promised; null likewise
 */
public record Standing(
    Case file,
    Matter matter,
    List<CaseEvent> events,
    List<Material> materials,
    @Nullable Reading statutory,
    @Nullable Reading promised,
    LocalDate today) {

  /** One warns when a fifth of the limit is left, at least a day. */
  private static final int WARNED_PART = 5;

  static Standing of(
      Case file,
      Matter matter,
      List<CaseEvent> events,
      List<Material> materials,
      WorkingCalendar calendar,
      LocalDate today) {
    List<ClockEvent> happened = onClock(events);
    MatterTime limit = matter.limit();
    Span promise = matter.promise() == null ? null : matter.promise().span();
    // A promise is not lengthened by what law lets the authority add.
    List<ClockEvent> unextended =
        happened.stream().filter(e -> e.kind() != ClockEvent.Kind.EXTEND).toList();
    return new Standing(
        file,
        matter,
        events,
        materials,
        read(limit == null ? null : limit.span(), calendar, happened, today),
        read(promise, calendar, unextended, today),
        today);
  }

  static List<ClockEvent> onClock(List<CaseEvent> events) {
    return events.stream().filter(CaseEvent::stands).map(CaseEvent::onClock).toList();
  }

  private static @Nullable Reading read(
      @Nullable Span limit, WorkingCalendar calendar, List<ClockEvent> events, LocalDate today) {
    try {
      return limit == null
          ? null
          : new StatutoryClock(limit, calendar).read(events, today).orElse(null);
    } catch (OutOfOrder e) {
      throw new IllegalStateException("Events that the store let in are out of order", e);
    }
  }

  /** The day on which the authority took it in, or null. */
  public @Nullable LocalDate acceptedOn() {
    return events.stream()
        .filter(e -> e.stands() && e.kind() == ClockEvent.Kind.START)
        .map(CaseEvent::on)
        .findFirst()
        .orElse(null);
  }

  public boolean isPaused() {
    List<ClockEvent> happened =
        onClock(events).stream().filter(e -> e.kind() != ClockEvent.Kind.EXTEND).toList();
    return !happened.isEmpty() && happened.getLast().kind() == ClockEvent.Kind.PAUSE;
  }

  /** Papers that are past their day, while the case is open. */
  public List<Material> overdueMaterials() {
    return file.isOpen()
        ? materials.stream().filter(material -> material.isOverdue(today)).toList()
        : List.of();
  }

  /** The clock that binds: the law's, or the promise where law sets no limit. */
  public @Nullable Reading binding() {
    return statutory == null ? promised : statutory;
  }

  /** The next day that matters: of the promise or of the law, the earlier one still ahead. */
  public @Nullable LocalDate due() {
    if (!file.isOpen()) {
      return null;
    }
    List<LocalDate> days =
        Stream.of(promised, statutory)
            .filter(Objects::nonNull)
            .map(Reading::deadline)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return days.stream()
        .filter(day -> !day.isBefore(today))
        .findFirst()
        .orElse(days.isEmpty() ? null : days.getLast());
  }

  /** ■ past what binds; ▲ near it, past the promise, or a paper is overdue; else ●. */
  public Light.State state() {
    Reading binding = binding();
    if (binding != null && binding.overdue()) {
      return Light.State.BAD;
    }
    boolean warned =
        file.isOpen()
            && (isNear(binding)
                || isNear(promised)
                || promised != null && promised.overdue()
                || !overdueMaterials().isEmpty());
    return warned ? Light.State.WARN : Light.State.OK;
  }

  static boolean isNear(@Nullable Reading reading) {
    return reading != null
        && reading.state() == Reading.State.RUNNING
        && reading.remaining().count()
            <= Math.max(1, Math.ceilDiv(reading.limit().count(), WARNED_PART));
  }
}

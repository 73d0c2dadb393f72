package org.mujian.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Reading;
import org.mujian.clock.Span;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseEvent;
import org.mujian.services.cases.Material;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.MatterTime;
import org.mujian.services.matter.Spans;

/** What the API of this room answers. */
final class CaseAnswers {

  private CaseAnswers() {}

  /**
   * @param unit {@code day} (日) or {@code working-day} (工作日): two kinds, never added
   */
  record Days(int count, String unit) {}

  record TimeOfLaw(
      String kind,
      String step,
      @Nullable Days days,
      String source,
      LocalDate validFrom,
      boolean checked) {}

  record MatterOut(
      String code,
      String service,
      String name,
      String authority,
      String basis,
      List<String> materials,
      List<TimeOfLaw> times,
      @Nullable Days promised) {}

  record LightOut(String state, String reason) {}

  record CaseInList(Case file, @Nullable LocalDate due, LightOut light) {}

  record EventOut(
      String kind,
      LocalDate on,
      @Nullable Days more,
      String words,
      String who,
      @Nullable String withdrawn) {}

  record CaseInFull(
      Case file,
      @Nullable LocalDate due,
      LightOut light,
      List<Material> materials,
      List<EventOut> events) {}

  record PauseOut(LocalDate from, @Nullable LocalDate to, Days length) {}

  /**
   * @param deadline null while a pause hides it
   * @param provisional it leans on a year whose holidays are not published (暂定)
   */
  record ReadingOut(
      String state,
      Days limit,
      Days elapsed,
      Days remaining,
      Days late,
      @Nullable LocalDate deadline,
      boolean overdue,
      boolean provisional,
      List<PauseOut> pauses) {}

  /** Null where law sets no limit, nothing is promised, or the case was not accepted yet. */
  record ClockOut(
      String number,
      LocalDate asOf,
      @Nullable LocalDate acceptedOn,
      @Nullable ReadingOut statutory,
      @Nullable ReadingOut promised) {}

  static MatterOut matter(Matter matter) {
    Span promised = matter.promise() == null ? null : matter.promise().span();
    return new MatterOut(
        matter.code(),
        matter.service(),
        matter.name(),
        matter.bureau(),
        matter.basis(),
        matter.materials(),
        matter.times().stream().map(CaseAnswers::time).toList(),
        promised == null ? null : days(promised));
  }

  static TimeOfLaw time(MatterTime time) {
    Span span = time.span();
    return new TimeOfLaw(
        time.kind(),
        time.step(),
        span == null ? null : days(span),
        time.source(),
        time.validFrom(),
        time.checked());
  }

  static Days days(Span span) {
    return new Days(span.count(), Spans.unit(span));
  }

  static EventOut event(CaseEvent event) {
    Span more = event.more();
    return new EventOut(
        CaseEvent.code(event.kind()),
        event.on(),
        more == null ? null : days(more),
        event.words(),
        event.who(),
        event.withdrawn());
  }

  static @Nullable ReadingOut reading(@Nullable Reading reading) {
    return reading == null
        ? null
        : new ReadingOut(
            reading.state().name().toLowerCase(java.util.Locale.ROOT),
            days(reading.limit()),
            days(reading.elapsed()),
            days(reading.remaining()),
            days(reading.late()),
            reading.deadline(),
            reading.overdue(),
            reading.provisional(),
            reading.pauses().stream()
                .map(p -> new PauseOut(p.from(), p.to(), days(p.length())))
                .toList());
  }
}

package org.mujian.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Reading;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Calendars;
import org.mujian.services.matter.MatterTime;
import org.mujian.services.matter.Promise;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/** Clocks explained: from which day, what did not count, by which calendar, until when. */
@Component
class ClockWords {

  private final Texts texts;
  private final CaseWords words;
  private final Calendars calendars;

  ClockWords(Texts texts, CaseWords words, Calendars calendars) {
    this.texts = texts;
    this.words = words;
    this.calendars = calendars;
  }

  /** The clock of law, then that of the promise; what has no clock is left out. */
  List<Shown.ClockView> views(Language language, Standing standing) {
    List<Shown.ClockView> views = new ArrayList<>();
    MatterTime limit = standing.matter().limit();
    Reading statutory = standing.statutory();
    if (statutory != null && limit != null) {
      views.add(
          view(
              language,
              "services.clock.statutory",
              statutory,
              Light.State.BAD,
              limit.source(),
              !limit.checked()));
    }
    Promise promise = standing.matter().promise();
    Reading promised = standing.promised();
    if (promised != null && promise != null) {
      // A broken promise is no breach of law where law sets a limit of its own.
      Light.State broken = statutory == null ? Light.State.BAD : Light.State.WARN;
      views.add(
          view(language, "services.clock.promised", promised, broken, promise.source(), false));
    }
    return views;
  }

  private Shown.ClockView view(
      Language language,
      String title,
      Reading reading,
      Light.State whenOverdue,
      String source,
      boolean doubtful) {
    LocalDate deadline = reading.deadline();
    return new Shown.ClockView(
        texts.get(language, title),
        new Light(
            reading.overdue() ? whenOverdue : near(reading) ? Light.State.WARN : Light.State.OK,
            texts.get(
                language,
                "services.state." + reading.state().name().toLowerCase(java.util.Locale.ROOT))),
        words.span(language, reading.limit()),
        source,
        doubtful,
        words.span(language, reading.elapsed()),
        reading.overdue() && !reading.late().isZero()
            ? texts.get(language, "services.clock.late", words.span(language, reading.late()))
            : words.span(language, reading.remaining()),
        deadline == null ? "" : deadline.toString(),
        days(language, reading),
        reading.limit().isWorking() ? calendar(language, reading) : List.of(),
        reading.provisional());
  }

  private static boolean near(Reading reading) {
    return reading.state() == Reading.State.RUNNING
        && reading.remaining().count() * 5 <= reading.limit().count();
  }

  private List<String> days(Language language, Reading reading) {
    List<String> days = new ArrayList<>();
    days.add(texts.get(language, "services.clock.from", reading.startedOn().toString()));
    for (Reading.Pause pause : reading.pauses()) {
      LocalDate to = pause.to();
      days.add(
          texts.get(
              language,
              to == null ? "services.clock.pausing" : "services.clock.paused",
              pause.from().toString(),
              to == null ? "" : to.toString(),
              words.span(language, pause.length())));
    }
    if (reading.finishedOn() != null) {
      days.add(
          texts.get(language, "services.clock.finished", String.valueOf(reading.finishedOn())));
    }
    return days;
  }

  /** The notices of the years that the clock runs through. */
  private List<String> calendar(Language language, Reading reading) {
    Map<String, Calendars.Notice> known = new LinkedHashMap<>();
    calendars.listNotices().forEach(notice -> known.put(notice.year(), notice));
    @Nullable LocalDate deadline = reading.deadline();
    int last = deadline == null ? reading.startedOn().getYear() : deadline.getYear();
    List<String> lines = new ArrayList<>();
    for (int year = reading.startedOn().getYear(); year <= last; year++) {
      Calendars.Notice notice = known.get(String.valueOf(year));
      lines.add(
          notice == null
              ? texts.get(language, "services.clock.unpublished", String.valueOf(year))
              : notice.title());
    }
    return lines;
  }
}

package org.mujian.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mujian.clock.ClockEvent;
import org.mujian.services.cases.CaseDesk;
import org.mujian.services.cases.CaseEvent;
import org.mujian.services.cases.CaseNote;
import org.mujian.services.cases.Standing;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** All that happened to a case: what moved its clock, and its log. */
@Component
class Timeline {

  private final CaseDesk desk;
  private final CaseWords words;

  Timeline(CaseDesk desk, CaseWords words) {
    this.desk = desk;
    this.words = words;
  }

  private record Dated(LocalDate on, Instant at, Shown.Happening happening) {}

  /** The latest first. */
  List<Shown.Happening> of(Page page, Standing standing) {
    // The log tells the result; the event that finished the clock would tell it again.
    Stream<Dated> moved =
        standing.events().stream()
            .filter(event -> event.kind() != ClockEvent.Kind.FINISH)
            .map(event -> dated(page, event));
    Stream<Dated> noted = desk.listNotes(standing.file()).stream().map(note -> dated(page, note));
    return Stream.concat(moved, noted)
        .sorted(Comparator.comparing(Dated::on).thenComparing(Dated::at).reversed())
        .map(Dated::happening)
        .toList();
  }

  private Dated dated(Page page, CaseEvent event) {
    String said = event.more() == null ? "" : words.span(page.language(), event.more());
    String text =
        said.isEmpty() || event.words().isEmpty()
            ? said + event.words()
            : said + "；" + event.words();
    return new Dated(
        event.on(),
        event.at(),
        new Shown.Happening(
            page.t("services.event." + CaseEvent.code(event.kind())),
            text,
            event.on().toString(),
            event.who(),
            !event.stands(),
            false));
  }

  private static Dated dated(Page page, CaseNote note) {
    return new Dated(
        note.on(),
        note.at(),
        new Shown.Happening(
            page.t("services.log." + note.kind()),
            note.words(),
            note.on().toString(),
            note.who(),
            false,
            !note.shown()));
  }
}

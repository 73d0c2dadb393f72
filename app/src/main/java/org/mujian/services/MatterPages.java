package org.mujian.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mujian.clock.Span;
import org.mujian.services.matter.Calendars;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.MatterTime;
import org.mujian.services.matter.Matters;
import org.mujian.services.matter.Promise;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Matters with what law and the zone say of their time; the working calendar they are counted by.
 */
@Controller
class MatterPages {

  private final Matters matters;
  private final Calendars calendars;
  private final CaseWords words;

  MatterPages(Matters matters, Calendars calendars, CaseWords words) {
    this.matters = matters;
    this.calendars = calendars;
    this.words = words;
  }

  @GetMapping("/z/{zone}/services/matters")
  String matters(Page page, Model model) {
    model.addAttribute(
        "lines",
        matters.law(CasePages.zone(page)).listAll(page.today()).stream()
            .map(matter -> line(page, matter))
            .toList());
    return "services/matters";
  }

  private Shown.MatterLine line(Page page, Matter matter) {
    Promise promise = matter.promise();
    Span promised = promise == null ? null : promise.span();
    return new Shown.MatterLine(
        matter,
        CaseWords.name(page.language(), matter),
        promised == null ? "" : words.span(page.language(), promised),
        promise == null ? "" : promise.source(),
        promise != null && promise.sample(),
        matter.times().stream().map(time -> time(page, time)).toList());
  }

  private Shown.TimeLine time(Page page, MatterTime time) {
    Span span = time.span();
    String said = span == null ? "" : words.span(page.language(), span);
    return new Shown.TimeLine(
        page.t("services.time." + time.kind(), said, time.step()),
        time.source(),
        time.validFrom().toString(),
        time.checked());
  }

  @GetMapping("/z/{zone}/services/calendar")
  String calendar(Page page, Model model) {
    List<Calendars.Notice> notices = calendars.listNotices();
    model.addAttribute("years", notices.stream().map(MatterPages::year).toList());
    int year = page.today().getYear();
    model.addAttribute(
        "missing",
        List.of(year, year + 1).stream()
            .map(String::valueOf)
            .filter(one -> notices.stream().noneMatch(notice -> notice.year().equals(one)))
            .toList());
    return "services/calendar";
  }

  /** Runs of days off as from – to; the worked weekends one after another. */
  private static Shown.Year year(Calendars.Notice notice) {
    List<String> off = new ArrayList<>();
    List<String> worked = new ArrayList<>();
    LocalDate first = null;
    Calendars.Named last = null;
    for (Calendars.Named day : notice.days()) {
      if (day.working()) {
        worked.add(monthDay(day.day()));
        continue;
      }
      if (last != null
          && !(last.day().plusDays(1).equals(day.day()) && last.name().equals(day.name()))) {
        off.add(run(last.name(), first, last.day()));
        first = null;
      }
      first = first == null ? day.day() : first;
      last = day;
    }
    if (last != null) {
      off.add(run(last.name(), first, last.day()));
    }
    return new Shown.Year(
        notice.year(), notice.title(), notice.source(), off, String.join("、", worked));
  }

  private static String run(
      String name, @org.jspecify.annotations.Nullable LocalDate first, LocalDate last) {
    LocalDate from = first == null ? last : first;
    return name + " " + monthDay(from) + (from.equals(last) ? "" : " – " + monthDay(last));
  }

  private static String monthDay(LocalDate day) {
    return day.toString().substring(5);
  }
}

package org.mujian.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.services.cases.Said;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.matter.Calendars;
import org.mujian.services.matter.NoticeText;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The working calendar by which days are counted, and the form of a new year. */
@Controller
class CalendarPages {

  private final Calendars calendars;

  CalendarPages(Calendars calendars) {
    this.calendars = calendars;
  }

  @GetMapping("/z/{zone}/services/calendar")
  String calendar(Page page, Model model) {
    fill(page, Typed.NOTHING, null, model);
    return "services/calendar";
  }

  /** Enters or corrects a year, for all zones. */
  @PostMapping("/z/{zone}/services/calendar")
  ModelAndView publish(Page page, @RequestParam Map<String, String> fields, Model model) {
    if (!Rights.mayPublish(page.account())) {
      throw new AccessDeniedException("not an administrator of the province");
    }
    Typed typed = new Typed(fields);
    try {
      String year = typed.get("year").strip();
      calendars.publish(
          year,
          Said.some(typed.get("title"), 100, "请写明通知的名称和文号"),
          Said.some(typed.get("source"), 200, "请写明通知的出处"),
          NoticeText.read(year, typed.get("days")));
      return new ModelAndView("redirect:" + page.in("services/calendar"));
    } catch (ServiceRefused refused) {
      fill(page, typed, refused.getMessage(), model);
      return new ModelAndView("services/calendar", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fill(Page page, Typed typed, @Nullable String problem, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("mayPublish", Rights.mayPublish(page.account()));
    List<Calendars.Notice> notices = calendars.listNotices();
    model.addAttribute("years", notices.stream().map(CalendarPages::year).toList());
    int year = page.today().getYear();
    model.addAttribute(
        "missing",
        List.of(year, year + 1).stream()
            .map(String::valueOf)
            .filter(one -> notices.stream().noneMatch(notice -> notice.year().equals(one)))
            .toList());
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

  private static String run(String name, @Nullable LocalDate first, LocalDate last) {
    LocalDate from = first == null ? last : first;
    return name + " " + monthDay(from) + (from.equals(last) ? "" : " – " + monthDay(last));
  }

  private static String monthDay(LocalDate day) {
    return day.toString().substring(5);
  }
}

package org.mujian.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.ClockEvent;
import org.mujian.services.cases.CaseDesk;
import org.mujian.services.cases.CaseEvent;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Material;
import org.mujian.services.cases.Result;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Spans;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One case: what it is, its clock explained, its papers, and all that happened. */
@Controller
class CaseThingPages {

  private static final String CASE = "/z/{zone}/services/cases/{number:\\d{4}-\\d{4,6}}";

  private final CaseStandings standings;
  private final CaseDesk desk;
  private final CaseWords words;
  private final ClockWords clocks;
  private final Timeline timeline;

  CaseThingPages(
      CaseStandings standings,
      CaseDesk desk,
      CaseWords words,
      ClockWords clocks,
      Timeline timeline) {
    this.standings = standings;
    this.desk = desk;
    this.words = words;
    this.clocks = clocks;
    this.timeline = timeline;
  }

  @GetMapping(CASE)
  String one(Page page, @PathVariable String number, Model model) {
    fill(page, number, Typed.NOTHING, null, model);
    return "services/case";
  }

  @FunctionalInterface
  private interface Work {
    void on(long zone, Typed typed);
  }

  @PostMapping(CASE + "/events")
  ModelAndView move(
      Page page,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page,
        number,
        fields,
        model,
        (zone, typed) ->
            desk.move(zone, number, typed.version(), event(typed), typed.get("words")));
  }

  private ClockEvent event(Typed typed) {
    ClockEvent.Kind kind = CaseEvent.kind(typed.get("kind"));
    LocalDate on = day(typed, "on");
    if (kind != ClockEvent.Kind.EXTEND) {
      return ClockEvent.of(kind, on);
    }
    String unit = typed.get("unit").equals(Spans.DAY) ? Spans.DAY : Spans.WORKING_DAY;
    return ClockEvent.extend(on, Spans.of(typed.days("days"), unit));
  }

  private LocalDate day(Typed typed, String field) {
    LocalDate day = typed.date(field);
    return day == null ? standings.today() : day;
  }

  @PostMapping(CASE + "/take-back")
  ModelAndView takeBack(
      Page page,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page,
        number,
        fields,
        model,
        (zone, typed) -> desk.takeBack(zone, number, typed.get("why")));
  }

  @PostMapping(CASE + "/close")
  ModelAndView close(
      Page page,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page,
        number,
        fields,
        model,
        (zone, typed) ->
            desk.close(
                zone,
                number,
                typed.version(),
                day(typed, "closed"),
                Result.of(typed.get("result")),
                typed.get("said")));
  }

  @PostMapping(CASE + "/outside-number")
  ModelAndView number(
      Page page,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page,
        number,
        fields,
        model,
        (zone, typed) -> desk.number(zone, number, typed.get("outside")));
  }

  @PostMapping(CASE + "/notes")
  ModelAndView note(
      Page page,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page,
        number,
        fields,
        model,
        (zone, typed) ->
            desk.note(zone, number, typed.get("note"), typed.get("shown").equals("1")));
  }

  @PostMapping(CASE + "/materials")
  ModelAndView want(
      Page page,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page, number, fields, model, (zone, typed) -> desk.want(zone, number, typed.get("paper")));
  }

  @PostMapping(CASE + "/materials/{material:\\d{1,18}}")
  ModelAndView put(
      Page page,
      @PathVariable String number,
      @PathVariable long material,
      @RequestParam Map<String, String> fields,
      Model model) {
    return done(
        page,
        number,
        fields,
        model,
        (zone, typed) ->
            desk.put(
                zone,
                number,
                material,
                Material.State.of(typed.get("state")),
                typed.date("day"),
                ""));
  }

  private ModelAndView done(
      Page page, String number, Map<String, String> fields, Model model, Work work) {
    Rights.mustWork(page.account(), CasePages.zone(page));
    Typed typed = new Typed(fields);
    try {
      work.on(CasePages.zone(page), typed);
      return new ModelAndView("redirect:" + page.in("services/cases/" + number));
    } catch (ServiceRefused refused) {
      fill(page, number, typed, refused.getMessage(), model);
      return new ModelAndView("services/case", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fill(Page page, String number, Typed typed, @Nullable String problem, Model model) {
    Standing standing = standings.get(CasePages.zone(page), number);
    boolean open = standing.file().isOpen();
    boolean mayWork = open && Rights.mayWork(page.account(), CasePages.zone(page));
    model.addAttribute("line", words.line(page.language(), standing));
    model.addAttribute("clocks", clocks.views(page.language(), standing));
    model.addAttribute(
        "papers",
        standing.materials().stream()
            .map(paper -> words.paper(page.language(), paper, open, standing.today()))
            .toList());
    model.addAttribute("happenings", timeline.of(page, standing));
    model.addAttribute("kinds", kinds(standing));
    model.addAttribute("results", List.of(Result.values()));
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("mayWork", mayWork);
  }

  /** The events that can stand next. */
  private static List<String> kinds(Standing standing) {
    if (standing.acceptedOn() == null) {
      return List.of("start");
    }
    String next = standing.isPaused() ? "resume" : "pause";
    return standing.matter().extension() == null || standing.statutory() == null
        ? List.of(next)
        : List.of(next, "extend");
  }
}

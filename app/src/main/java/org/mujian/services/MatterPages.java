package org.mujian.services;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Span;
import org.mujian.services.cases.Said;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.MatterTime;
import org.mujian.services.matter.Matters;
import org.mujian.services.matter.Promise;
import org.mujian.services.matter.Spans;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Matters with what law and the zone say of their time, and the form of a promise. */
@Controller
class MatterPages {

  private final Matters matters;
  private final CaseWords words;

  MatterPages(Matters matters, CaseWords words) {
    this.matters = matters;
    this.words = words;
  }

  @GetMapping("/z/{zone}/services/matters")
  String matters(Page page, Model model) {
    fill(page, Typed.NOTHING, null, model);
    return "services/matters";
  }

  /** What an authority of the zone promises from a day on. */
  @PostMapping("/z/{zone}/services/promises")
  ModelAndView promise(Page page, @RequestParam Map<String, String> fields, Model model) {
    long zone = CasePages.zone(page);
    if (!Rights.mayPromise(page.account(), zone)) {
      throw new AccessDeniedException("no officer of services");
    }
    Typed typed = new Typed(fields);
    try {
      promise(zone, page, typed);
      return new ModelAndView("redirect:" + page.in("services/matters"));
    } catch (ServiceRefused refused) {
      fill(page, typed, refused.getMessage(), model);
      return new ModelAndView("services/matters", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void promise(long zone, Page page, Typed typed) {
    LocalDate from = typed.date("from");
    LocalDate day = from == null ? page.today() : from;
    String code = typed.get("matter");
    if (matters.law(zone).find(code, page.today()).isEmpty()) {
      throw new ServiceRefused("没有代码为 " + code + " 的事项");
    }
    String unit = typed.get("unit").equals(Spans.DAY) ? Spans.DAY : Spans.WORKING_DAY;
    Promise promise =
        new Promise(
            Said.some(typed.get("authority"), 60, "请写明主管部门"),
            Spans.of(typed.days("days"), unit),
            Said.some(typed.get("source"), 200, "请写明在哪里公布的"),
            day,
            false);
    if (!matters.promise(zone, code, promise)) {
      throw new ServiceRefused("自 " + day + " 起的承诺已经登记过，请改从另一天起");
    }
  }

  private void fill(Page page, Typed typed, @Nullable String problem, Model model) {
    long zone = CasePages.zone(page);
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("mayPromise", Rights.mayPromise(page.account(), zone));
    model.addAttribute(
        "lines", matters.law(zone).listAll(page.today()).stream().map(m -> line(page, m)).toList());
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
}

package org.mujian.services;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.visit.Visit;
import org.mujian.services.visit.Visits;
import org.mujian.web.ListFilter;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Visits (走访): the list, its export, and the form whose problem becomes a request. */
@Controller
class VisitPages {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("走访日期", 12),
          new Column("企业", 36),
          new Column("走访人员", 24),
          new Column("了解到的情况", 60),
          new Column("登记人", 16));

  private final Visits visits;
  private final FirmChoice firms;
  private final Exports exports;

  VisitPages(Visits visits, FirmChoice firms, Exports exports) {
    this.visits = visits;
    this.firms = firms;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/services/visits")
  String list(
      Page page,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    ListFilter filter = ListFilter.of(asked, "q");
    List<Visit> all = visits.list(CasePages.zone(page), null, words(filter));
    model.addAttribute("visits", ListFilter.page(all, at, CasePages.SIZE));
    model.addAttribute("total", (long) all.size());
    model.addAttribute("at", Math.max(at, 0));
    model.addAttribute("filter", filter);
    model.addAttribute("mayWork", Rights.mayWork(page.account(), CasePages.zone(page)));
    return "services/visits";
  }

  static @Nullable String words(ListFilter filter) {
    return filter.has("q") ? filter.get("q") : null;
  }

  @GetMapping({"/z/{zone}/services/visits.xlsx", "/z/{zone}/services/visits.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    List<Visit> all = visits.list(CasePages.zone(page), null, words(ListFilter.of(asked, "q")));
    exports.send(
        response,
        format,
        page.t("services.visits"),
        COLUMNS,
        sink ->
            all.forEach(
                v ->
                    sink.accept(
                        Arrays.asList(
                            v.visitedOn(),
                            v.enterpriseName(),
                            v.visitors(),
                            v.findings(),
                            v.who()))));
  }

  @GetMapping("/z/{zone}/services/visits/new")
  String form(Page page, @RequestParam Map<String, String> asked, Model model) {
    long zone = CasePages.zone(page);
    Rights.mustWork(page.account(), zone);
    Map<String, String> typed = new java.util.HashMap<>(asked);
    String firm = asked.getOrDefault("enterprise", "");
    if (firm.matches("\\d{1,12}")) {
      firms.find(zone, Long.parseLong(firm)).ifPresent(e -> typed.put("name", e.name()));
    }
    fill(page, new Typed(typed), null, model);
    return "services/visit-form";
  }

  @PostMapping("/z/{zone}/services/visits")
  ModelAndView record(Page page, @RequestParam Map<String, String> fields, Model model) {
    long zone = CasePages.zone(page);
    Rights.mustWork(page.account(), zone);
    Typed typed = new Typed(fields);
    try {
      var on = typed.date("on");
      boolean problem = !typed.get("problem").isBlank();
      visits.record(
          zone,
          firms.get(zone, typed.get("name")),
          on == null ? page.today() : on,
          typed.get("visitors"),
          typed.get("findings"),
          problem
              ? new Visits.Problem(typed.get("problem"), typed.get("owner"), typed.date("due"))
              : null);
      return new ModelAndView(
          "redirect:" + page.in(problem ? "services/requests" : "services/visits"));
    } catch (ServiceRefused refused) {
      fill(page, typed, refused.getMessage(), model);
      return new ModelAndView(
          "services/visit-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fill(Page page, Typed typed, @Nullable String problem, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("visitors", typed.get("visitors", CasePages.person(page)));
    model.addAttribute("firms", firms.listOwn(CasePages.zone(page)));
  }
}

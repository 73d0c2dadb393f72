package org.mujian.services;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.visit.Request;
import org.mujian.services.visit.Requests;
import org.mujian.web.Chip;
import org.mujian.web.ListFilter;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Requests (诉求) as the committee sees them: taken on by a day, and answered. */
@Controller
class RequestPages {

  private static final String REQUEST = "/z/{zone}/services/requests/{id:\\d{1,18}}";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("编号", 8),
          new Column("企业", 36),
          new Column("诉求", 60),
          new Column("来源", 12),
          new Column("提出日期", 12),
          new Column("办理", 20),
          new Column("时限", 12),
          new Column("答复", 60),
          new Column("答复日期", 12));

  private final Requests requests;
  private final CaseWords words;
  private final Exports exports;

  RequestPages(Requests requests, CaseWords words, Exports exports) {
    this.requests = requests;
    this.words = words;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/services/requests")
  String list(
      Page page,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    ListFilter filter = filter(asked);
    List<Shown.RequestLine> all = lines(page, filter);
    model.addAttribute("lines", ListFilter.page(all, at, CasePages.SIZE));
    model.addAttribute("total", (long) all.size());
    model.addAttribute("at", Math.max(at, 0));
    model.addAttribute("filter", filter);
    model.addAttribute("chips", chips(page, filter));
    model.addAttribute("mayWork", Rights.mayWork(page.account(), CasePages.zone(page)));
    return "services/requests";
  }

  private static ListFilter filter(Map<String, String> asked) {
    return ListFilter.of(asked, "q", "waiting", "light", "answered");
  }

  private static List<Chip> chips(Page page, ListFilter filter) {
    String path = page.in("services/requests");
    List<Chip> chips = new ArrayList<>();
    chips.add(filter.chip(path, "waiting", "1", page.t("services.request.waiting")));
    chips.add(filter.chip(path, "light", "bad", "■ " + page.t("light.bad")));
    chips.add(filter.chip(path, "answered", "1", page.t("services.request.answered-too")));
    return chips;
  }

  private List<Shown.RequestLine> lines(Page page, ListFilter filter) {
    return requests
        .list(CasePages.zone(page), filter.has("answered"), null, VisitPages.words(filter))
        .stream()
        .filter(r -> !filter.has("waiting") || r.owner() == null)
        .map(r -> words.request(page.language(), r, page.today()))
        .filter(l -> !filter.has("light") || l.light().state().style().equals(filter.get("light")))
        .toList();
  }

  @GetMapping({"/z/{zone}/services/requests.xlsx", "/z/{zone}/services/requests.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    List<Shown.RequestLine> lines = lines(page, filter(asked));
    exports.send(
        response,
        format,
        page.t("services.requests"),
        COLUMNS,
        sink -> lines.forEach(line -> sink.accept(row(page, line.request()))));
  }

  private static List<@Nullable Object> row(Page page, Request r) {
    return Arrays.asList(
        r.id(),
        r.enterpriseName(),
        r.what(),
        page.t(
            r.visitId() == null ? "services.request.from.portal" : "services.request.from.visit"),
        r.raisedOn(),
        r.owner(),
        r.due(),
        r.answer(),
        r.answeredOn());
  }

  @GetMapping(REQUEST)
  String one(Page page, @PathVariable long id, Model model) {
    fill(page, id, Typed.NOTHING, null, model);
    return "services/request";
  }

  @PostMapping(REQUEST + "/take-on")
  ModelAndView takeOn(
      Page page, @PathVariable long id, @RequestParam Map<String, String> fields, Model model) {
    return done(
        page,
        id,
        fields,
        model,
        (zone, typed) -> requests.takeOn(zone, id, typed.get("owner"), typed.date("due")));
  }

  @PostMapping(REQUEST + "/answer")
  ModelAndView answer(
      Page page, @PathVariable long id, @RequestParam Map<String, String> fields, Model model) {
    return done(
        page, id, fields, model, (zone, typed) -> requests.answer(zone, id, typed.get("answer")));
  }

  @FunctionalInterface
  private interface Work {
    void on(long zone, Typed typed);
  }

  private ModelAndView done(
      Page page, long id, Map<String, String> fields, Model model, Work work) {
    Rights.mustWork(page.account(), CasePages.zone(page));
    Typed typed = new Typed(fields);
    try {
      work.on(CasePages.zone(page), typed);
      return new ModelAndView("redirect:" + page.in("services/requests/" + id));
    } catch (ServiceRefused refused) {
      fill(page, id, typed, refused.getMessage(), model);
      return new ModelAndView("services/request", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fill(Page page, long id, Typed typed, @Nullable String problem, Model model) {
    Request request = requests.get(CasePages.zone(page), id);
    model.addAttribute("line", words.request(page.language(), request, page.today()));
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute(
        "mayWork", request.isOpen() && Rights.mayWork(page.account(), CasePages.zone(page)));
  }
}

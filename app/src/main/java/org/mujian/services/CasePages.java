package org.mujian.services;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Standing;
import org.mujian.services.matter.Matter;
import org.mujian.services.matter.Matters;
import org.mujian.services.visit.Requests;
import org.mujian.web.Chip;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.ListFilter;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The room's first page: the cases, what is worst first, and their export. */
@Controller
class CasePages {

  static final int SIZE = 50;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("灯", 6),
          new Column("灯的理由", 40),
          new Column("办件编号", 12),
          new Column("企业", 36),
          new Column("事项", 18),
          new Column("项目", 24),
          new Column("主管部门", 24),
          new Column("外部办件号", 20),
          new Column("帮代办", 16),
          new Column("办件日期", 12),
          new Column("受理日期", 12),
          new Column("下一期限", 12),
          new Column("法定期限", 12),
          new Column("承诺期限", 12),
          new Column("办结日期", 12),
          new Column("结果", 8),
          new Column("结果说明", 30));

  private final CaseStandings standings;
  private final CaseWords words;
  private final Matters matters;
  private final Requests requests;
  private final Exports exports;

  CasePages(
      CaseStandings standings,
      CaseWords words,
      Matters matters,
      Requests requests,
      Exports exports) {
    this.standings = standings;
    this.words = words;
    this.matters = matters;
    this.requests = requests;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/services")
  String list(
      Page page,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    ListFilter filter = filter(asked);
    long zone = zone(page);
    List<Shown.CaseLine> all = lines(page, filter);
    model.addAttribute("lines", ListFilter.page(all, at, SIZE));
    model.addAttribute("total", (long) all.size());
    model.addAttribute("at", Math.max(at, 0));
    model.addAttribute("filter", filter);
    model.addAttribute("chips", chips(page, filter));
    model.addAttribute("goals", goals(page));
    model.addAttribute("mayWork", Rights.mayWork(page.account(), zone));
    return "services/cases";
  }

  @GetMapping({"/z/{zone}/services/cases.xlsx", "/z/{zone}/services/cases.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    List<Shown.CaseLine> lines = lines(page, filter(asked));
    exports.send(
        response,
        format,
        page.t("services.cases"),
        COLUMNS,
        sink -> lines.forEach(line -> sink.accept(row(page, line))));
  }

  private static List<@Nullable Object> row(Page page, Shown.CaseLine line) {
    Standing standing = line.standing();
    var file = standing.file();
    var result = file.result();
    return Arrays.asList(
        page.t("light." + line.light().state().style()),
        line.light().reason(),
        file.number(),
        file.enterpriseName(),
        line.matter(),
        file.projectName(),
        file.authority(),
        file.outsideNumber(),
        file.agent(),
        file.openedOn(),
        standing.acceptedOn(),
        standing.due(),
        standing.statutory() == null ? null : standing.statutory().deadline(),
        standing.promised() == null ? null : standing.promised().deadline(),
        file.closedOn(),
        result == null ? null : page.t("services.result." + result.code()),
        file.resultWords());
  }

  private static ListFilter filter(Map<String, String> asked) {
    return ListFilter.of(asked, "q", "matter", "light", "mine", "closed", "sort");
  }

  private List<Shown.CaseLine> lines(Page page, ListFilter filter) {
    String mine = filter.has("mine") ? person(page) : null;
    CaseQuery query =
        new CaseQuery(
            filter.has("matter") ? filter.get("matter") : null,
            filter.has("closed"),
            mine,
            null,
            filter.has("q") ? filter.get("q") : null);
    List<Standing> found =
        standings.list(zone(page), query).stream()
            .filter(s -> !filter.has("light") || s.state().style().equals(filter.get("light")))
            .sorted(order(filter.get("sort")))
            .toList();
    return words.lines(page.language(), found);
  }

  /** What the list comes in is the most urgent first. */
  private static Comparator<Standing> order(String sort) {
    return switch (sort) {
      case "number" -> Comparator.comparing((Standing s) -> s.file().id()).reversed();
      case "due" ->
          Comparator.comparing(
              Standing::due, Comparator.nullsLast(Comparator.<java.time.LocalDate>naturalOrder()));
      case "enterprise" -> Comparator.comparing((Standing s) -> s.file().enterpriseName());
      default -> (one, other) -> 0;
    };
  }

  static String person(Page page) {
    return java.util.Objects.requireNonNull(page.account()).displayName();
  }

  private List<Chip> chips(Page page, ListFilter filter) {
    String path = page.in("services");
    List<Chip> chips = new ArrayList<>();
    chips.add(filter.chip(path, "mine", "1", page.t("services.mine")));
    for (Light.State state : List.of(Light.State.BAD, Light.State.WARN, Light.State.OK)) {
      chips.add(
          filter.chip(
              path,
              "light",
              state.style(),
              state.shape() + " " + page.t("light." + state.style())));
    }
    for (Matter matter : matters.law(zone(page)).listAll(page.today())) {
      chips.add(
          filter.chip(path, "matter", matter.code(), CaseWords.name(page.language(), matter)));
    }
    chips.add(filter.chip(path, "closed", "1", page.t("services.closed-too")));
    return chips;
  }

  private List<Shown.Goal> goals(Page page) {
    List<Standing> open = standings.list(zone(page), CaseQuery.OPEN);
    var asked = requests.list(zone(page), false, null, null);
    long waiting = asked.stream().filter(request -> request.owner() == null).count();
    return List.of(
        goal(page, "open", open.size()),
        goal(page, "late", count(open, Light.State.BAD)),
        goal(page, "near", count(open, Light.State.WARN)),
        goal(page, "requests", asked.size()),
        goal(page, "waiting", waiting));
  }

  static long count(List<Standing> standings, Light.State state) {
    return standings.stream().filter(standing -> standing.state() == state).count();
  }

  private static Shown.Goal goal(Page page, String name, long count) {
    return new Shown.Goal(
        page.t("services.goal." + name),
        Figure.of(
            String.valueOf(count),
            page.t("services.unit"),
            new Figure.Line(
                page.t("services.source"), page.t("services.goal." + name + ".of"), null),
            new Figure.Line(page.t("services.as-of"), page.today().toString(), null)),
        null);
  }

  static long zone(Page page) {
    return java.util.Objects.requireNonNull(page.zone()).id();
  }
}

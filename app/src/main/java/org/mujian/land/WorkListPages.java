package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.identity.CurrentAccount;
import org.mujian.land.LandViews.WorkLine;
import org.mujian.units.Money;
import org.mujian.web.Chip;
import org.mujian.web.ListFilter;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of works, filtered and ordered, and the same as a file. */
@Controller
class WorkListPages {

  private static final int SIZE = 50;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("工程编号", 12),
          new Column("工程名称", 36),
          new Column("施工单位", 24),
          new Column("灯", 6),
          new Column("灯的理由", 36),
          new Column("计划开工", 12),
          new Column("实际开工", 12),
          new Column("计划完工", 12),
          new Column("预测完工", 12),
          new Column("实际完工", 12),
          new Column("等待地块（宗）", 14),
          new Column("预算（万元）", 14),
          new Column("批复概算（万元）", 16),
          new Column("已付款（万元）", 14),
          new Column("已付概算（%）", 14),
          new Column("备注", 36));

  /** What the list can be narrowed to, by the value in its address. */
  private static final Map<String, Predicate<Work>> STATES =
      Map.of(
          "open", work -> work.finished() == null,
          "late", Work::isLate,
          "finished", work -> work.finished() != null);

  private static final Map<String, Comparator<WorkLine>> ORDERS =
      Map.of(
          "name", by(Work::name),
          "finish", by(Work::plannedFinish),
          "forecast", by(WorkListPages::end),
          "waiting", Comparator.comparing(WorkLine::waiting),
          "budget", by(Work::budget),
          "paid", by(Work::paid),
          "percent", by(work -> Objects.requireNonNullElse(work.paidPercent(), BigDecimal.ZERO)));

  private final Works works;
  private final Exports exports;

  WorkListPages(Works works, Exports exports) {
    this.works = works;
    this.exports = exports;
  }

  private static <T extends Comparable<? super T>> Comparator<WorkLine> by(
      java.util.function.Function<Work, T> value) {
    return Comparator.comparing(line -> value.apply(line.work()));
  }

  private static java.time.LocalDate end(Work work) {
    return Objects.requireNonNullElse(work.finished(), work.forecast());
  }

  @GetMapping("/z/{zone}/land/works")
  String list(
      Page page,
      HttpServletRequest request,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    Allowed.toSee(CurrentAccount.get(request));
    ListFilter filter = filter(asked);
    List<Work> all = works.list(zone(page));
    List<WorkLine> found = lines(page, filter, all);
    model.addAttribute("all", all.size());
    model.addAttribute("late", all.stream().filter(Work::isLate).count());
    model.addAttribute("total", (long) found.size());
    model.addAttribute("works", ListFilter.page(found, at, SIZE));
    model.addAttribute("at", Math.max(at, 0));
    model.addAttribute("budget", sum(found, Work::budget));
    model.addAttribute("paid", sum(found, Work::paid));
    model.addAttribute("filter", filter);
    model.addAttribute("chips", chips(page, filter));
    model.addAttribute("mayWrite", Allowed.write(CurrentAccount.get(request)));
    return "land/works";
  }

  private static Money sum(List<WorkLine> lines, java.util.function.Function<Work, Money> of) {
    return lines.stream().map(WorkLine::work).map(of).reduce(Money.ZERO, Money::plus);
  }

  private static ListFilter filter(Map<String, String> asked) {
    return ListFilter.of(asked, "q", "state", "sort");
  }

  private static List<Chip> chips(Page page, ListFilter filter) {
    String path = page.in("land/works");
    return List.of(
        filter.chip(path, "state", "open", page.t("land.works.open")),
        filter.chip(path, "state", "late", page.t("land.works.late")),
        filter.chip(path, "state", "finished", page.t("land.works.finished")));
  }

  private List<WorkLine> lines(Page page, ListFilter filter, List<Work> all) {
    Map<Long, Long> waiting = works.countWaiting(zone(page));
    List<WorkLine> found =
        all.stream()
            .filter(STATES.getOrDefault(filter.get("state"), work -> true))
            .filter(work -> filter.finds(work.number(), work.name(), work.contractor()))
            .map(
                work ->
                    new WorkLine(
                        work, WorkPages.light(page, work), waiting.getOrDefault(work.id(), 0L)))
            .toList();
    return filter.sorted(found, ORDERS);
  }

  @GetMapping({"/z/{zone}/land/works.xlsx", "/z/{zone}/land/works.csv"})
  void export(
      Page page,
      HttpServletRequest request,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    Allowed.toSee(CurrentAccount.get(request));
    List<WorkLine> found = lines(page, filter(asked), works.list(zone(page)));
    exports.send(
        response,
        format,
        page.t("land.works"),
        COLUMNS,
        sink -> found.forEach(line -> sink.accept(row(page, line))));
  }

  private static List<@Nullable Object> row(Page page, WorkLine line) {
    Work work = line.work();
    Money estimate = work.estimate();
    return Arrays.<@Nullable Object>asList(
        work.number(),
        work.name(),
        work.contractor(),
        page.t("light." + line.light().state().style()),
        line.light().reason(),
        work.plannedStart(),
        work.started(),
        work.plannedFinish(),
        work.forecast(),
        work.finished(),
        line.waiting(),
        work.budget().wan(),
        estimate == null ? null : estimate.wan(),
        work.paid().wan(),
        work.paidPercent(),
        work.note());
  }

  private static long zone(Page page) {
    return Objects.requireNonNull(page.zone()).id();
  }
}

package org.mujian.clusters;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.documents.RowKey;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.web.Chip;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reports of a month, of the zone's enterprises: who reported what, who did not, as a file. */
@Controller
class ReportPages {

  private static final int SIZE = 50;

  private final Clusters clusters;
  private final Reports reports;
  private final ZoneEnterprises own;
  private final ClusterPages pages;
  private final Exports exports;

  ReportPages(
      Clusters clusters,
      Reports reports,
      ZoneEnterprises own,
      ClusterPages pages,
      Exports exports) {
    this.clusters = clusters;
    this.reports = reports;
    this.own = own;
    this.pages = pages;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/clusters/reports")
  String list(
      Page page,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", defaultValue = "0") int at,
      Model model) {
    YearMonth month = pages.month(page, asked.get("month"));
    Map<String, String> filters = filters(asked, month);
    List<Shown.ReportLine> lines = lines(page, month, filters);
    int from = Math.min(lines.size(), Math.clamp(at, 0, 100_000) * SIZE);
    model.addAttribute("month", month.toString());
    model.addAttribute("lines", lines.subList(from, Math.min(lines.size(), from + SIZE)));
    model.addAttribute("reported", lines.stream().filter(l -> l.report() != null).count());
    model.addAttribute("total", lines.size());
    model.addAttribute("at", from / SIZE);
    model.addAttribute("size", SIZE);
    model.addAttribute("chips", chips(page, filters));
    model.addAttribute("cluster", filters.getOrDefault("cluster", ""));
    model.addAttribute("address", Addresses.of(page.in("clusters/reports"), filters) + "&page=");
    model.addAttribute("export", Addresses.of(page.in("clusters/reports/export.xlsx"), filters));
    model.addAttribute("mayWork", Rights.mayWork(page.account(), Standing.zone(page).id()));
    return "clusters/reports";
  }

  private static Map<String, String> filters(Map<String, String> asked, YearMonth month) {
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put("month", month.toString());
    for (String key : List.of("cluster", "missing", "sort")) {
      if (!asked.getOrDefault(key, "").isBlank()) {
        kept.put(key, asked.get(key));
      }
    }
    return kept;
  }

  private List<Chip> chips(Page page, Map<String, String> filters) {
    String path = page.in("clusters/reports");
    List<Chip> chips = new ArrayList<>();
    for (Cluster cluster : clusters.list(Standing.zone(page).id())) {
      chips.add(
          Addresses.chip(path, filters, "cluster", String.valueOf(cluster.id()), cluster.name()));
    }
    chips.add(
        Addresses.chip(path, filters, "missing", "1", page.t("clusters.filter.not-reported")));
    chips.add(Addresses.chip(path, filters, "sort", "output", page.t("clusters.sort.output")));
    return chips;
  }

  private List<Shown.ReportLine> lines(Page page, YearMonth month, Map<String, String> filters) {
    long zone = Standing.zone(page).id();
    Map<Long, Report> reported =
        reports.list(zone, month, month).stream()
            .collect(Collectors.toMap(Report::enterpriseId, r -> r));
    Map<Long, String> names =
        clusters.list(zone).stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
    Map<Long, List<Member>> memberships =
        clusters.listMembers(zone).stream().collect(Collectors.groupingBy(Member::enterpriseId));
    String wanted = filters.getOrDefault("cluster", "");
    List<Shown.ReportLine> lines = new ArrayList<>();
    for (Enterprise enterprise : own.list(zone)) {
      List<Member> in = memberships.getOrDefault(enterprise.id(), List.of());
      @Nullable Report report = reported.get(enterprise.id());
      boolean fits =
          wanted.isEmpty()
              || in.stream().anyMatch(m -> String.valueOf(m.clusterId()).equals(wanted));
      if (fits && (report == null || !filters.containsKey("missing"))) {
        lines.add(line(page, enterprise, month, report, in, names));
      }
    }
    if ("output".equals(filters.get("sort"))) {
      lines.sort((a, b) -> output(b).compareTo(output(a)));
    }
    return lines;
  }

  private static java.math.BigDecimal output(Shown.ReportLine line) {
    return line.report() == null
        ? java.math.BigDecimal.valueOf(-1)
        : line.report().find(Item.OUTPUT).orElse(java.math.BigDecimal.valueOf(-1));
  }

  private static Shown.ReportLine line(
      Page page,
      Enterprise enterprise,
      YearMonth month,
      @Nullable Report report,
      List<Member> in,
      Map<Long, String> names) {
    Set<String> clusters =
        in.stream()
            .map(m -> names.getOrDefault(m.clusterId(), ""))
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    return new Shown.ReportLine(
        enterprise.id(),
        enterprise.name(),
        page.in("enterprises/" + enterprise.id()),
        String.join("、", clusters),
        report,
        page.in("clusters/reports/edit?enterprise=" + enterprise.id() + "&month=" + month));
  }

  /** Those that reported: their rows can be corrected and brought back. */
  @GetMapping({"/z/{zone}/clusters/reports/export.xlsx", "/z/{zone}/clusters/reports/export.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    YearMonth month = pages.month(page, asked.get("month"));
    long zone = Standing.zone(page).id();
    List<Shown.ReportLine> lines = lines(page, month, filters(asked, month));
    exports.send(
        response,
        format,
        page.t("clusters.import") + " " + month,
        columns(),
        sink ->
            lines.forEach(
                line -> {
                  Report report = line.report();
                  if (report != null) {
                    sink.accept(row(zone, line.name(), report));
                  }
                }));
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(RowKey.HEADER, 26));
    columns.add(new Column("企业名称", 36));
    columns.add(new Column("月份", 10));
    for (Item item : Item.values()) {
      columns.add(new Column(item.names().getFirst() + "（" + item.unit() + "）", 16));
    }
    columns.add(new Column("来源", 16));
    columns.add(new Column("录入人", 12));
    return columns;
  }

  private static List<@Nullable Object> row(long zone, String name, Report report) {
    List<@Nullable Object> row =
        new ArrayList<>(
            Arrays.asList(
                new RowKey(ReportImport.ID, zone, report.id(), report.version()).text(),
                name,
                report.month().toString()));
    for (Item item : Item.values()) {
      row.add(report.find(item).orElse(null));
    }
    row.add(report.source());
    row.add(report.recordedBy());
    return row;
  }
}

package org.mujian.clusters;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mujian.clusters.Standing.Computed;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.promotion.ChainPlace;
import org.mujian.web.Chip;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The room's list and a cluster's page. */
@Controller
class ClusterPages {

  private static final int MONTHS = 12;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("集群代码", 18),
          new Column("集群", 24),
          new Column("类别", 14),
          new Column("月份", 10),
          new Column("成员（家）", 10),
          new Column("已报（家）", 10),
          new Column("产值（万元）", 14),
          new Column("产值同比（%，可比）", 14),
          new Column("营业收入（万元）", 14),
          new Column("税金（万元）", 12),
          new Column("出口额（万元）", 12),
          new Column("从业人员（人）", 12),
          new Column("综合能耗（吨标准煤）", 16),
          new Column("CR4（%）", 10),
          new Column("赫芬达尔指数", 12),
          new Column("占园区已报产值（%）", 14),
          new Column("区位商", 10));

  private final Standing standing;
  private final Approvals approvals;
  private final Exports exports;

  ClusterPages(Standing standing, Approvals approvals, Exports exports) {
    this.standing = standing;
    this.approvals = approvals;
    this.exports = exports;
  }

  @GetMapping("/z/{zone}/clusters")
  String list(Page page, @RequestParam Map<String, String> asked, Model model) {
    YearMonth month = month(page, asked.get("month"));
    List<Computed> all = standing.list(Standing.zone(page), month);
    model.addAttribute("month", month.toString());
    model.addAttribute("any", !all.isEmpty());
    model.addAttribute(
        "lines", chosen(page, all, asked).stream().map(c -> ClusterWords.line(page, c)).toList());
    model.addAttribute("chips", chips(page, month, asked));
    model.addAttribute("export", Addresses.of(page.in("clusters/export.xlsx"), with(asked, month)));
    model.addAttribute("mayWork", Rights.mayWork(page.account(), Standing.zone(page).id()));
    return "clusters/list";
  }

  YearMonth month(Page page, @Nullable String asked) {
    return Cells.month(asked == null ? "" : asked)
        .orElseGet(() -> standing.month(Standing.zone(page).id(), page.today()));
  }

  private static List<Computed> chosen(Page page, List<Computed> all, Map<String, String> asked) {
    String kind = asked.getOrDefault("kind", "");
    boolean missing = asked.containsKey("missing");
    Comparator<Computed> order =
        switch (asked.getOrDefault("sort", "")) {
          case "output" ->
              Comparator.comparing((Computed c) -> c.concentration().output()).reversed();
          case "missing" ->
              Comparator.comparing((Computed c) -> c.sheet().listMissing(c.month()).size())
                  .reversed();
          default -> Comparator.comparing(c -> c.cluster().id());
        };
    return all.stream()
        .filter(c -> kind.isEmpty() || c.cluster().kind().code().equals(kind))
        .filter(c -> !missing || !c.sheet().listMissing(c.month()).isEmpty())
        .sorted(order)
        .toList();
  }

  private static Map<String, String> with(Map<String, String> asked, YearMonth month) {
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put("month", month.toString());
    for (String key : List.of("kind", "missing", "sort")) {
      if (!asked.getOrDefault(key, "").isBlank()) {
        kept.put(key, asked.get(key));
      }
    }
    return kept;
  }

  private static List<Chip> chips(Page page, YearMonth month, Map<String, String> asked) {
    Map<String, String> now = with(asked, month);
    String path = page.in("clusters");
    List<Chip> chips = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      chips.add(
          Addresses.chip(path, now, "kind", kind.code(), page.t("clusters.kind." + kind.code())));
    }
    chips.add(Addresses.chip(path, now, "missing", "1", page.t("clusters.filter.missing")));
    chips.add(Addresses.chip(path, now, "sort", "output", page.t("clusters.sort.output")));
    chips.add(Addresses.chip(path, now, "sort", "missing", page.t("clusters.sort.missing")));
    return chips;
  }

  @GetMapping({"/z/{zone}/clusters/export.xlsx", "/z/{zone}/clusters/export.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    YearMonth month = month(page, asked.get("month"));
    List<Computed> rows = chosen(page, standing.list(Standing.zone(page), month), asked);
    exports.send(
        response,
        format,
        page.t("clusters.title") + " " + month,
        COLUMNS,
        sink -> rows.forEach(c -> sink.accept(row(page, c))));
  }

  private static List<@Nullable Object> row(Page page, Computed c) {
    List<@Nullable Object> row =
        new ArrayList<>(
            Arrays.asList(
                c.cluster().code(),
                c.cluster().name(),
                page.t("clusters.kind." + c.cluster().kind().code()),
                c.month().toString(),
                c.sheet().members(c.month()).size(),
                c.sheet().members(c.month()).size() - c.sheet().listMissing(c.month()).size()));
    for (Item item : Item.values()) {
      Sheet.Sum sum = c.sheet().sum(item, c.month());
      row.add(sum.value());
      if (item == Item.OUTPUT) {
        row.add(sum.year().percent());
      }
    }
    row.addAll(
        Arrays.asList(c.concentration().cr4(), c.concentration().hhi(), c.concentration().share()));
    Double quotient = c.standing().quotient();
    row.add(
        quotient == null
            ? null
            : BigDecimal.valueOf(quotient).setScale(2, java.math.RoundingMode.HALF_UP));
    return row;
  }

  @GetMapping("/z/{zone}/clusters/{id:\\d+}")
  String one(
      Page page,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String month,
      Model model) {
    Computed computed = standing.get(Standing.zone(page), id, month(page, month));
    long zone = Standing.zone(page).id();
    boolean mayWork = Rights.mayWork(page.account(), zone);
    List<Shown.Who> members = members(page, computed, mayWork);
    model.addAttribute("line", ClusterWords.line(page, computed));
    model.addAttribute("month", computed.month().toString());
    model.addAttribute("members", members);
    model.addAttribute("boxes", boxes(page, computed, members));
    model.addAttribute("months", months(page, computed));
    model.addAttribute("bars", ClusterWords.bars(page, computed, MONTHS));
    model.addAttribute("missing", members.stream().filter(m -> !m.reported()).toList());
    model.addAttribute(
        "approval",
        approvals.stand(Objects.requireNonNull(page.account()), zone, id, computed.month()));
    model.addAttribute("mayWork", mayWork);
    return "clusters/one";
  }

  private List<Shown.Who> members(Page page, Computed of, boolean mayWork) {
    Map<Long, String> names = standing.names(of.cluster().zoneId(), of.members());
    Map<String, String> places = new LinkedHashMap<>();
    standing
        .places(of.cluster())
        .forEach(place -> places.put(place.code(), place.name(page.language())));
    return of.members().stream()
        .map(member -> who(page, of, member, names, places, mayWork))
        .toList();
  }

  private static Shown.Who who(
      Page page,
      Computed of,
      Member member,
      Map<Long, String> names,
      Map<String, String> places,
      boolean mayWork) {
    long enterprise = member.enterpriseId();
    Map<Item, String> values = new EnumMap<>(Item.class);
    @Nullable Report report = of.sheet().find(of.month(), enterprise).orElse(null);
    if (report != null) {
      report.values().forEach((item, v) -> values.put(item, ClusterWords.number(page, v)));
    }
    BigDecimal all = of.concentration().output();
    String share =
        report == null || all.signum() <= 0
            ? ""
            : report
                .find(Item.OUTPUT)
                .map(
                    v ->
                        v.multiply(BigDecimal.valueOf(100))
                                .divide(all, 1, java.math.RoundingMode.HALF_UP)
                                .toPlainString()
                            + "%")
                .orElse("");
    Cluster.Place place = member.place();
    return new Shown.Who(
        member,
        names.getOrDefault(enterprise, "#" + enterprise),
        page.in("enterprises/" + enterprise),
        report != null,
        values,
        share,
        place == null ? "" : places.getOrDefault(place.code(), place.code()),
        mayWork
            ? page.in("clusters/reports/edit?enterprise=" + enterprise + "&month=" + of.month())
            : null);
  }

  private List<Shown.Box> boxes(Page page, Computed of, List<Shown.Who> members) {
    List<Shown.Box> boxes = new ArrayList<>();
    for (ChainPlace place : standing.places(of.cluster())) {
      boxes.add(
          new Shown.Box(
              place.name(page.language()),
              place.chainName(page.language()),
              page.in("promotion/chains/" + place.code()),
              in(members, place.code())));
    }
    List<Shown.Who> nowhere = members.stream().filter(m -> m.member().place() == null).toList();
    if (!nowhere.isEmpty()) {
      boxes.add(new Shown.Box(page.t("clusters.no-link"), "", null, nowhere));
    }
    return boxes;
  }

  private static List<Shown.Who> in(List<Shown.Who> members, String place) {
    return members.stream()
        .filter(m -> m.member().place() != null && m.member().place().code().equals(place))
        .toList();
  }

  private static List<Shown.Month> months(Page page, Computed of) {
    return IntStream.range(0, MONTHS)
        .mapToObj(of.month()::minusMonths)
        .map(
            month -> {
              Sheet.Sum output = of.sheet().sum(Item.OUTPUT, month);
              return new Shown.Month(
                  month.toString(),
                  page.in("clusters/" + of.cluster().id() + "?month=" + month),
                  month.equals(of.month()),
                  ClusterWords.reported(of, month),
                  ClusterWords.sums(page, of, month),
                  ClusterWords.growth(output.year()),
                  ClusterWords.growth(output.before()));
            })
        .toList();
  }
}

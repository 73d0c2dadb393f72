package org.mujian.clusters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mujian.clusters.Standing.Computed;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.identity.May;
import org.mujian.promotion.ChainStanding;
import org.mujian.web.ApiZone;
import org.mujian.web.Problem;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clusters, their members and figures for programs. */
@RestController
@RequestMapping("/api/v1/clusters")
@Tag(name = "clusters", description = "产业集群 / clusters, members, monthly figures")
class ClusterApi {

  private static final int MOST_MONTHS = 60;

  private final Standing standing;
  private final ApiZone apiZone;
  private final Zones zones;
  private final java.time.Clock clock;

  ClusterApi(Standing standing, ApiZone apiZone, Zones zones, java.time.Clock clock) {
    this.standing = standing;
    this.apiZone = apiZone;
    this.zones = zones;
    this.clock = clock;
  }

  record InShort(long id, String code, String name, Kind kind, int members) {}

  record MemberView(
      long enterprise,
      String name,
      MemberRole role,
      @Nullable LocalDate since,
      @Nullable String link) {}

  record View(
      long id,
      String code,
      String name,
      Kind kind,
      String note,
      boolean sample,
      int version,
      List<String> links,
      List<MemberView> members) {}

  /**
   * @param yearPercent growth on the same month a year before, of the {@code yearPairs} members
   *     that reported both
   */
  record SumView(
      Item item,
      String unit,
      String month,
      int members,
      int reported,
      @Nullable BigDecimal value,
      @Nullable BigDecimal yearPercent,
      int yearPairs,
      @Nullable BigDecimal beforePercent,
      int beforePairs) {}

  record ConcentrationView(
      String month,
      int reported,
      BigDecimal output,
      @Nullable BigDecimal cr4,
      @Nullable BigDecimal hhi,
      @Nullable BigDecimal share,
      Map<String, String> formulas) {}

  record QuotientView(
      @Nullable Double quotient, String formula, ChainStanding inputs, @Nullable String obstacle) {}

  record FiguresView(
      long id, List<SumView> sums, ConcentrationView concentration, QuotientView quotient) {}

  @Operation(
      summary = "The zone's clusters (preview)",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping
  List<InShort> list(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String zone) {
    Zone in = zone(request, zone);
    return standing.list(in, YearMonth.from(today())).stream()
        .map(
            found -> {
              Cluster c = found.cluster();
              return new InShort(c.id(), c.code(), c.name(), c.kind(), found.members().size());
            })
        .toList();
  }

  private Computed members(Zone zone, long id) {
    return standing.get(zone, id, YearMonth.from(today()));
  }

  @Operation(
      summary = "One cluster with its links and members (preview)",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id}")
  View get(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String zone) {
    Zone in = zone(request, zone);
    Computed found = members(in, id);
    Cluster c = found.cluster();
    Map<Long, String> names = standing.names(in.id(), found.members());
    return new View(
        c.id(),
        c.code(),
        c.name(),
        c.kind(),
        c.note(),
        c.sample(),
        c.version(),
        c.links().stream().map(Cluster.Place::code).toList(),
        found.members().stream()
            .map(
                m ->
                    new MemberView(
                        m.enterpriseId(),
                        names.getOrDefault(m.enterpriseId(), ""),
                        m.role(),
                        m.since(),
                        m.place() == null ? null : m.place().code()))
            .toList());
  }

  @Operation(
      summary = "Sums by month, concentration and location quotient (preview)",
      description =
          "Money in 万元, energy in 吨标准煤. A sum says how many members reported; missing is null,"
              + " never 0. Concentration is of the last month.",
      extensions = @Extension(properties = @ExtensionProperty(name = "preview", value = "true")))
  @GetMapping("/{id}/figures")
  FiguresView figures(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    Zone in = zone(request, zone);
    YearMonth last = to == null ? standing.month(in.id(), today()) : month("to", to);
    YearMonth first = from == null ? last.minusMonths(11) : month("from", from);
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    if (months < 1 || months > MOST_MONTHS) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "from=%s 到 to=%s 应是 1 到 %d 个月".formatted(first, last, MOST_MONTHS));
    }
    Computed found = standing.get(in, id, last);
    List<SumView> sums =
        IntStream.range(0, (int) months)
            .mapToObj(first::plusMonths)
            .flatMap(month -> Arrays.stream(Item.values()).map(item -> sum(found, item, month)))
            .toList();
    ChainStanding inputs = found.standing();
    String obstacle = inputs.obstacle() == null ? null : ClusterWords.obstacle(inputs);
    return new FiguresView(
        id,
        sums,
        concentration(found),
        new QuotientView(
            inputs.quotient(),
            "(inCity / cityEnterprises) / (inProvince / provinceEnterprises)",
            inputs,
            obstacle));
  }

  private static SumView sum(Computed of, Item item, YearMonth month) {
    Sheet.Sum sum = of.sheet().sum(item, month);
    return new SumView(
        item,
        item.unit(),
        month.toString(),
        sum.members(),
        sum.reported(),
        sum.value(),
        sum.year().percent(),
        sum.year().pairs(),
        sum.before().percent(),
        sum.before().pairs());
  }

  private static ConcentrationView concentration(Computed of) {
    Concentration c = of.concentration();
    return new ConcentrationView(
        of.month().toString(),
        c.reported(),
        c.output(),
        c.cr4(),
        c.hhi(),
        c.share(),
        Map.of(
            "cr4", "sum of the 4 largest outputs / output * 100",
            "hhi", "sum of (output of member / output * 100)^2",
            "share", "output / output of the zone's reporting enterprises * 100"));
  }

  private static YearMonth month(String name, String text) {
    return Cells.month(text)
        .orElseThrow(
            () -> Problem.of(HttpStatus.BAD_REQUEST, name + "=" + text + " 不是月份；请写 2026-10"));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
  }

  private Zone zone(HttpServletRequest request, @Nullable String code) {
    Account account = CurrentAccount.get(request);
    May.SEE_COMMITTEE.check(account);
    return zones
        .find(apiZone.of(account, code))
        .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "请用 ?zone=<园区代码> 指明看哪个园区的集群"));
  }
}

package org.mujian.clusters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.clusters.Cluster.Place;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/**
 * The sample's four clusters over its fictional enterprises, and thirteen months of their reports
 * (the last twelve, and the month a year before the last), counted back from the day of loading.
 */
@Component
class SampleClusters implements SampleContent {

  private static final int MONTHS = 13;
  private static final int YEARS_IN = 3;

  /**
   * @param members name in short, L for the leader, monthly output in 万元, link
   */
  private record Story(String code, String name, Kind kind, List<String> members) {}

  private static final List<Story> STORIES =
      List.of(
          new Story(
              "petrochemicals",
              "石油化工集群（示例）",
              Kind.PETROCHEMICALS,
              List.of(
                  "辽滨石化 L 26000 petrochemicals/refining",
                  "北方沥青 S 5200 petrochemicals/asphalt",
                  "芳烃材料 S 7400 petrochemicals/aromatics",
                  "碳四综合利用 S 4300 petrochemicals/c4",
                  "增塑剂 S 1500 petrochemicals/plastic-additives",
                  "催化剂科技 S 900 petrochemicals/catalysts",
                  "精细化工 S 2100 petrochemicals/surfactants")),
          new Story(
              "plastics",
              "塑料新材料集群（示例）",
              Kind.PLASTICS,
              List.of(
                  "聚丙烯新材料 L 8800 plastics/resin",
                  "工程塑料 S 2600 plastics/engineering-resin",
                  "合成橡胶 S 3900",
                  "塑胶管材 S 1200 plastics/pipe",
                  "防水卷材 S 800",
                  "包装薄膜 S 650 plastics/film",
                  "塑料托盘制品 S 300 plastics/parts",
                  "再生资源 S 420 plastics/recycled")),
          new Story(
              "equipment",
              "装备制造集群（示例）",
              Kind.EQUIPMENT,
              List.of(
                  "石油装备 L 3100 petrochemicals/equipment",
                  "炼化设备 S 2400 petrochemicals/equipment",
                  "钢结构工程 S 1100 petrochemicals/engineering",
                  "阀门 S 520 petrochemicals/equipment",
                  "模具科技 S 260 plastics/machines")),
          new Story(
              "logistics",
              "现代物流集群（示例）",
              Kind.LOGISTICS,
              List.of(
                  "危化仓储物流 L 1600 petrochemicals/storage", "陆港物流 S 1200 petrochemicals/storage")));

  /** Who has not reported: months back from the last, name in short. */
  private static final Map<Integer, Set<String>> NOT_REPORTED =
      Map.of(0, Set.of("防水卷材", "再生资源", "阀门"), 3, Set.of("增塑剂"), 7, Set.of("模具科技", "包装薄膜"));

  private final Clusters clusters;
  private final Reports reports;
  private final ZoneEnterprises own;
  private final Clock clock;

  SampleClusters(Clusters clusters, Reports reports, ZoneEnterprises own, Clock clock) {
    this.clusters = clusters;
    this.reports = reports;
    this.own = own;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String titleKey() {
    return "sample.clusters";
  }

  @Override
  public void load(Zone zone) {
    LocalDate today = LocalDate.now(clock.withZone(ReportRules.CHINA));
    List<Enterprise> all = own.list(zone.id());
    List<Reports.Draft> drafts = new ArrayList<>();
    for (Story story : STORIES) {
      tell(zone.id(), story, all, today, drafts);
    }
    reports.addAll(zone.id(), drafts);
  }

  private void tell(
      long zone, Story story, List<Enterprise> all, LocalDate today, List<Reports.Draft> drafts) {
    List<String[]> members = story.members().stream().map(line -> line.split(" ")).toList();
    List<Place> links =
        members.stream().flatMap(SampleClusters::place).distinct().collect(Collectors.toList());
    long id =
        clusters.create(
            zone,
            new Clusters.Draft(story.code(), story.name(), story.kind(), "示例：虚构的集群", links, true));
    Cluster cluster = clusters.get(zone, id);
    for (String[] member : members) {
      Enterprise enterprise = find(all, member[0]);
      MemberRole role = member[1].equals("L") ? MemberRole.LEADER : MemberRole.SUPPORTING;
      @Nullable Place place = place(member).findFirst().orElse(null);
      clusters.join(
          zone,
          cluster,
          enterprise.name(),
          new Clusters.Joining(
              enterprise.id(), role, today.minusYears(YEARS_IN).withDayOfMonth(1), place));
      report(enterprise, member, Standing.ended(today), drafts);
    }
  }

  private static Stream<Place> place(String[] member) {
    if (member.length < 4) {
      return Stream.empty();
    }
    String[] parts = member[3].split("/");
    return Stream.of(new Place(parts[0], parts[1]));
  }

  private static Enterprise find(List<Enterprise> all, String shortName) {
    return all.stream()
        .filter(e -> e.name().equals("示例" + shortName + "有限公司"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no sample enterprise " + shortName));
  }

  private static void report(
      Enterprise enterprise, String[] member, YearMonth last, List<Reports.Draft> drafts) {
    Random random = new Random(member[0].hashCode());
    double trend = 0.994 + random.nextDouble() * 0.016;
    for (int back = MONTHS - 1; back >= 0; back--) {
      double swing = 0.93 + random.nextDouble() * 0.14;
      double output = Double.parseDouble(member[2]) * Math.pow(trend, -back) * swing;
      if (!NOT_REPORTED.getOrDefault(back, Set.of()).contains(member[0])) {
        drafts.add(
            new Reports.Draft(
                enterprise.id(), last.minusMonths(back), values(member[0], output), "示例月报", true));
      }
    }
  }

  private static Map<Item, BigDecimal> values(String name, double output) {
    Map<Item, BigDecimal> values = new EnumMap<>(Item.class);
    int seed = Math.floorMod(name.hashCode(), 100);
    values.put(Item.OUTPUT, round(output));
    values.put(Item.REVENUE, round(output * (0.94 + seed * 0.001)));
    values.put(Item.TAX, round(output * (0.02 + seed * 0.0004)));
    if (seed % 3 == 0) {
      values.put(Item.EXPORTS, round(output * 0.08));
    }
    values.put(
        Item.EMPLOYEES,
        BigDecimal.valueOf(Math.round(Math.sqrt(output * 40) / 3)).max(BigDecimal.TEN));
    values.put(Item.ENERGY, round(output * (0.05 + seed * 0.002)));
    return values;
  }

  private static BigDecimal round(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }
}

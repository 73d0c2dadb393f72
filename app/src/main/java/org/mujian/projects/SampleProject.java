package org.mujian.projects;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mujian.projects.plan.ZoneState;
import org.mujian.units.Money;

/**
 * An invented project: its planned days follow from the day on which the sample is loaded, and it
 * has entered what was planned before that day unless it is held back.
 *
 * @param yi total investment in 亿元
 * @param planned stage → day, in the order of the stages
 * @param holds the first stage that it has not entered although its day may have come, or empty
 */
record SampleProject(
    String name,
    String enterprise,
    String yi,
    String leader,
    boolean coded,
    Map<String, LocalDate> planned,
    String holds,
    List<Need> needs) {

  private static final List<String> ENTERED_BEFORE_A_START =
      List.of("reserve", "signed", "landed", "approval");

  /** The 18 of the sample. */
  static List<SampleProject> all(LocalDate today) {
    Days d = new Days(today);
    return List.of(
        starts(d, "碳五树脂装置", "示例碳四综合利用有限公司", "3.60", "主任", 0.12, 0.93),
        starts(d, "高性能防水卷材", "示例防水卷材有限公司", "1.20", "副主任 张", 0.20, 0.97),
        starts(d, "聚烯烃母粒", "示例工程塑料有限公司", "0.86", "副主任 刘", 0.28, 0),
        starts(d, "石油装备检维修基地", "示例石油装备有限公司", "2.60", "主任", 0.36, 0),
        starts(d, "润滑油调合", "示例精细化工有限公司", "1.90", "副主任 张", 0.45, 0),
        starts(d, "电商云仓物流园", "示例陆港物流有限公司", "2.20", "副主任 刘", 0.55, 0),
        starts(d, "特种管件一期", "示例阀门有限公司", "1.45", "副主任 张", 0.65, 0),
        late(d, "改性沥青二期", "示例北方沥青有限公司", "3.20", "副主任 张", d.ahead(10), d.ahead(25)),
        late(d, "PE 管材三期", "示例塑胶管材有限公司", "1.80", "副主任 刘", today.minusDays(12), d.ahead(30)),
        ready(d, "聚丙烯改性", "示例聚丙烯新材料有限公司", "4.40", "主任", d.ahead(15)),
        continued(d, "丙烯酸酯乳液", "示例精细化工有限公司", "2.75", "副主任 张", 0.15),
        continued(d, "危化品仓储物流", "示例危化仓储物流有限公司", "0.95", "副主任 张", 0.30),
        continued(d, "塑料编织袋扩产", "示例包装薄膜有限公司", "0.68", "副主任 刘", 0.48),
        continued(d, "换热器制造", "示例炼化设备有限公司", "1.35", "主任", 0.60),
        continued(d, "针状焦中试线", "示例辽滨石化有限公司", "5.20", "主任", 0.75),
        continued(d, "标准厂房 B 区", "示例标准厂房运营有限公司", "2.10", "副主任 刘", 0.85),
        signed(d, "增塑剂扩能", "示例增塑剂有限公司", "1.10", "副主任 刘"),
        reserved(d, "芳烃溶剂油分离", "示例芳烃材料有限公司", "10.26", "主任"));
  }

  /** Days of the plan year. */
  private record Days(LocalDate today) {
    LocalDate at(double part) {
      LocalDate newYear = LocalDate.of(today.getYear(), 1, 1);
      return newYear.plusDays(Math.round(part * (newYear.lengthOfYear() - 1)));
    }

    /** That many days ahead, but within the year. */
    LocalDate ahead(int days) {
      LocalDate last = LocalDate.of(today.getYear(), 12, 31);
      LocalDate day = today.plusDays(days);
      return day.isAfter(last) ? last : day;
    }
  }

  private static Map<String, LocalDate> plan(
      LocalDate approval, LocalDate start, LocalDate completion) {
    LocalDate filed = approval.isAfter(start) ? start : approval;
    Map<String, LocalDate> plan = new LinkedHashMap<>();
    plan.put("reserve", filed.minusDays(240));
    plan.put("signed", filed.minusDays(170));
    plan.put("landed", filed.minusDays(90));
    plan.put("approval", filed);
    plan.put("started", start);
    plan.put("completed", completion);
    plan.put("producing", completion.plusDays(150));
    return plan;
  }

  private static SampleProject starts(
      Days d, String name, String firm, String yi, String leader, double start, double completion) {
    LocalDate on = d.at(start);
    LocalDate done = completion == 0 ? on.plusDays(420) : d.at(completion);
    return of(name, firm, yi, leader, true, plan(on.minusDays(40), on, done), "");
  }

  /** Lacks its filing. */
  private static SampleProject late(
      Days d,
      String name,
      String firm,
      String yi,
      String leader,
      LocalDate approval,
      LocalDate start) {
    return of(
        name, firm, yi, leader, false, plan(approval, start, start.plusDays(400)), "approval");
  }

  /** Has its papers and waits for its parcel. */
  private static SampleProject ready(
      Days d, String name, String firm, String yi, String leader, LocalDate start) {
    LocalDate filed = d.today().minusDays(20);
    return of(name, firm, yi, leader, true, plan(filed, start, start.plusDays(400)), "started");
  }

  /** Started last year, to be completed in this one. */
  private static SampleProject continued(
      Days d, String name, String firm, String yi, String leader, double completion) {
    LocalDate start =
        LocalDate.of(d.today().getYear() - 1, 5, 10).plusDays(Math.round(completion * 100));
    return of(name, firm, yi, leader, true, plan(start.minusDays(60), start, d.at(completion)), "");
  }

  private static SampleProject signed(Days d, String name, String firm, String yi, String leader) {
    LocalDate start = d.today().plusDays(380);
    Map<String, LocalDate> plan = plan(start.minusDays(120), start, start.plusDays(400));
    plan.put("reserve", d.today().minusDays(100));
    plan.put("signed", d.today().minusDays(30));
    return of(name, firm, yi, leader, false, plan, "landed");
  }

  private static SampleProject reserved(
      Days d, String name, String firm, String yi, String leader) {
    LocalDate start = d.today().plusDays(430);
    Map<String, LocalDate> plan = plan(start.minusDays(120), start, start.plusDays(500));
    plan.put("reserve", d.today().minusDays(45));
    plan.put("signed", d.today().plusDays(60));
    return of(name, firm, yi, leader, false, plan, "signed");
  }

  private static SampleProject of(
      String name,
      String firm,
      String yi,
      String leader,
      boolean coded,
      Map<String, LocalDate> plan,
      String holds) {
    java.math.BigDecimal size = new java.math.BigDecimal(yi);
    List<Need> needs =
        List.of(
            need("land", size, "18"),
            need("power", size, "1200"),
            need("water", size, "160"),
            need("energy", size, "2400"));
    return new SampleProject(name, firm, yi, leader, coded, plan, holds, needs);
  }

  private static Need need(String factor, java.math.BigDecimal size, String each) {
    return new Need(
        factor,
        size.multiply(new java.math.BigDecimal(each)).setScale(1, java.math.RoundingMode.HALF_UP));
  }

  /** What it has entered on {@code today}: what was planned up to then, in order. */
  Map<String, LocalDate> entered(LocalDate today) {
    Map<String, LocalDate> entered = new LinkedHashMap<>();
    for (Map.Entry<String, LocalDate> step : planned.entrySet()) {
      boolean come =
          ENTERED_BEFORE_A_START.contains(step.getKey()) && !holds.equals(step.getKey())
              || !step.getValue().isAfter(today.minusDays(1));
      if (!come || holds.equals(step.getKey())) {
        return entered;
      }
      entered.put(step.getKey(), step.getValue().isAfter(today) ? today : step.getValue());
    }
    return entered;
  }

  /**
   * What is promised of it at full production; of some nobody has said whether they are chemical.
   */
  Benefit benefit() {
    java.math.BigDecimal size = new java.math.BigDecimal(yi);
    return new Benefit(
        CHEMICAL.get(name),
        name.contains("物流") ? ZoneState.Use.STORAGE : ZoneState.Use.INDUSTRY,
        Money.ofYi(size.multiply(new java.math.BigDecimal("1.6"))),
        Money.ofWan(size.movePointRight(4).multiply(new java.math.BigDecimal("0.05"))),
        size.multiply(new java.math.BigDecimal("60")).intValue(),
        "",
        KINDS.getOrDefault(name, ""));
  }

  /** As neighbours see them. */
  private static final Map<String, String> KINDS =
      Map.of("危化品仓储物流", "危化品", "芳烃溶剂油分离", "危化品", "PE 管材三期", "塑料加工", "聚丙烯改性", "塑料加工");

  private static final Map<String, Boolean> CHEMICAL =
      Map.of("芳烃溶剂油分离", true, "聚丙烯改性", false, "PE 管材三期", false, "标准厂房 B 区", false, "换热器制造", false);
}

package org.mujian.factors;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.mujian.factors.FactorAccount.Kind;
import org.mujian.units.Period;
import org.mujian.zone.SampleContent;
import org.mujian.zone.Zone;
import org.springframework.stereotype.Component;

/** The sample's nine factor accounts, two of them nearly spent. All invented. */
@Component
class SampleFactors implements SampleContent {

  private static final int QUARTERS = 8;

  private final FactorAccounts accounts;
  private final Factors factors;
  private final Clock clock;

  SampleFactors(FactorAccounts accounts, Factors factors, Clock clock) {
    this.accounts = accounts;
    this.factors = factors;
    this.clock = clock;
  }

  private record Plan(
      String code, String name, Kind kind, String unit, String cap, String used, String note) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("quota-new", "新增建设用地计划", Kind.BUDGET, "亩", "180", "165", "按批次使用"),
          new Plan("quota-balance", "占补平衡指标", Kind.BUDGET, "亩", "150", "60", ""),
          new Plan("quota-linkage", "增减挂钩节余指标", Kind.BUDGET, "亩", "90", "20", ""),
          new Plan("quota-stock", "存量盘活用地", Kind.BUDGET, "亩", "120", "35", "不占新增指标"),
          new Plan("energy", "能耗指标", Kind.BUDGET, "吨标准煤", "60000", "31000", ""),
          new Plan("power", "供电能力", Kind.CAPACITY, "MVA", "20", "18.4", "曙光变电所投运后增加"),
          new Plan("water", "供水能力", Kind.CAPACITY, "m³/d", "4200", "1650", ""),
          new Plan("sewage", "污水处理能力", Kind.CAPACITY, "m³/d", "3000", "1400", ""),
          new Plan("heat", "供热能力（蒸汽）", Kind.CAPACITY, "t/h", "80", "32", ""));

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String titleKey() {
    return "sample.factors";
  }

  @Override
  public void load(Zone zone) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
    LocalDate first =
        LocalDate.of(today.getYear(), today.getMonthValue() - (today.getMonthValue() - 1) % 3, 1);
    for (Plan plan : PLANS) {
      FactorAccount account =
          accounts.create(
              zone.id(),
              new FactorAccounts.New(
                  plan.code(),
                  plan.name(),
                  plan.kind(),
                  plan.code(),
                  plan.unit(),
                  null,
                  plan.note(),
                  true));
      LocalDate last =
          plan.kind() == Kind.BUDGET
              ? LocalDate.of(today.getYear(), 12, 31)
              : first.plusMonths(3L * QUARTERS).minusDays(1);
      for (Period period : account.periods(first, last)) {
        factors.supply(zone.id(), account.id(), period, new BigDecimal(plan.cap()), "示例：下达或设计能力");
      }
      FactorReservation held =
          factors.reserve(
              zone.id(),
              new FactorAsk(
                  account.id(),
                  "sample:existing",
                  "已投产企业（示例）",
                  new BigDecimal(plan.used()),
                  first,
                  last));
      factors.commit(zone.id(), held.id(), "示例：现有用量");
    }
  }
}

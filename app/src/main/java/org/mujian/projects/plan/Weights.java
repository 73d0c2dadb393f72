package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** Points of a unit of each measure, 0 or more. */
public record Weights(Map<Measure, BigDecimal> points) {

  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

  public Weights {
    EnumMap<Measure, BigDecimal> all = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      BigDecimal each = points.getOrDefault(measure, measure.usualPoints());
      if (each.signum() < 0 || each.compareTo(MOST) > 0 || each.stripTrailingZeros().scale() > 4) {
        throw new PlanRefused(
            "权重应在 0 到 100000 之间、至多四位小数：" + measure.code() + " = " + each.toPlainString(),
            "a weight is within 0 and 100000, with at most four decimals: "
                + measure.code()
                + " = "
                + each.toPlainString());
      }
      all.put(measure, each);
    }
    points = java.util.Collections.unmodifiableMap(all);
    if (points.values().stream().allMatch(each -> each.signum() == 0)) {
      throw new PlanRefused(
          "权重全为 0：所有项目一样，无从取舍；请至少给一项大于 0 的权重",
          "all weights are 0: give at least one of them a value above 0");
    }
  }

  public static Weights usual() {
    return new Weights(Map.of());
  }

  /** The points of one measure of a project; below 0 for a cost. */
  public BigDecimal of(Measure measure, Map<Measure, BigDecimal> amounts) {
    BigDecimal amount = amounts.getOrDefault(measure, BigDecimal.ZERO);
    BigDecimal each = java.util.Objects.requireNonNull(points.get(measure));
    BigDecimal total = each.multiply(amount);
    return measure.isCost() ? total.negate() : total;
  }

  /** A project's value in whole points; never below 0, where the engine's values begin. */
  public long value(Map<Measure, BigDecimal> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Measure measure : Measure.values()) {
      sum = sum.add(of(measure, amounts));
    }
    return sum.max(BigDecimal.ZERO).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}

package org.mujian.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a figure compares with an earlier one (同比, 环比): in per cent, or, for shares and rates, in
 * percentage points (百分点).
 *
 * @param amount rounded half up to one decimal; null when there is nothing to compare with
 * @param why the message key's last part when there is no amount
 */
public record Growth(@Nullable BigDecimal amount, boolean points, @Nullable String why) {

  static Growth of(Measure measure, @Nullable BigDecimal now, @Nullable BigDecimal base) {
    boolean points = measure.isPercentage();
    if (now == null || base == null) {
      return new Growth(null, points, "no-base");
    }
    if (points) {
      return new Growth(now.subtract(base).setScale(1, RoundingMode.HALF_UP), true, null);
    }
    // From nothing or from a loss, a growth in per cent says nothing.
    if (base.signum() <= 0) {
      return new Growth(null, false, "base-not-positive");
    }
    return new Growth(
        now.subtract(base).multiply(BigDecimal.valueOf(100)).divide(base, 1, RoundingMode.HALF_UP),
        false,
        null);
  }

  /** With its sign, for example {@code +3.2}. */
  public String signed() {
    BigDecimal shown = amount == null ? BigDecimal.ZERO : amount;
    return (shown.signum() > 0 ? "+" : "") + shown.toPlainString();
  }
}

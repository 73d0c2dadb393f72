package org.mujian.factors;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Asks for an amount of one account from one day until another (both included). Of a budget, the
 * year of {@code from} is drawn on; of a capacity, every quarter touched.
 *
 * @param holder opaque: a kind, a colon, an id
 */
public record FactorAsk(
    long accountId,
    String holder,
    String holderName,
    BigDecimal amount,
    LocalDate from,
    LocalDate until) {

  private static final int LARGEST_SCALE = 4;
  private static final int LONGEST_YEARS = 60;

  /** What is wrong with it, before any account is looked at. */
  void check() {
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > LARGEST_SCALE) {
      throw new FactorRefused(
          "数量须大于 0 且至多 4 位小数：" + amount.toPlainString(),
          "An amount is above 0 with at most 4 decimals: " + amount.toPlainString());
    }
    if (amount.precision() - amount.scale() > 15) {
      throw new FactorRefused("数量过大", "The amount is too large");
    }
    if (!holder.matches("[a-z]+:\\S+") || holderName.isBlank()) {
      throw new FactorRefused(
          "占用者须写明，例如 project:123 与它的名称", "Name the holder, for example project:123, and its name");
    }
    if (until.isBefore(from) || until.isAfter(from.plusYears(LONGEST_YEARS))) {
      throw new FactorRefused(
          "期限不对：自 " + from + " 至 " + until + "，至多 " + LONGEST_YEARS + " 年",
          "The period is wrong: "
              + from
              + " to "
              + until
              + ", at most "
              + LONGEST_YEARS
              + " years");
    }
  }
}

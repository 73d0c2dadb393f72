package org.mujian.projects.plan;

import java.math.BigDecimal;

/**
 * Something assumed that the zone's records do not say.
 *
 * @param target code of a factor, id of a work or number of a parcel, as {@code kind} has it
 * @param amount of {@link Kind#SUPPLY_MORE}, in the account's unit; below 0 for less
 * @param quarters of {@link Kind#SUPPLY_MORE}: from which one, 0 being the current; of the two
 *     delays: by how many
 */
public record WhatIf(Kind kind, String target, BigDecimal amount, int quarters) {

  public enum Kind {
    SUPPLY_MORE,
    SUPPLY_LATER,
    WORK_LATER,
    PARCEL_OUT
  }

  private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

  public WhatIf {
    amount = amount.stripTrailingZeros();
    if (target.isBlank() || target.length() > 60) {
      throw new PlanRefused("假设没有写明对象", "an assumption names what it is about");
    }
    if (amount.abs().compareTo(MOST) > 0 || amount.scale() > 4) {
      throw new PlanRefused(
          "「" + target + "」的增减 " + amount.toPlainString() + " 超出范围：至多一亿，四位小数",
          target + ": " + amount.toPlainString() + " is beyond 100,000,000 or four decimals");
    }
    if (quarters < 0 || quarters > PlanAsk.MOST_QUARTERS) {
      throw new PlanRefused(
          "「" + target + "」的季度数 " + quarters + " 应在 0 到 " + PlanAsk.MOST_QUARTERS + " 之间",
          target + ": " + quarters + " quarters are not within 0 and " + PlanAsk.MOST_QUARTERS);
    }
  }
}

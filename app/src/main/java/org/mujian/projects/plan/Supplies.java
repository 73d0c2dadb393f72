package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.mujian.projects.plan.ZoneState.Supply;

/** What there is of a factor by quarter, with what is assumed. */
final class Supplies {

  private Supplies() {}

  /**
   * By quarter, those after the plan included. Within the plan what the ledger does not say counts
   * as nothing; after it what stood before stays.
   */
  static List<BigDecimal> of(Supply supply, PlanAsk ask) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (int t = 0; t < supply.amounts().size(); t++) {
      BigDecimal known = supply.amounts().get(t);
      BigDecimal unknown = t < ask.quarters() ? BigDecimal.ZERO : amounts.getLast();
      amounts.add(known == null ? unknown : known);
    }
    for (WhatIf whatIf : ask.whatIfs()) {
      if (whatIf.target().equals(supply.factor())) {
        switch (whatIf.kind()) {
          case SUPPLY_LATER -> delay(amounts, whatIf.quarters());
          case SUPPLY_MORE -> add(amounts, whatIf);
          case WORK_LATER, PARCEL_OUT -> {}
        }
      }
    }
    return amounts.stream().map(amount -> amount.max(BigDecimal.ZERO)).toList();
  }

  /** What is there today stays; what comes, comes later. */
  private static void delay(List<BigDecimal> amounts, int quarters) {
    List<BigDecimal> before = List.copyOf(amounts);
    for (int t = 0; t < amounts.size(); t++) {
      amounts.set(t, before.get(t).min(before.get(Math.max(0, t - quarters))));
    }
  }

  private static void add(List<BigDecimal> amounts, WhatIf whatIf) {
    for (int t = whatIf.quarters(); t < amounts.size(); t++) {
      amounts.set(t, amounts.get(t).add(whatIf.amount()));
    }
  }

  /** In the engine's units. */
  static long scaled(BigDecimal amount, RoundingMode rounding, String what) {
    BigDecimal scaled = amount.movePointRight(Question.DECIMALS).setScale(0, rounding);
    if (scaled.compareTo(BigDecimal.valueOf(org.mujian.allocation.Scenario.MOST)) > 0) {
      throw new PlanRefused(
          what + " " + amount.toPlainString() + " 超出可计算的范围（一亿）",
          what + " " + amount.toPlainString() + " is beyond 100,000,000");
    }
    return scaled.longValueExact();
  }
}

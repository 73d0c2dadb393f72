package org.mujian.factors;

import java.math.BigDecimal;

/**
 * What an account has in a period: a year of a budget, a quarter of a capacity.
 *
 * @param period written as {@link org.mujian.units.Period} writes it
 * @param used reserved and committed together
 */
public record Balance(String period, BigDecimal cap, BigDecimal used) {

  public BigDecimal free() {
    return cap.subtract(used);
  }
}

package org.mujian.appraisal;

import java.math.BigDecimal;

/**
 * One line of a scheme.
 *
 * @param code unique in the scheme
 * @param unit of value, target and base
 * @param points its weight, above 0
 */
public record Indicator(String code, String name, String unit, BigDecimal points, Rule rule) {
  public Indicator {
    if (code.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("An indicator has a code and a name: " + code + name);
    }
    if (points.signum() <= 0) {
      throw new IllegalArgumentException("Points are above 0: " + code + " " + points);
    }
  }

  /** What can be earned at most, a bonus included. */
  public BigDecimal most() {
    return points.multiply(rule.most());
  }
}

package org.mujian.appraisal;

import java.math.BigDecimal;
import java.util.List;

/**
 * Indicators of one kind.
 *
 * @param points declared; those of the indicators must add up to them
 */
public record IndicatorClass(
    String code, String name, BigDecimal points, List<Indicator> indicators) {
  public IndicatorClass {
    indicators = List.copyOf(indicators);
  }
}

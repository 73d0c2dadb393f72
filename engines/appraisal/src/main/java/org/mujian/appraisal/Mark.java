package org.mujian.appraisal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one indicator earned, and why.
 *
 * @param earned null when it is not known
 * @param inputs see {@link Reason}
 */
public record Mark(
    Indicator indicator,
    Reading reading,
    @Nullable BigDecimal earned,
    Reason reason,
    List<BigDecimal> inputs) {

  public Mark {
    inputs = List.copyOf(inputs);
    if ((earned == null) != reason.isOpen()) {
      throw new IllegalArgumentException(indicator.code() + ": " + earned + " " + reason);
    }
  }

  public BigDecimal known() {
    return earned == null ? BigDecimal.ZERO : earned;
  }

  /** The points that are neither earned nor lost. */
  public BigDecimal open() {
    return earned == null ? indicator.most() : BigDecimal.ZERO;
  }

  /** The points that were not obtained although the value is known; none below 0. */
  public BigDecimal lost() {
    return earned == null
        ? BigDecimal.ZERO
        : indicator.points().subtract(earned).max(BigDecimal.ZERO);
  }
}

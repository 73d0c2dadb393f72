package org.mujian.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;

/**
 * A public work (工程).
 *
 * @param estimate the approved estimate (概算), which payments never exceed; null: not approved
 * @param forecast when it will be finished, as far as is known
 * @param finished null while it is not
 */
public record Work(
    long zoneId,
    long id,
    String number,
    String name,
    String contractor,
    Money budget,
    @Nullable Money estimate,
    Money paid,
    @Nullable LocalDate plannedStart,
    LocalDate plannedFinish,
    LocalDate forecast,
    @Nullable LocalDate started,
    @Nullable LocalDate finished,
    String evidence,
    String note,
    boolean sample,
    int version) {

  /** Whether it is not finished and forecast for later than planned. */
  boolean isLate() {
    return finished == null && forecast.isAfter(plannedFinish);
  }

  /** Paid of the approved estimate, in per cent; null without one. */
  public @Nullable BigDecimal paidPercent() {
    Money approved = estimate;
    if (approved == null || approved.yuan().signum() == 0) {
      return null;
    }
    return paid.yuan().movePointRight(2).divide(approved.yuan(), 1, java.math.RoundingMode.HALF_UP);
  }
}

package org.mujian.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.mujian.units.Period;

/**
 * What a number means.
 *
 * @param code a zone's own begin with {@code own-}
 * @param unit in which values are kept
 * @param shownUnit in which they are typed and shown
 * @param shift kept = shown × 10^shift
 * @param decimals shown at most
 * @param periods kinds of period for which it is reported
 * @param official the basis that reports and scores use
 * @param source where it is defined
 */
public record Measure(
    String code,
    String name,
    String nameEn,
    String unit,
    String shownUnit,
    int shift,
    int decimals,
    List<String> periods,
    Basis official,
    String source,
    Direction direction) {

  /** What comes with the program says of none which way it is good. */
  public Measure(
      String code,
      String name,
      String nameEn,
      String unit,
      String shownUnit,
      int shift,
      int decimals,
      List<String> periods,
      Basis official,
      String source) {
    this(
        code,
        name,
        nameEn,
        unit,
        shownUnit,
        shift,
        decimals,
        periods,
        official,
        source,
        Direction.NONE);
  }

  /** A zone's own, which the zone may change. */
  public boolean isOwn() {
    return code.startsWith("own-");
  }

  /** A share or rate: two of them differ by percentage points, not by per cent. */
  public boolean isPercentage() {
    return unit.equals("%");
  }

  boolean takes(Period period) {
    return periods.contains(period.kind().code());
  }

  /** The value in the shown unit, rounded once, without more digits than it has. */
  public String show(BigDecimal value) {
    BigDecimal shown = value.movePointLeft(shift).setScale(decimals, RoundingMode.HALF_UP);
    if (shown.signum() == 0) {
      return "0";
    }
    shown = shown.stripTrailingZeros();
    return "%,.{n}f".replace("{n}", String.valueOf(Math.max(0, shown.scale()))).formatted(shown);
  }

  /** The value in the shown unit, exact. */
  BigDecimal shown(BigDecimal value) {
    BigDecimal shown = value.movePointLeft(shift).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0) : shown;
  }

  /** What a typed number in the shown unit is in the kept one. */
  BigDecimal keep(BigDecimal shown) {
    return shown.movePointRight(shift);
  }
}

package org.mujian.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of yuan (元, CNY) with two decimals, negative when owed or returned. Pages show it in 万元
 * (10⁴) or 亿元 (10⁸); both conversions are exact, rounding is the page's.
 *
 * <p>What is finer than a fen is rounded half even on the way in. Two amounts that are equal as
 * numbers are equal here: the scale is always two.
 */
public record Money(BigDecimal yuan) implements Comparable<Money> {

  public static final Money ZERO = ofYuan(BigDecimal.ZERO);

  public Money {
    yuan = yuan.setScale(2, RoundingMode.HALF_EVEN);
  }

  public static Money ofYuan(BigDecimal yuan) {
    return new Money(yuan);
  }

  public static Money ofWan(BigDecimal tenThousands) {
    return new Money(tenThousands.movePointRight(4));
  }

  public static Money ofYi(BigDecimal hundredMillions) {
    return new Money(hundredMillions.movePointRight(8));
  }

  /** In 万元, exact. */
  public BigDecimal wan() {
    return yuan.movePointLeft(4);
  }

  /** In 亿元, exact. */
  public BigDecimal yi() {
    return yuan.movePointLeft(8);
  }

  public Money plus(Money other) {
    return new Money(yuan.add(other.yuan));
  }

  public Money minus(Money other) {
    return new Money(yuan.subtract(other.yuan));
  }

  /** This amount times {@code factor}, rounded half even to fen. */
  public Money times(BigDecimal factor) {
    return new Money(yuan.multiply(factor));
  }

  /**
   * Yuan per mu (元/亩), rounded half up to two decimals.
   *
   * @throws IllegalArgumentException when the area is zero: there is no such figure
   */
  public BigDecimal perMu(Area area) {
    if (area.squareMetres().signum() == 0) {
      throw new IllegalArgumentException("No amount per mu of an area of zero");
    }
    // yuan / (m² · 3 / 2000), divided once so that it is rounded once
    return yuan.multiply(BigDecimal.valueOf(2000))
        .divide(area.squareMetres().multiply(BigDecimal.valueOf(3)), 2, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Money other) {
    return yuan.compareTo(other.yuan);
  }
}

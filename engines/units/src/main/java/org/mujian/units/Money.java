package org.mujian.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of yuan with two decimals. Pages show it in 万元 (10⁴) or 亿元 (10⁸). */
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

  @Override
  public int compareTo(Money other) {
    return yuan.compareTo(other.yuan);
  }
}

package org.mujian.appraisal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the points of a scheme add up, class by class and in all.
 *
 * @param declared what the scheme says its classes come to
 */
public record Weights(List<Sum> classes, BigDecimal declared) {

  /** A class: what it declares, and what its indicators come to. */
  public record Sum(String code, String name, BigDecimal declared, BigDecimal sum, int indicators) {
    public boolean addsUp() {
      return declared.compareTo(sum) == 0 && indicators > 0;
    }
  }

  public static Weights of(BigDecimal declared, List<IndicatorClass> classes) {
    return new Weights(
        classes.stream()
            .map(
                c ->
                    new Sum(
                        c.code(),
                        c.name(),
                        c.points(),
                        c.indicators().stream()
                            .map(Indicator::points)
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                        c.indicators().size()))
            .toList(),
        declared);
  }

  /** Of all indicators. */
  public BigDecimal sum() {
    return classes.stream().map(Sum::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean addUp() {
    return !classes.isEmpty()
        && classes.stream().allMatch(Sum::addsUp)
        && declared.compareTo(sum()) == 0;
  }

  /** The sums by class in one line: {@code A 开放 300/300，B 创新 140/150；合计 990/1000}. */
  @Override
  public String toString() {
    return classes.stream()
            .map(c -> c.code() + " " + c.name() + " " + plain(c.sum()) + "/" + plain(c.declared()))
            .collect(Collectors.joining("，"))
        + "；合计 "
        + plain(sum())
        + "/"
        + plain(declared);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}

package org.mujian.appraisal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Scores readings by a scheme. Pure: the same in, the same out. */
public final class Appraisal {

  /** Of the points of an indicator. */
  public static final int DECIMALS = 2;

  private static final MathContext PRECISE = MathContext.DECIMAL64;

  private Appraisal() {}

  /**
   * @param readings by the indicator's code; what is not there is not known
   * @throws IllegalArgumentException naming readings of indicators that the scheme does not have
   */
  public static Score score(Scheme scheme, Map<String, Reading> readings) {
    Set<String> strange = new TreeSet<>(readings.keySet());
    strange.removeAll(
        scheme.indicators().stream().map(Indicator::code).collect(Collectors.toSet()));
    if (!strange.isEmpty()) {
      throw new IllegalArgumentException("No such indicators in " + scheme.name() + ": " + strange);
    }
    return new Score(
        scheme,
        scheme.classes().stream()
            .map(
                c ->
                    new Score.Part(c, c.indicators().stream().map(i -> mark(i, readings)).toList()))
            .toList());
  }

  private static Mark mark(Indicator indicator, Map<String, Reading> readings) {
    return mark(indicator, readings.getOrDefault(indicator.code(), Reading.NONE));
  }

  /** Scores one indicator. */
  public static Mark mark(Indicator indicator, Reading reading) {
    BigDecimal value = reading.value();
    if (value == null) {
      return open(indicator, reading, Reason.NO_VALUE);
    }
    return switch (indicator.rule()) {
      case Rule.Completion rule -> completion(indicator, reading, value, rule);
      case Rule.Reverse rule -> reverse(indicator, reading, value);
      case Rule.BaseYear rule -> baseYear(indicator, reading, value, rule);
      case Rule.Bands rule -> bands(indicator, reading, value, rule);
      case Rule.Deduction rule -> deduction(indicator, reading, value, rule);
    };
  }

  private static Mark completion(
      Indicator indicator, Reading reading, BigDecimal value, Rule.Completion rule) {
    BigDecimal target = reading.target();
    if (target == null) {
      return open(indicator, reading, Reason.NO_TARGET, value);
    }
    if (target.signum() <= 0) {
      return open(indicator, reading, Reason.TARGET_UNFIT, value, target);
    }
    BigDecimal share = value.divide(target, PRECISE).max(BigDecimal.ZERO);
    return share.compareTo(rule.cap()) > 0
        ? earned(indicator, reading, rule.cap(), Reason.CAPPED, value, target, share, rule.cap())
        : earned(indicator, reading, share, Reason.COMPLETION, value, target, share);
  }

  private static Mark reverse(Indicator indicator, Reading reading, BigDecimal value) {
    BigDecimal target = reading.target();
    if (target == null) {
      return open(indicator, reading, Reason.NO_TARGET, value);
    }
    if (target.signum() < 0) {
      return open(indicator, reading, Reason.TARGET_UNFIT, value, target);
    }
    if (value.compareTo(target) <= 0) {
      return earned(indicator, reading, BigDecimal.ONE, Reason.WITHIN, value, target);
    }
    BigDecimal share = target.divide(value, PRECISE);
    return earned(indicator, reading, share, Reason.ABOVE, value, target, share);
  }

  private static Mark baseYear(
      Indicator indicator, Reading reading, BigDecimal value, Rule.BaseYear rule) {
    BigDecimal base = reading.base();
    if (base == null) {
      return open(indicator, reading, Reason.NO_BASE, value);
    }
    if (base.signum() <= 0) {
      return open(indicator, reading, Reason.BASE_UNFIT, value, base);
    }
    BigDecimal change = value.subtract(base).divide(base, PRECISE);
    BigDecimal growth = rule.lowerIsBetter() ? change.negate() : change;
    if (growth.signum() < 0) {
      BigDecimal ratio =
          rule.lowerIsBetter() ? base.divide(value, PRECISE) : value.divide(base, PRECISE);
      BigDecimal share = rule.reached().multiply(ratio.max(BigDecimal.ZERO));
      return earned(indicator, reading, share, Reason.BELOW_BASE, value, base, growth);
    }
    BigDecimal steps = growth.divide(rule.step(), PRECISE).setScale(0, RoundingMode.FLOOR);
    BigDecimal points =
        indicator.points().multiply(rule.reached()).add(steps.multiply(rule.more()));
    boolean full = points.compareTo(indicator.points()) > 0;
    return new Mark(
        indicator,
        reading,
        round(points.min(indicator.points())),
        full ? Reason.GROWN_TO_FULL : Reason.GROWN,
        List.of(value, base, growth, steps));
  }

  private static Mark bands(
      Indicator indicator, Reading reading, BigDecimal value, Rule.Bands rule) {
    for (Rule.Band band : rule.bands()) {
      int side = value.compareTo(band.limit());
      if (rule.lowerIsBetter() ? side <= 0 : side >= 0) {
        return earned(
            indicator, reading, band.share(), Reason.BAND, value, band.limit(), band.share());
      }
    }
    return earned(
        indicator, reading, BigDecimal.ZERO, Reason.NO_BAND, value, rule.bands().getLast().limit());
  }

  private static Mark deduction(
      Indicator indicator, Reading reading, BigDecimal value, Rule.Deduction rule) {
    BigDecimal off = value.max(BigDecimal.ZERO).multiply(rule.each());
    BigDecimal points = indicator.points().subtract(off).max(BigDecimal.ZERO);
    return new Mark(
        indicator, reading, round(points), Reason.DEDUCTED, List.of(value, rule.each()));
  }

  private static Mark earned(
      Indicator indicator, Reading reading, BigDecimal share, Reason reason, BigDecimal... inputs) {
    return new Mark(
        indicator, reading, round(indicator.points().multiply(share)), reason, List.of(inputs));
  }

  private static Mark open(
      Indicator indicator, Reading reading, Reason reason, BigDecimal... inputs) {
    return new Mark(indicator, reading, null, reason, List.of(inputs));
  }

  private static BigDecimal round(BigDecimal points) {
    return points.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}

package org.mujian.governance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.mujian.appraisal.Mark;
import org.mujian.appraisal.Reason;
import org.mujian.appraisal.Rule;
import org.mujian.web.Light;

/**
 * The light of an indicator. What accrues towards a year's target is judged by the part of the year
 * that is over (时序进度), all else by the share of its points.
 *
 * @param share of the target or of the points, per one; null when not known
 * @param expected the part of the year, or null when that is not what it is judged by
 */
record Verdict(
    Light.State state,
    @org.jspecify.annotations.Nullable BigDecimal share,
    @org.jspecify.annotations.Nullable BigDecimal expected) {

  /** Less than this part of what is expected is red. */
  private static final BigDecimal NEARLY = new BigDecimal("0.8");

  private static final BigDecimal GOOD = new BigDecimal("0.9");
  private static final BigDecimal POOR = new BigDecimal("0.6");
  private static final MathContext PRECISE = MathContext.DECIMAL32;

  /**
   * @param months of the year that are over
   */
  static Verdict of(Mark mark, boolean accrues, int months) {
    if (mark.earned() == null) {
      return new Verdict(Light.State.WARN, null, null);
    }
    BigDecimal progress = BigDecimal.valueOf(months).divide(BigDecimal.valueOf(12), PRECISE);
    if (accrues && mark.indicator().rule() instanceof Rule.Completion) {
      BigDecimal share = mark.inputs().get(2);
      return new Verdict(state(share, progress, progress.multiply(NEARLY)), share, progress);
    }
    if (accrues && mark.indicator().rule() instanceof Rule.Reverse) {
      return spent(mark, progress);
    }
    BigDecimal share = mark.known().divide(mark.indicator().most(), PRECISE);
    return new Verdict(state(share, GOOD, POOR), share, null);
  }

  /** A limit of the year that is used up faster than the year goes by. */
  private static Verdict spent(Mark mark, BigDecimal progress) {
    if (mark.reason() == Reason.ABOVE || mark.inputs().get(1).signum() == 0) {
      Light.State state = mark.reason() == Reason.ABOVE ? Light.State.BAD : Light.State.OK;
      return new Verdict(state, mark.known().divide(mark.indicator().points(), PRECISE), null);
    }
    BigDecimal used = mark.inputs().get(0).divide(mark.inputs().get(1), PRECISE);
    Light.State state = used.compareTo(progress) > 0 ? Light.State.WARN : Light.State.OK;
    return new Verdict(state, used, progress);
  }

  private static Light.State state(BigDecimal share, BigDecimal good, BigDecimal poor) {
    if (share.compareTo(good) >= 0) {
      return Light.State.OK;
    }
    return share.compareTo(poor) >= 0 ? Light.State.WARN : Light.State.BAD;
  }

  /** A share in per cent with one decimal. */
  static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
  }
}

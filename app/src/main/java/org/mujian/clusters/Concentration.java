package org.mujian.clusters;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a cluster's output its largest members make, and how much the cluster makes of the
 * zone's. Pure.
 *
 * @param reported how many members have an output
 * @param output of the cluster, 万元
 * @param cr4 the share of the four largest, in %; null under five reporting members, where it says
 *     nothing, and without output
 * @param hhi the sum of the squared shares in %, at most 10,000; null without output
 * @param zoneReported how many enterprises of the zone have an output
 * @param zoneOutput of all of them, 万元
 * @param share the cluster's in the zone's, in %; null without output
 */
record Concentration(
    int reported,
    BigDecimal output,
    @Nullable BigDecimal cr4,
    @Nullable BigDecimal hhi,
    int zoneReported,
    BigDecimal zoneOutput,
    @Nullable BigDecimal share) {

  /** Of four or fewer the four largest are all. */
  static final int FEWEST_FOR_CR4 = 5;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param members outputs of the members that reported
   * @param zone outputs of all enterprises of the zone that reported, members included
   */
  static Concentration of(Collection<BigDecimal> members, Collection<BigDecimal> zone) {
    BigDecimal output = add(members);
    BigDecimal zoneOutput = add(zone);
    boolean none = output.signum() <= 0;
    return new Concentration(
        members.size(),
        output,
        none || members.size() < FEWEST_FOR_CR4 ? null : percent(largest(members), output),
        none ? null : hhi(members, output),
        zone.size(),
        zoneOutput,
        none || zoneOutput.signum() <= 0 ? null : percent(output, zoneOutput));
  }

  private static BigDecimal largest(Collection<BigDecimal> values) {
    List<BigDecimal> four = values.stream().sorted(Comparator.reverseOrder()).limit(4).toList();
    return add(four);
  }

  private static BigDecimal hhi(Collection<BigDecimal> values, BigDecimal output) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      BigDecimal share = value.multiply(HUNDRED).divide(output, MathContext.DECIMAL64);
      sum = sum.add(share.multiply(share));
    }
    return sum.setScale(0, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal add(Collection<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

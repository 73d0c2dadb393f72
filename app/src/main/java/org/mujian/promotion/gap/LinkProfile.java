package org.mujian.promotion.gap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in a link of a chain in a city and in its province, and since when.
 *
 * @param years in order; entries of those whose role counts for the link
 * @param undated entries whose year of registration is unknown, or was when they were tagged
 */
public record LinkProfile(Side city, Side province, List<Year> years, long undated) {

  /**
   * @param capital in yuan, of those whose role counts and whose capital is known in yuan
   * @param withCapital how many these are
   * @param middleYear half of those whose role counts registered by then; null when no year is
   *     known
   */
  public record Side(
      Gap.Counts counts, BigDecimal capital, long withCapital, @Nullable Integer middleYear) {}

  /** Entries of one year. */
  public record Year(int year, long city, long province) {}
}

package org.mujian.promotion.gap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in a link of a chain in a city and in its province, and since when.
 *
 * @param years in order; entries of those whose role counts for the link
 * @param undated entries whose year of registration is unknown, or was when they were tagged
 * @param compared whether the entries of all trades are known: without them no year has a quotient
 */
public record LinkProfile(
    Side city, Side province, List<Year> years, long undated, boolean compared) {

  /**
   * @param capital in yuan, of those whose role counts and whose capital is known in yuan
   * @param withCapital how many these are
   * @param middleYear half of those whose role counts registered by then; null when no year is
   *     known
   */
  public record Side(
      Gap.Counts counts, BigDecimal capital, long withCapital, @Nullable Integer middleYear) {}

  /**
   * Entries of one year, and the location quotient of entries. Null where the province had none in
   * the link or the city none at all.
   *
   * @param cityAll entries of all trades
   * @param quotient of the year's entries alone
   * @param untilThen of all entries up to the year's end
   */
  public record Year(
      int year,
      long city,
      long province,
      long cityAll,
      long provinceAll,
      @Nullable Double quotient,
      @Nullable Double untilThen) {}
}

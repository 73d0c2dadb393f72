package org.mujian.promotion.gap;

import org.jspecify.annotations.Nullable;

/**
 * What the registry holds of a place, as tagging read it.
 *
 * @param withScope how many have a business scope to read
 * @param firstYear of registration; null when no year is known
 */
public record Base(
    long enterprises, long withScope, @Nullable Integer firstYear, @Nullable Integer lastYear) {

  static final Base NONE = new Base(0, 0, null, null);

  Base with(boolean scope, @Nullable Integer year) {
    return new Base(
        enterprises + 1,
        withScope + (scope ? 1 : 0),
        year == null ? firstYear : firstYear == null ? year : (Integer) Math.min(firstYear, year),
        year == null ? lastYear : lastYear == null ? year : (Integer) Math.max(lastYear, year));
  }
}

package org.mujian.promotion.gap;

import java.util.function.BinaryOperator;
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
    return plus(new Base(1, scope ? 1 : 0, year, year));
  }

  Base plus(Base other) {
    return new Base(
        enterprises + other.enterprises,
        withScope + other.withScope,
        pick(firstYear, other.firstYear, Math::min),
        pick(lastYear, other.lastYear, Math::max));
  }

  private static @Nullable Integer pick(
      @Nullable Integer one, @Nullable Integer other, BinaryOperator<Integer> which) {
    return one == null ? other : other == null ? one : which.apply(one, other);
  }
}

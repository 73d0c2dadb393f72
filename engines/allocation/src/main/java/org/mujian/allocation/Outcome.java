package org.mujian.allocation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param <S> the kind of solution
 * @param found empty when none was found in time, or when there is none
 * @param value of the solution
 * @param bound that no solution can beat: certified, whoever found it
 * @param impossible whether it is proven that no solution exists
 * @param work that was done, to repeat it by {@link Effort#replay}
 */
public record Outcome<S>(
    Optional<S> found, OptionalLong value, long bound, boolean impossible, List<Long> work) {

  public Outcome {
    work = List.copyOf(work);
  }

  public static <S> Outcome<S> of(@Nullable S solution, long value, long bound, List<Long> work) {
    return new Outcome<>(
        Optional.ofNullable(solution),
        solution == null ? OptionalLong.empty() : OptionalLong.of(value),
        bound,
        false,
        work);
  }

  public static <S> Outcome<S> none(long bound, List<Long> work) {
    return new Outcome<>(Optional.empty(), OptionalLong.empty(), bound, true, work);
  }

  /** Whether nothing better exists. */
  public boolean isOptimal() {
    return value.isPresent() && value.getAsLong() == bound;
  }

  /** How far from the best possible the solution is at most, 1 = all of the bound. */
  public double gap() {
    if (value.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    long apart = Math.abs(value.getAsLong() - bound);
    return apart == 0 ? 0 : (double) apart / Math.max(1, Math.abs(bound));
  }
}

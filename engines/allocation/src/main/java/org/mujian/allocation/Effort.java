package org.mujian.allocation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How much may be spent on a search. The engine has no clock: {@code stop} is asked every few
 * milliseconds, and a caller who has a time limit answers by it. What was found until then is kept.
 *
 * @param seed of all chance
 * @param threads that search side by side, 1 or more
 * @param work the limit, as {@link Outcome#work()} of an earlier run says it: with the same seed
 *     and threads the same answer comes again, however fast the machine is. Empty: no limit
 * @param stop whether to stop now; called from one thread
 * @param listener hears of progress, from one thread
 */
public record Effort(
    long seed, int threads, List<Long> work, BooleanSupplier stop, Consumer<Progress> listener) {

  public Effort {
    work = List.copyOf(work);
    if (threads < 1) {
      throw new IllegalArgumentException("threads are 1 or more: " + threads);
    }
  }

  /** Until told to stop. */
  public static Effort until(BooleanSupplier stop, long seed, int threads) {
    return new Effort(seed, threads, List.of(), stop, progress -> {});
  }

  /** The same run again, by the work that it did; one that did none was solved at once. */
  public static Effort replay(List<Long> work, long seed, int threads) {
    return new Effort(seed, threads, work, () -> false, progress -> {});
  }

  public Effort heardBy(Consumer<Progress> listener) {
    return new Effort(seed, threads, work, stop, listener);
  }
}

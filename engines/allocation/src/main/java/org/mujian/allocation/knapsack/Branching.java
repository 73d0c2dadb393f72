package org.mujian.allocation.knapsack;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Depth-first over the core, what costs most against the bound first: exact where it comes to its
 * end within its steps. Each decision against a reduced value spends of the allowance.
 */
final class Branching {

  private static final int DEEPEST = 1_000;

  private final Core core;
  private final Prices prices;
  private final int[] order;
  private final boolean[] in;
  private final long[] left;
  private boolean[] best = {};
  private long bestValue;
  private long allowance;
  private long steps;

  /**
   * @param floor a value that is known to be possible; only better choices are looked for
   */
  Branching(Core core, Prices prices, long floor) {
    this.core = core;
    this.prices = prices;
    this.bestValue = floor;
    this.allowance = prices.allowance(floor);
    this.in = new boolean[core.size()];
    this.left = core.room().clone();
    this.order =
        IntStream.range(0, core.size())
            .boxed()
            .sorted(Comparator.comparing((Integer j) -> -Math.abs(core.reduced()[j])))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * @return whether all was looked at: then nothing better than {@link #value()} exists
   */
  boolean run(long most) {
    if (order.length > DEEPEST) {
      return false;
    }
    steps = most;
    for (long room : left) {
      if (room < 0) {
        return true;
      }
    }
    return decide(0, 0, core.settledValue());
  }

  /** The floor, when nothing better was found. */
  long value() {
    return bestValue;
  }

  boolean found() {
    return best.length > 0 || (core.size() == 0 && bestValue == core.settledValue());
  }

  boolean[] choice() {
    return best;
  }

  private boolean decide(int depth, long spent, long value) {
    if (steps-- <= 0) {
      return false;
    }
    if (depth == order.length) {
      if (value > bestValue) {
        bestValue = value;
        best = in.clone();
        allowance = prices.allowance(value);
      }
      return true;
    }
    int j = order[depth];
    long reduced = core.reduced()[j];
    boolean likely = reduced > 0;
    return branch(depth, j, likely, spent, value)
        && (spent + Math.abs(reduced) > allowance
            || branch(depth, j, !likely, spent + Math.abs(reduced), value));
  }

  private boolean branch(int depth, int j, boolean taken, long spent, long value) {
    if (!taken) {
      return decide(depth + 1, spent, value);
    }
    long[] use = core.uses()[j];
    boolean fits = true;
    for (int i = 0; i < left.length; i++) {
      left[i] -= use[i];
      fits &= left[i] >= 0;
    }
    boolean whole = true;
    if (fits) {
      in[j] = true;
      whole = decide(depth + 1, spent, value + core.values()[j]);
      in[j] = false;
    }
    for (int i = 0; i < left.length; i++) {
      left[i] += use[i];
    }
    return whole;
  }
}

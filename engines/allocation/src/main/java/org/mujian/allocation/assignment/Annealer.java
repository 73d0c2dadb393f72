package org.mujian.allocation.assignment;

import java.util.SplittableRandom;

/** Cools a {@link Walker} again and again, each time more slowly. */
final class Annealer {

  private static final int MOVES = 500;
  private static final int CHUNKS_A_TICK = 4;
  private static final double HOT = 3;
  private static final double COLD = 0.35;

  private final Walker walker;
  private final double unit;
  private final double slower;
  private double length;
  private double at;
  private int coolings;

  /**
   * @param slower how much longer each cooling is than the one before
   */
  Annealer(Grid grid, double[] prices, double slower, SplittableRandom dice) {
    this.walker = new Walker(grid, prices, dice);
    this.unit = walker.unit(prices);
    this.slower = slower;
    this.length = Math.max(20, grid.jobs() / 4.0);
  }

  /** A few milliseconds of it. */
  void tick() {
    double heat = unit * HOT * StrictMath.pow(COLD / HOT, at / length);
    for (int k = 0; k < CHUNKS_A_TICK; k++) {
      walker.anneal(MOVES, heat);
      walker.adjust(!walker.isFeasible());
    }
    if (++at >= length) {
      at = 0;
      coolings++;
      length *= slower;
      if (walker.bestCost() < Long.MAX_VALUE) {
        walker.set(walker.best());
      }
    }
  }

  int coolings() {
    return coolings;
  }

  long bestCost() {
    return walker.bestCost();
  }

  int[] best() {
    return walker.best();
  }

  /** Hears of a better placement, and goes on from it after the next cooling. */
  void hear(int[] agents, long cost) {
    walker.hear(agents, cost);
  }
}

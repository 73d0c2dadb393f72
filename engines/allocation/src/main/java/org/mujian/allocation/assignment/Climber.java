package org.mujian.allocation.assignment;

import java.util.SplittableRandom;
import org.mujian.allocation.search.Worker;

/** Cools first, until there is something to be bettered; then mostly refits. */
final class Climber implements Worker {

  private static final int FIRST_COOLINGS = 2;
  private static final int REFITS_A_TICK = 4;
  private static final double NARROW = 0.0005;
  private static final double WIDE = 0.001;

  /** Of how many ticks one cools on, so that it hears of other valleys. */
  private static final int TURN = 4;

  private final Annealer annealer;
  private final Refitter refitter;
  private long ticks;

  /**
   * @param isEven those beside each other search a little differently
   */
  Climber(Grid grid, double[] prices, boolean isEven, SplittableRandom dice) {
    this.annealer = new Annealer(grid, prices, isEven ? 2 : 1.3, dice.split());
    this.refitter = new Refitter(grid, prices, isEven ? NARROW : WIDE, dice.split());
  }

  long bestCost() {
    return Math.min(annealer.bestCost(), refitter.bestCost());
  }

  int[] best() {
    return refitter.bestCost() <= annealer.bestCost() ? refitter.best() : annealer.best();
  }

  void hear(int[] agents, long cost) {
    annealer.hear(agents, cost);
    refitter.hear(agents, cost);
  }

  @Override
  public void tick() {
    boolean cools = annealer.coolings() < FIRST_COOLINGS || refitter.best().length == 0;
    if (cools || ticks++ % TURN == 0) {
      annealer.tick();
      if (annealer.bestCost() < Long.MAX_VALUE) {
        refitter.hear(annealer.best(), annealer.bestCost());
      }
    } else {
      for (int k = 0; k < REFITS_A_TICK; k++) {
        refitter.refit();
      }
      annealer.hear(refitter.best(), refitter.bestCost());
    }
  }
}

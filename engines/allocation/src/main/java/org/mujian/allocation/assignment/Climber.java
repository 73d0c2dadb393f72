package org.mujian.allocation.assignment;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.Worker;

/** Cools first, until there is something to be bettered; then mostly refits. */
final class Climber implements Worker {

  private static final int FIRST_COOLINGS = 2;
  private static final int REFITS_A_TICK = 4;
  private static final double NARROW = 0.0005;
  private static final double WIDE = 0.001;

  /** Above so many places there is no memory for relinking. */
  private static final int MOST_PLACES = 4_000_000;

  /** Of how many ticks one refits; the others relink. */
  private static final int TURN = 4;

  private final Annealer annealer;
  private final Refitter refitter;
  private final Grid grid;
  private final double[] prices;
  private final SplittableRandom dice;
  private @Nullable Relinker relinker;
  private long ticks;
  private int[] best = {};
  private long bestCost = Long.MAX_VALUE;

  /**
   * @param isEven those beside each other search a little differently
   */
  Climber(Grid grid, double[] prices, boolean isEven, SplittableRandom dice) {
    this.annealer = new Annealer(grid, prices, isEven ? 2 : 1.3, dice.split());
    this.refitter = new Refitter(grid, prices, isEven ? NARROW : WIDE, dice.split());
    this.grid = grid;
    this.prices = prices;
    this.dice = dice.split();
  }

  long bestCost() {
    return bestCost;
  }

  int[] best() {
    return best;
  }

  void hear(int[] agents, long cost) {
    if (cost < bestCost) {
      best = agents;
      bestCost = cost;
    }
    annealer.hear(best, bestCost);
    refitter.hear(best, bestCost);
    if (relinker != null) {
      relinker.hear(best, bestCost);
    }
  }

  @Override
  public void tick() {
    boolean cools = annealer.coolings() < FIRST_COOLINGS;
    if (!cools && ticks++ % TURN > 0 && grid.cost().length <= MOST_PLACES) {
      relink();
    } else if (cools || best.length == 0) {
      annealer.tick();
      hear(annealer.best(), annealer.bestCost());
    } else {
      for (int k = 0; k < REFITS_A_TICK; k++) {
        refitter.refit();
      }
      hear(refitter.best(), refitter.bestCost());
    }
  }

  /** Made only when it is needed: it takes time to lay out, and the first answer must come soon. */
  private void relink() {
    if (relinker == null) {
      relinker = new Relinker(grid, prices, dice);
      relinker.hear(best, bestCost);
    }
    relinker.tick();
    hear(relinker.best(), relinker.bestCost());
  }
}

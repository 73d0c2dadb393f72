package org.mujian.allocation.assignment;

import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.Worker;

/**
 * Raises the bound beside the searchers, with a part of their time: by prices, then by refuting.
 */
final class BoundWorker implements Worker {

  /** Cells of the knapsacks' tables that a tick is worth. */
  private static final long CELLS = 200_000;

  private final Grid grid;
  private final JobPrices prices;
  private @Nullable Refuting refuting;
  private long credit;

  BoundWorker(Grid grid, JobPrices prices) {
    this.grid = grid;
    this.prices = prices;
  }

  long bound() {
    return refuting == null ? prices.bound() : refuting.bound();
  }

  /** A placement that costs no more than the bound, when one was found. */
  int[] best() {
    return refuting == null ? new int[0] : refuting.best();
  }

  @Override
  public boolean isFinished() {
    return refuting != null && refuting.isFinished();
  }

  @Override
  public void tick() {
    credit += CELLS;
    while (credit > 0 && !isFinished()) {
      credit -= step();
    }
  }

  private long step() {
    if (refuting != null) {
      return refuting.step();
    }
    if (prices.isFinished()) {
      refuting = new Refuting(grid, prices);
      return 0;
    }
    return prices.step();
  }
}

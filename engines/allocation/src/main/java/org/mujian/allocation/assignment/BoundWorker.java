package org.mujian.allocation.assignment;

import org.mujian.allocation.search.Worker;

/** Raises the bound beside the searchers, with a small part of their time. */
final class BoundWorker implements Worker {

  private static final long SHARE = 20_000;

  private final JobPrices prices;
  private final long every;
  private long ticks;

  BoundWorker(JobPrices prices, Grid grid) {
    this.prices = prices;
    this.every = 1 + JobPrices.effort(grid) / SHARE;
  }

  @Override
  public boolean isFinished() {
    return prices.isFinished();
  }

  @Override
  public void tick() {
    if (ticks++ % every == 0) {
      prices.step();
    }
  }
}

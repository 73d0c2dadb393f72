package org.mujian.allocation.assignment;

/**
 * Raises the bound by refuting it: supposing that a placement costs no more than the bound, each
 * job is barred from every agent that would lift the sum of the knapsacks above it; with those
 * barred the sum rises, and more are barred. When the sum itself is above the bound, or a job is
 * left without an agent, no placement costs so little, and the bound goes up by one.
 */
final class Refuting {

  private static final int STEPS_BETWEEN = 60;

  /** Rounds that bar nothing, before it is given up. */
  private static final int PATIENCE = 3;

  private final Grid grid;
  private long bound;
  private Grid barred;
  private JobPrices prices;
  private int steps;
  private int idle;

  Refuting(Grid grid, JobPrices prices) {
    this.grid = grid;
    this.bound = prices.bound();
    this.barred = copy(grid);
    this.prices = prices.on(barred);
  }

  private static Grid copy(Grid grid) {
    return new Grid(grid.jobs(), grid.agents(), grid.cost().clone(), grid.use(), grid.capacity());
  }

  long bound() {
    return bound;
  }

  boolean isFinished() {
    return idle > PATIENCE;
  }

  void step() {
    prices.step();
    if (prices.bound() > bound) {
      raise();
    } else if (++steps >= STEPS_BETWEEN || prices.isFinished()) {
      steps = 0;
      int count = prices.bar(barred, bound);
      idle = count > 0 ? 0 : idle + 1;
      if (barred.hasJobWithoutAgent()) {
        raise();
      } else {
        prices = prices.on(barred);
      }
    }
  }

  private void raise() {
    bound++;
    idle = 0;
    steps = 0;
    barred = copy(grid);
    prices = prices.on(barred);
  }
}

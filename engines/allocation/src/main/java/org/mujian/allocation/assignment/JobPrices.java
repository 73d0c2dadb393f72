package org.mujian.allocation.assignment;

import java.util.Arrays;

/**
 * What a job is worth to whoever takes it, by subgradient steps: each agent then fills its knapsack
 * as best it can, exactly, and the sum is a bound that no capacity price alone can give. All in
 * whole numbers, {@code scale} of them are one: each value is certified.
 */
final class JobPrices {

  private static final double FINE = 1e-6;
  private static final int PATIENCE = 40;

  /** Cells of an agent's table at most, one byte each. */
  private static final int CELLS = 32_000_000;

  private final Grid grid;
  private final long scale;
  private long[] price;
  private long[] bestPrice;
  private long best = Long.MIN_VALUE;
  private double ahead = 0.0005;
  private int idle;
  private long[] table = {};
  private boolean[] takes = {};

  /**
   * @param capacityPrices from which the jobs' first prices follow
   */
  JobPrices(Grid grid, double[] capacityPrices) {
    this.grid = grid;
    this.scale = scale(grid);
    this.price = new long[grid.jobs()];
    for (int j = 0; j < price.length; j++) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < grid.agents(); i++) {
        int at = j * grid.agents() + i;
        if (grid.cost()[at] != Grid.NEVER) {
          least = Math.min(least, grid.cost()[at] + capacityPrices[i] * grid.use()[at]);
        }
      }
      price[j] = Math.round(least * scale);
    }
    this.bestPrice = price.clone();
  }

  private static long scale(Grid grid) {
    long most = 1;
    for (int cost : grid.cost()) {
      most = Math.max(most, cost == Grid.NEVER ? 1 : cost);
    }
    long scale = 1 << 16;
    while (scale > 1 && most * scale > (1L << 56) / Math.max(1, grid.jobs())) {
      scale >>= 1;
    }
    return scale;
  }

  /** Steps of the tables that one {@link #step} fills, about. */
  static long effort(Grid grid) {
    long sum = 0;
    for (int capacity : grid.capacity()) {
      sum += capacity / coarseness(grid, capacity);
    }
    return sum * Math.max(1, 3L * grid.jobs() / grid.agents());
  }

  /**
   * In units of how many a capacity is counted so that its table fits into memory. Uses are rounded
   * down: what fits in single units fits in coarse ones too, so the bound stays one.
   */
  private static int coarseness(Grid grid, int capacity) {
    return Math.max(1, Math.toIntExact(((long) capacity * grid.jobs() + CELLS - 1) / CELLS));
  }

  boolean isFinished() {
    return ahead < FINE;
  }

  /** The certified bound, rounded up: costs are whole. */
  long bound() {
    return best == Long.MIN_VALUE ? Long.MIN_VALUE : -Math.floorDiv(-best, scale);
  }

  /** What a capacity would save by one more unit, from the knapsacks' own tables, is not kept. */
  long[] prices() {
    return bestPrice.clone();
  }

  void step() {
    int[] taken = new int[grid.jobs()];
    long value = 0;
    for (long p : price) {
      value += p;
    }
    for (int i = 0; i < grid.agents(); i++) {
      value -= fill(i, taken);
    }
    if (value > best + (long) (Math.abs(best) * ahead * 0.05) || best == Long.MIN_VALUE) {
      idle = 0;
    } else if (++idle > PATIENCE) {
      idle = 0;
      ahead /= 2;
      if (value <= best) {
        price = bestPrice.clone();
        return;
      }
    }
    if (value > best) {
      best = value;
      bestPrice = price.clone();
    }
    move(taken, best + Math.max(scale, Math.abs(best)) * ahead - value);
  }

  private void move(int[] taken, double distance) {
    long norm = 0;
    for (int times : taken) {
      norm += (long) (1 - times) * (1 - times);
    }
    if (norm == 0) {
      ahead = 0;
      return;
    }
    long step = Math.round(distance / norm);
    for (int j = 0; j < taken.length; j++) {
      price[j] += step * (1 - taken[j]);
    }
  }

  /** The most that an agent gains by its knapsack, by dynamic programming over its capacity. */
  private long fill(int agent, int[] taken) {
    int coarse = coarseness(grid, grid.capacity()[agent]);
    int capacity = grid.capacity()[agent] / coarse;
    int[] wanted = wanted(agent);
    if (table.length < capacity + 1) {
      table = new long[capacity + 1];
    }
    Arrays.fill(table, 0, capacity + 1, 0);
    if (takes.length < wanted.length * (capacity + 1)) {
      takes = new boolean[wanted.length * (capacity + 1)];
    }
    for (int k = 0; k < wanted.length; k++) {
      int at = wanted[k] * grid.agents() + agent;
      int use = grid.use()[at] / coarse;
      long gain = price[wanted[k]] - scale * grid.cost()[at];
      int row = k * (capacity + 1);
      for (int room = capacity; room >= use; room--) {
        long with = table[room - use] + gain;
        takes[row + room] = with > table[room];
        if (takes[row + room]) {
          table[room] = with;
        }
      }
      Arrays.fill(takes, row, row + Math.min(use, capacity + 1), false);
    }
    for (int k = wanted.length - 1, room = capacity; k >= 0; k--) {
      if (takes[k * (capacity + 1) + room]) {
        taken[wanted[k]]++;
        room -= grid.use()[wanted[k] * grid.agents() + agent] / coarse;
      }
    }
    return table[capacity];
  }

  private int[] wanted(int agent) {
    int[] wanted = new int[grid.jobs()];
    int count = 0;
    for (int j = 0; j < wanted.length; j++) {
      int at = j * grid.agents() + agent;
      if (grid.cost()[at] != Grid.NEVER && price[j] > scale * grid.cost()[at]) {
        wanted[count++] = j;
      }
    }
    return Arrays.copyOf(wanted, count);
  }
}

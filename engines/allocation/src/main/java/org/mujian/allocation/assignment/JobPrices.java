package org.mujian.allocation.assignment;

import java.util.Arrays;

/**
 * What a job is worth to whoever takes it, by subgradient steps: each agent then fills its knapsack
 * as best it can, exactly, and the sum is a bound that no capacity price alone can give. All in
 * whole numbers, {@code scale} of them are one: each value is certified.
 */
final class JobPrices {

  private static final double FINE = 1e-6;

  /** How far ahead of the best it looks when it goes on with prices that are good already. */
  private static final double AGAIN = 1e-4;

  /** And at least so much of one, where costs are small numbers. */
  private static final double NEAREST = 0.5;

  private static final int PATIENCE = 40;

  /** Cells of an agent's table at most, one byte each. */
  private static final int CELLS = 32_000_000;

  /** Of the tables by which places are barred, each 8 bytes. */
  private static final long MOST_FORCED = 4_000_000;

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
   * By job, then by agent, how often it was in the knapsack, of so many steps; counted only where
   * places are barred.
   */
  private final int[] times;

  private int steps;
  private long cells;

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
    this.times = new int[0];
  }

  private JobPrices(Grid grid, long scale, long[] price, double ahead) {
    this.grid = grid;
    this.scale = scale;
    this.price = price;
    this.bestPrice = price.clone();
    this.ahead = ahead;
    this.times = new int[grid.cost().length];
  }

  /** Goes on from the best prices, on a grid with the same numbers where fewer places are left. */
  JobPrices on(Grid grid) {
    return new JobPrices(grid, scale, bestPrice.clone(), AGAIN);
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

  /**
   * In units of how many a capacity is counted so that its table fits into memory. Uses are rounded
   * down: what fits in single units fits in coarse ones too, so the bound stays one.
   */
  private static int coarseness(Grid grid, int capacity) {
    return Math.max(1, Math.toIntExact(((long) capacity * grid.jobs() + CELLS - 1) / CELLS));
  }

  /** That the last {@link #step} or {@link #bar} filled. */
  long cells() {
    return cells;
  }

  boolean isFinished() {
    return ahead < FINE;
  }

  /** The certified bound, rounded up: costs are whole. */
  long bound() {
    return best == Long.MIN_VALUE ? Long.MIN_VALUE : -Math.floorDiv(-best, scale);
  }

  /**
   * @return how many cells of tables it filled: the measure of its work
   */
  long step() {
    steps++;
    cells = 0;
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
        return cells;
      }
    }
    if (value > best) {
      best = value;
      bestPrice = price.clone();
    }
    double far = Math.max(scale, Math.abs(best)) * ahead;
    move(taken, best - value + (times.length == 0 ? far : Math.max(far, scale * NEAREST)));
    return cells;
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
    cells += (long) (1 + wanted.length) * (capacity + 1);
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
        if (times.length > 0) {
          times[wanted[k] * grid.agents() + agent]++;
        }
        room -= grid.use()[wanted[k] * grid.agents() + agent] / coarse;
      }
    }
    return table[capacity];
  }

  /**
   * Bars each job from the agents where, at the best prices, no placement within the limit can have
   * it: by what the agent's knapsack gains at most when the job is in it.
   *
   * @return how many places were barred
   */
  int bar(Grid barred, long limit) {
    price = bestPrice.clone();
    cells = 0;
    int count = 0;
    for (int i = 0; i < grid.agents(); i++) {
      count += bar(i, barred, best - scale * limit);
    }
    return count;
  }

  /**
   * @param above the sum of all knapsacks above the limit; what a job loses here is added to it
   */
  private int bar(int agent, Grid barred, long above) {
    int coarse = coarseness(grid, grid.capacity()[agent]);
    int capacity = grid.capacity()[agent] / coarse;
    int[] wanted = wanted(agent);
    if ((long) (wanted.length + 1) * (capacity + 1) > MOST_FORCED) {
      return 0;
    }
    cells += 4L * (wanted.length + 1) * (capacity + 1);
    long[][] before = tables(wanted, agent, capacity, coarse, false);
    long[][] after = tables(wanted, agent, capacity, coarse, true);
    long full = before[wanted.length][capacity];
    int count = 0;
    int k = 0;
    for (int j = 0; j < grid.jobs(); j++) {
      int at = j * grid.agents() + agent;
      boolean isWanted = k < wanted.length && wanted[k] == j;
      if (grid.cost()[at] != Grid.NEVER) {
        int room = capacity - grid.use()[at] / coarse;
        long with = price[j] - scale * grid.cost()[at];
        with += isWanted ? both(before[k], after[k + 1], room) : before[wanted.length][room];
        if (above + full - with > 0) {
          barred.cost()[at] = Grid.NEVER;
          count++;
        }
      }
      k += isWanted ? 1 : 0;
    }
    return count;
  }

  /**
   * Of the jobs with several places, the place that was taken about every other time: job times
   * agents plus agent; -1 when each job has one place.
   */
  int undecided() {
    int found = -1;
    int most = -1;
    for (int j = 0; j < grid.jobs(); j++) {
      int places = 0;
      for (int at = j * grid.agents(); at < (j + 1) * grid.agents(); at++) {
        places += grid.cost()[at] == Grid.NEVER ? 0 : 1;
      }
      for (int at = j * grid.agents(); places > 1 && at < (j + 1) * grid.agents(); at++) {
        int doubt = Math.min(times[at], steps - times[at]);
        if (grid.cost()[at] != Grid.NEVER && doubt > most) {
          most = doubt;
          found = at;
        }
      }
    }
    return found;
  }

  private static long both(long[] before, long[] after, int room) {
    long most = Long.MIN_VALUE;
    for (int r = 0; r <= room; r++) {
      most = Math.max(most, before[r] + after[room - r]);
    }
    return most;
  }

  /** By how many of the wanted, from the first or to the last, then by room: the most gained. */
  private long[][] tables(int[] wanted, int agent, int capacity, int coarse, boolean fromLast) {
    int count = wanted.length;
    long[][] tables = new long[count + 1][];
    tables[fromLast ? count : 0] = new long[capacity + 1];
    for (int n = 0; n < count; n++) {
      int k = fromLast ? count - 1 - n : n;
      long[] less = tables[fromLast ? k + 1 : k];
      long[] more = less.clone();
      int at = wanted[k] * grid.agents() + agent;
      int use = grid.use()[at] / coarse;
      long gain = price[wanted[k]] - scale * grid.cost()[at];
      for (int room = use; room <= capacity; room++) {
        more[room] = Math.max(more[room], less[room - use] + gain);
      }
      tables[fromLast ? k : k + 1] = more;
    }
    return tables;
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

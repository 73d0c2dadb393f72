package org.mujian.allocation.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes a few agents and places their jobs anew among them, exactly, while one job must leave where
 * it is: a chain of ejections of any length at once. The prices of the few, found anew, keep the
 * tree small; what is a little worse is taken too, so that it does not stay in one valley.
 */
final class Refitter {

  private static final int PRICE_STEPS = 40;
  private static final int STEPS = 20_000;

  private static final int MOST_AGENTS = 10;
  private static final double MOST_JOBS = 80;
  private static final double FEWEST_JOBS = 8;
  private static final double WIDER = 1.006;
  private static final double NARROWER = 0.97;

  private final Grid grid;
  private final double[] prices;
  private final double band;
  private final SplittableRandom dice;
  private final int[] agent;
  private final boolean[] taken;
  private final int[] agents;
  private long cost;
  private int[] best = {};
  private long bestCost = Long.MAX_VALUE;

  /** About how many jobs are placed anew: as many as can mostly be looked through. */
  private double size = 24;

  /**
   * @param band how far it may stray from the best, 1 = all of the cost
   */
  Refitter(Grid grid, double[] prices, double band, SplittableRandom dice) {
    this.grid = grid;
    this.prices = prices;
    this.band = band;
    this.dice = dice;
    this.agent = new int[grid.jobs()];
    this.taken = new boolean[grid.agents()];
    this.agents = new int[grid.agents()];
  }

  long bestCost() {
    return bestCost;
  }

  int[] best() {
    return best;
  }

  /** Goes on from a better placement. */
  void hear(int[] placed, long cost) {
    if (cost < bestCost) {
      best = placed;
      bestCost = cost;
      System.arraycopy(best, 0, agent, 0, agent.length);
      this.cost = cost;
    }
  }

  void refit() {

    int leaving = dice.nextInt(grid.jobs());
    int count = choose(leaving);
    if (count < 2) {
      return;
    }
    int[] jobs = jobsOf(count);
    Grid few = few(jobs, count, leaving);
    long now = 0;
    for (int j : jobs) {
      now += grid.cost()[j * grid.agents() + agent[j]];
    }
    long allowed = now + worsening();
    double[] local = localPrices(few, count, allowed);
    if (local.length == 0) {
      size = Math.min(MOST_JOBS, size * WIDER);
      return;
    }
    Branching branching = new Branching(few, local, allowed + 1);
    if (branching.run(STEPS)) {
      size = Math.min(MOST_JOBS, size * WIDER);
    } else {
      size = Math.max(FEWEST_JOBS, size * NARROWER);
    }
    if (branching.best().length > 0) {
      take(jobs, branching.best(), branching.bestCost() - now);
    }
  }

  /** It may stray from the best by so much in all. */
  private long worsening() {
    return Math.max(0, bestCost - cost + Math.round(band * bestCost * dice.nextDouble()));
  }

  private void take(int[] jobs, int[] placed, long change) {
    for (int k = 0; k < jobs.length; k++) {
      agent[jobs[k]] = agents[placed[k]];
    }
    cost += change;
    if (cost < bestCost) {
      best = agent.clone();
      bestCost = cost;
    }
  }

  /** The leaving job's agent, those that it likes, and those that their jobs like. */
  private int choose(int leaving) {
    Arrays.fill(taken, false);
    double each = (double) grid.jobs() / grid.agents();
    int most = (int) Math.clamp((long) (size / each + dice.nextDouble()), 2, MOST_AGENTS);
    most = Math.min(most, grid.agents());
    agents[0] = agent[leaving];
    taken[agents[0]] = true;
    int count = 1;
    int asked = leaving;
    int tries = 0;
    while (count < most && tries++ < 50) {
      int liked = liked(asked);
      if (liked >= 0 && !taken[liked]) {
        taken[liked] = true;
        agents[count++] = liked;
      }
      do {
        asked = dice.nextInt(grid.jobs());
      } while (!taken[agent[asked]]);
    }
    return count;
  }

  /** An agent of small reduced cost, mostly: the best of a few tried. */
  private int liked(int job) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 1 + grid.agents() / 4; k++) {
      int i = dice.nextInt(grid.agents());
      int at = job * grid.agents() + i;
      if (i != agent[job] && grid.cost()[at] != Grid.NEVER) {
        double reduced = grid.cost()[at] + prices[i] * grid.use()[at];
        if (reduced < least) {
          least = reduced;
          best = i;
        }
      }
    }
    return best;
  }

  private int[] jobsOf(int count) {
    int[] jobs = new int[grid.jobs()];
    int found = 0;
    for (int j = 0; j < jobs.length; j++) {
      if (taken[agent[j]]) {
        jobs[found++] = j;
      }
    }
    return Arrays.copyOf(jobs, found);
  }

  private Grid few(int[] jobs, int count, int leaving) {
    int[] costs = new int[jobs.length * count];
    int[] uses = new int[jobs.length * count];
    int[] capacity = new int[count];
    for (int i = 0; i < count; i++) {
      capacity[i] = grid.capacity()[agents[i]];
      for (int k = 0; k < jobs.length; k++) {
        int at = jobs[k] * grid.agents() + agents[i];
        uses[k * count + i] = grid.use()[at];
        boolean leaves = jobs[k] == leaving && agents[i] == agent[leaving];
        costs[k * count + i] = leaves ? Grid.NEVER : grid.cost()[at];
      }
    }
    return new Grid(jobs.length, count, costs, uses, capacity);
  }

  /** By subgradient steps from those of all; empty when they prove that nothing is to be had. */
  private double[] localPrices(Grid few, int count, long allowed) {
    double[] price = new double[count];
    for (int i = 0; i < count; i++) {
      price[i] = prices[agents[i]];
    }
    double[] over = new double[count];
    double[] bestPrice = price.clone();
    double bestValue = Double.NEGATIVE_INFINITY;
    double ahead = 1;
    for (int step = 0; step < PRICE_STEPS; step++) {
      double value = value(few, price, over);
      if (value > allowed + 1e-6) {
        return new double[0];
      }
      if (value > bestValue) {
        bestValue = value;
        bestPrice = price.clone();
      } else {
        ahead *= 0.85;
      }
      double norm = 0;
      for (int i = 0; i < count; i++) {
        norm += over[i] < 0 && price[i] <= 0 ? 0 : over[i] * over[i];
      }
      if (norm == 0) {
        break;
      }
      for (int i = 0; i < count; i++) {
        price[i] = Math.max(0, price[i] + ahead * (allowed + 1 - value) / norm * over[i]);
      }
    }
    return bestPrice;
  }

  private static double value(Grid few, double[] price, double[] over) {
    double value = 0;
    int count = price.length;
    for (int i = 0; i < count; i++) {
      over[i] = -few.capacity()[i];
      value -= price[i] * few.capacity()[i];
    }
    for (int j = 0; j < few.jobs(); j++) {
      int least = 0;
      double leastCost = Double.POSITIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        int at = j * count + i;
        double c = few.cost()[at] + price[i] * few.use()[at];
        if (c < leastCost && few.cost()[at] != Grid.NEVER) {
          leastCost = c;
          least = i;
        }
      }
      value += leastCost;
      over[least] += few.use()[j * count + least];
    }
    return value;
  }
}

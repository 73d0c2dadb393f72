package org.mujian.allocation.assignment;

import java.util.SplittableRandom;

/**
 * Annealing over assignments that may overload agents, at a price that rises while they do. A move
 * sends a job to one of its likely agents and may send a job of that agent on. Likely agents are
 * those of small reduced cost.
 */
final class Walker {

  /** Of an onward job's likely agents, how many are tried beside the place that was left. */
  private static final int ONWARD = 3;

  private static final int CHANCES = 1 << 12;
  private static final int NEIGHBOURS = 12;

  /** Of 256: how often the next likely agent is taken instead. */
  private static final int BIAS = 80;

  private final Grid grid;
  private final int width;
  private final int[] likely;
  private final double[] chances = new double[CHANCES];
  private long dice;

  final int[] agent;
  private final int[] load;
  private final int[][] jobsOf;
  private final int[] countOf;
  private final int[] placeOf;
  private final double[] overPrice;
  private final double[] priceFloor;
  private double pressure = 2;
  private long cost;
  private long over;

  private int[] best = {};
  private long bestCost = Long.MAX_VALUE;

  Walker(Grid grid, double[] capacityPrices, SplittableRandom random) {
    this.grid = grid;
    this.dice = random.nextLong() | 1;
    this.width = Math.min(grid.agents(), NEIGHBOURS);
    this.likely = likely(grid, capacityPrices, width);
    for (int k = 0; k < CHANCES; k++) {
      chances[k] = -StrictMath.log((k + 0.5) / CHANCES);
    }
    this.agent = new int[grid.jobs()];
    this.load = new int[grid.agents()];
    this.jobsOf = new int[grid.agents()][16];
    this.countOf = new int[grid.agents()];
    this.placeOf = new int[grid.jobs()];
    this.overPrice = new double[grid.agents()];
    this.priceFloor = new double[grid.agents()];
    double floor = 0.1 * mean(capacityPrices) + 1e-3;
    for (int i = 0; i < priceFloor.length; i++) {
      priceFloor[i] = Math.max(floor, capacityPrices[i]);
      overPrice[i] = pressure * priceFloor[i];
    }
    for (int j = 0; j < grid.jobs(); j++) {
      enter(j, likely[j * width]);
    }
  }

  private static double mean(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum / numbers.length;
  }

  /** By job, its agents of least cost and price, best first; fewer than wanted are repeated. */
  private static int[] likely(Grid grid, double[] prices, int width) {
    int agents = grid.agents();
    int[] likely = new int[grid.jobs() * width];
    double[] reduced = new double[agents];
    for (int j = 0; j < grid.jobs(); j++) {
      for (int i = 0; i < agents; i++) {
        int at = j * agents + i;
        reduced[i] =
            grid.cost()[at] == Grid.NEVER
                ? Double.POSITIVE_INFINITY
                : grid.cost()[at] + prices[i] * grid.use()[at];
      }
      for (int k = 0; k < width; k++) {
        int least = 0;
        for (int i = 1; i < agents; i++) {
          if (reduced[i] < reduced[least]) {
            least = i;
          }
        }
        boolean none = reduced[least] == Double.POSITIVE_INFINITY;
        likely[j * width + k] = none ? likely[j * width] : least;
        reduced[least] = Double.POSITIVE_INFINITY;
      }
    }
    return likely;
  }

  boolean isFeasible() {
    return over == 0;
  }

  /** What a job's second place costs more than its first, on average: the measure of heat. */
  double unit(double[] prices) {
    double sum = 0;
    for (int j = 0; j < grid.jobs(); j++) {
      sum += reduced(j, likely[j * width + Math.min(1, width - 1)], prices);
      sum -= reduced(j, likely[j * width], prices);
    }
    return Math.max(1e-3, sum / grid.jobs());
  }

  private double reduced(int j, int i, double[] prices) {
    int at = j * grid.agents() + i;
    return grid.cost()[at] + prices[i] * grid.use()[at];
  }

  int[] best() {
    return best;
  }

  long bestCost() {
    return bestCost;
  }

  void hear(int[] agents, long cost) {
    if (cost < bestCost) {
      best = agents;
      bestCost = cost;
    }
  }

  void set(int[] agents) {
    for (int j = 0; j < agents.length; j++) {
      if (agent[j] != agents[j]) {
        leave(j);
        enter(j, agents[j]);
      }
    }
  }

  private void enter(int j, int i) {
    int at = j * grid.agents() + i;
    over -= excess(i);
    load[i] += grid.use()[at];
    over += excess(i);
    cost += grid.cost()[at];
    agent[j] = i;
    if (countOf[i] == jobsOf[i].length) {
      jobsOf[i] = java.util.Arrays.copyOf(jobsOf[i], 2 * countOf[i]);
    }
    placeOf[j] = countOf[i];
    jobsOf[i][countOf[i]++] = j;
  }

  private void leave(int j) {
    int i = agent[j];
    int at = j * grid.agents() + i;
    over -= excess(i);
    load[i] -= grid.use()[at];
    over += excess(i);
    cost -= grid.cost()[at];
    int last = jobsOf[i][--countOf[i]];
    jobsOf[i][placeOf[j]] = last;
    placeOf[last] = placeOf[j];
  }

  private int excess(int i) {
    return Math.max(0, load[i] - grid.capacity()[i]);
  }

  private int excess(int i, int change) {
    return Math.max(0, load[i] + change - grid.capacity()[i]);
  }

  private int roll(int sides) {
    dice ^= dice << 13;
    dice ^= dice >>> 7;
    dice ^= dice << 17;
    return (int) (((dice >>> 33) * sides) >>> 31);
  }

  /** Lower is likelier. */
  private int likelyOf(int j) {
    int k = 0;
    while (k < width - 1 && roll(256) < BIAS) {
      k++;
    }
    return likely[j * width + k];
  }

  /** Overloads cost more while there are any, less while there are none. */
  void adjust(boolean dearer) {
    pressure = dearer ? Math.min(1e6, pressure * 1.05) : Math.max(0.2, pressure * 0.97);
    for (int i = 0; i < overPrice.length; i++) {
      overPrice[i] = pressure * priceFloor[i];
    }
  }

  void anneal(int moves, double heat) {
    for (int k = 0; k < moves; k++) {
      move(heat);
      if (over == 0 && cost < bestCost) {
        bestCost = cost;
        best = agent.clone();
      }
    }
  }

  /** Sends a job to a likely agent, and on from there whichever job makes that cheapest. */
  private void move(double heat) {
    int j = roll(grid.jobs());
    int to = likelyOf(j);
    if (to == agent[j]) {
      return;
    }
    double allowed = heat * chances[roll(CHANCES)];
    double first = leaveAndGo(j, to);
    int k = bestOnward(j, to);
    boolean shifts = first <= allowed && (k < 0 || first <= bestChange);
    if (shifts) {
      leave(j);
      enter(j, to);
    } else if (k >= 0 && bestChange <= allowed) {
      int onward = bestAgent;
      leave(j);
      leave(k);
      enter(j, to);
      enter(k, onward);
    }
  }

  private double leaveAndGo(int j, int to) {
    int from = agent[j];
    int row = j * grid.agents();
    return (double) grid.cost()[row + to]
        - grid.cost()[row + from]
        + overPrice[to] * (excess(to, grid.use()[row + to]) - excess(to))
        + overPrice[from] * (excess(from, -grid.use()[row + from]) - excess(from));
  }

  private double bestChange;
  private int bestAgent;

  private int bestOnward(int j, int to) {
    int agents = grid.agents();
    int from = agent[j];
    int row = j * agents;
    int[] cost = grid.cost();
    int[] uses = grid.use();
    int roomTo = grid.capacity()[to] - load[to] - uses[row + to];
    int roomFrom = grid.capacity()[from] - load[from] + uses[row + from];
    double dearTo = overPrice[to];
    double dearFrom = overPrice[from];
    double base =
        (double) cost[row + to] - cost[row + from] - dearTo * excess(to) - dearFrom * excess(from);
    double lighter = dearFrom * Math.max(0, -roomFrom);
    int onwards = Math.min(ONWARD, width);
    int best = -1;
    bestChange = Double.POSITIVE_INFINITY;
    int[] there = jobsOf[to];
    for (int x = 0; x < countOf[to]; x++) {
      int k = there[x];
      int at = k * agents;
      double partly = base - cost[at + to] + dearTo * Math.max(0, -roomTo - uses[at + to]);
      if (partly >= bestChange) {
        continue;
      }
      if (cost[at + from] != Grid.NEVER) {
        double change =
            partly + cost[at + from] + dearFrom * Math.max(0, uses[at + from] - roomFrom);
        if (change < bestChange) {
          bestChange = change;
          best = k;
          bestAgent = from;
        }
      }
      for (int y = 0; y < onwards; y++) {
        int onward = likely[k * width + y];
        if (onward != to && onward != from) {
          double change =
              partly
                  + lighter
                  + cost[at + onward]
                  + overPrice[onward] * (excess(onward, uses[at + onward]) - excess(onward));
          if (change < bestChange) {
            bestChange = change;
            best = k;
            bestAgent = onward;
          }
        }
      }
    }
    return best;
  }
}

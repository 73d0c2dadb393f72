package org.mujian.allocation.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Keeps a few good placements, overloaded ones too, and walks from one towards another, job by job;
 * what lies between is bettered by {@link Chains}. The price of an overload follows each agent: it
 * rises where an overload stays and falls when all fits.
 */
final class Relinker {

  private static final int KEPT = 20;
  private static final int BETWEEN = 5;
  private static final int STARTS_A_TICK = 400;
  private static final double DEARER = 0.1;
  private static final double DEAREST = 1e9;
  private static final double CHEAPER = 0.9;

  /** Paths without anything new worth keeping, before all but the best start anew. */
  private static final int PATIENCE = 60;

  private final Grid grid;
  private final SplittableRandom dice;
  private final double[] overPrice;
  private final double leastPrice;
  private final Chains chains;
  private final int[][] kept;
  private final double[] keptPrice;
  private int count;
  private int idle;

  private final int[][] between;
  private int waiting;
  private boolean running;
  private boolean fitted;
  private int[] best = {};
  private long bestCost = Long.MAX_VALUE;

  Relinker(Grid grid, double[] prices, SplittableRandom dice) {
    this.grid = grid;
    this.dice = dice;
    this.overPrice = new double[grid.agents()];
    double mean = Arrays.stream(prices).average().orElse(0);
    this.leastPrice = 0.05 * mean + 1e-3;
    for (int i = 0; i < overPrice.length; i++) {
      overPrice[i] = Math.max(leastPrice, 1.5 * prices[i]);
    }
    this.chains = new Chains(grid, prices, overPrice, dice.split());
    this.kept = new int[KEPT][grid.jobs()];
    this.keptPrice = new double[KEPT];
    this.between = new int[BETWEEN][grid.jobs()];
  }

  long bestCost() {
    return bestCost;
  }

  int[] best() {
    return best;
  }

  /** Takes in a better placement. */
  void hear(int[] placed, long cost) {
    if (cost < bestCost) {
      best = placed;
      bestCost = cost;
      keep(placed, cost);
    }
  }

  void tick() {
    if (!running) {
      start();
    }
    boolean whole = chains.improve(STARTS_A_TICK);
    if (chains.isFeasible()) {
      fitted = true;
      if (chains.cost() < bestCost) {
        bestCost = chains.cost();
        best = chains.agent.clone();
      }
    }
    if (whole) {
      running = false;
      adjust();
      if (keep(chains.agent, chains.price())) {
        idle = 0;
      }
    }
  }

  private void start() {
    if (waiting == 0) {
      if (count < KEPT) {
        random(between[waiting++]);
      } else {
        relink();
      }
    }
    if (waiting > 0) {
      chains.set(between[--waiting]);
    } else {
      random(between[0]);
      chains.set(between[0]);
    }
    running = true;
    fitted = false;
  }

  private void adjust() {
    if (fitted) {
      for (int i = 0; i < overPrice.length; i++) {
        overPrice[i] = Math.max(leastPrice, overPrice[i] * CHEAPER);
      }
      return;
    }
    double most = 0;
    for (int i = 0; i < overPrice.length; i++) {
      most = Math.max(most, chains.excess(i));
    }
    for (int i = 0; i < overPrice.length; i++) {
      double rise = 1 + DEARER * chains.excess(i) / Math.max(1, most);
      overPrice[i] = Math.min(DEAREST, overPrice[i] * rise);
    }
  }

  /** Each job where it costs little, by chance. */
  private void random(int[] placed) {
    for (int j = 0; j < placed.length; j++) {
      int least = -1;
      for (int tries = 0; tries < 1 + grid.agents() / 2 || least < 0; tries++) {
        int i = dice.nextInt(grid.agents());
        if (grid.cost()[j * grid.agents() + i] != Grid.NEVER
            && (least < 0 || chains.reduced(j, i) < chains.reduced(j, least))) {
          least = i;
        }
      }
      placed[j] = least;
    }
  }

  /** Whether it is worth keeping: better than the worst, and unlike those that are no worse. */
  private boolean keep(int[] placed, double price) {
    reprice();
    int place = count;
    if (count == KEPT) {
      place = 0;
      for (int k = 1; k < count; k++) {
        if (keptPrice[k] > keptPrice[place]) {
          place = k;
        }
      }
      if (price >= keptPrice[place]) {
        return false;
      }
    }
    for (int k = 0; k < count; k++) {
      if (Arrays.equals(kept[k], placed)) {
        return false;
      }
    }
    System.arraycopy(placed, 0, kept[place], 0, placed.length);
    keptPrice[place] = price;
    count = Math.max(count, place + 1);
    return true;
  }

  /** By the prices of today. */
  private void reprice() {
    int[] load = new int[grid.agents()];
    for (int k = 0; k < count; k++) {
      Arrays.fill(load, 0);
      double price = 0;
      for (int j = 0; j < grid.jobs(); j++) {
        int at = j * grid.agents() + kept[k][j];
        load[kept[k][j]] += grid.use()[at];
        price += grid.cost()[at];
      }
      for (int i = 0; i < load.length; i++) {
        price += overPrice[i] * Math.max(0, load[i] - grid.capacity()[i]);
      }
      keptPrice[k] = price;
    }
  }

  private void relink() {
    if (++idle > PATIENCE) {
      idle = 0;
      count = 0;
      if (best.length > 0) {
        keep(best, bestCost);
      }
      random(between[waiting++]);
      return;
    }
    int from = dice.nextInt(count);
    int to = dice.nextInt(count - 1);
    to += to >= from ? 1 : 0;
    walk(kept[from], kept[to]);
  }

  /** The cheapest next step each time; the cheapest of each stretch is put aside. */
  private void walk(int[] from, int[] to) {
    int[] open = new int[from.length];
    int left = 0;
    for (int j = 0; j < from.length; j++) {
      if (from[j] != to[j]) {
        open[left++] = j;
      }
    }
    chains.set(from);
    int all = left;
    int stretches = Math.min(BETWEEN, all / 4);
    double[] least = new double[stretches];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    waiting = stretches;
    for (int step = 1; step < all && stretches > 0; step++) {
      int cheapest = 0;
      double change = Double.POSITIVE_INFINITY;
      for (int k = 0; k < left; k++) {
        double c = chains.changeOf(open[k], to[open[k]]);
        if (c < change) {
          change = c;
          cheapest = k;
        }
      }
      chains.move(open[cheapest], to[open[cheapest]]);
      open[cheapest] = open[--left];
      int stretch = (int) ((long) step * stretches / all);
      if (chains.price() < least[stretch]) {
        least[stretch] = chains.price();
        System.arraycopy(chains.agent, 0, between[stretch], 0, from.length);
      }
    }
  }
}

package org.mujian.allocation.knapsack;

import org.mujian.allocation.search.Simplex;

/**
 * Prices of the limits and what they prove, in whole numbers: {@code scale} of them are one.
 *
 * @param scale a power of two
 * @param scaled prices of one unit of each limit
 * @param reduced value of each item less the price of what it uses
 * @param total the bound: no choice is worth more than {@code total / scale}
 */
record Prices(long scale, long[] scaled, long[] reduced, long total) {

  static Prices of(Knapsack knapsack) {
    int items = knapsack.items();
    int limits = knapsack.limits().length;
    double[][] columns = new double[items][limits];
    double[] worth = new double[items];
    double[] upper = new double[items];
    for (int j = 0; j < items; j++) {
      worth[j] = knapsack.values()[j];
      upper[j] = fits(knapsack, j) ? 1 : 0;
      for (int i = 0; i < limits; i++) {
        columns[j][i] = knapsack.uses()[i][j];
      }
    }
    double[] bounds = new double[limits];
    for (int i = 0; i < limits; i++) {
      bounds[i] = knapsack.limits()[i];
    }
    Simplex simplex = new Simplex(worth, columns, bounds, upper);
    simplex.solve(50 * (items + limits));
    return of(knapsack, simplex.prices());
  }

  static Prices of(Knapsack knapsack, double[] prices) {
    long scale = scale(knapsack, prices);
    int limits = prices.length;
    long[] scaled = new long[limits];
    long total = 0;
    for (int i = 0; i < limits; i++) {
      scaled[i] = Math.max(0, Math.round(prices[i] * scale));
      total += scaled[i] * knapsack.limits()[i];
    }
    long[] reduced = new long[knapsack.items()];
    for (int j = 0; j < reduced.length; j++) {
      reduced[j] = fits(knapsack, j) ? scale * knapsack.values()[j] : Long.MIN_VALUE / 4;
      for (int i = 0; i < limits && fits(knapsack, j); i++) {
        reduced[j] -= scaled[i] * knapsack.uses()[i][j];
      }
      total += Math.max(0, reduced[j]);
    }
    return new Prices(scale, scaled, reduced, total);
  }

  /** As fine as the sums allow. */
  private static long scale(Knapsack knapsack, double[] prices) {
    double most = 1;
    for (long value : knapsack.values()) {
      most += value;
    }
    for (int i = 0; i < prices.length; i++) {
      most += Math.max(0, prices[i]) * knapsack.limits()[i] + knapsack.limits()[i];
      double used = 0;
      for (long use : knapsack.uses()[i]) {
        used += Math.min(use, knapsack.limits()[i]);
      }
      most += Math.max(0, prices[i]) * used;
    }
    long scale = 1L << 24;
    while (scale > 1 && most * scale > 0x1p60) {
      scale >>= 1;
    }
    return scale;
  }

  private static boolean fits(Knapsack knapsack, int item) {
    for (int i = 0; i < knapsack.limits().length; i++) {
      if (knapsack.uses()[i][item] > knapsack.limits()[i]) {
        return false;
      }
    }
    return true;
  }

  long bound() {
    return Math.floorDiv(total, scale);
  }

  /** What a choice better than {@code value} may lose against the bound at most. */
  long allowance(long value) {
    return total - scale * (value + 1);
  }
}

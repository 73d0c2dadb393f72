package org.mujian.allocation.search;

import java.util.Arrays;

/**
 * The linear programme {@code max c·x, A·x ≤ b, 0 ≤ x ≤ u} with {@code b ≥ 0} and few rows, by the
 * primal simplex method with bounds and a dense inverse. Rounded: what is made of its prices must
 * be certified in whole numbers.
 */
public final class Simplex {

  private static final double TINY = 1e-9;

  private final double[] worth;
  private final double[][] columns;
  private final double[] upper;
  private final int rows;
  private final int[] basis;
  private final double[] basic;
  private final double[][] inverse;
  private final boolean[] atUpper;
  private final boolean[] inBasis;
  private final double[] prices;

  /**
   * @param worth c
   * @param columns A by column
   * @param limits b
   * @param upper u
   */
  public Simplex(double[] worth, double[][] columns, double[] limits, double[] upper) {
    int items = worth.length;
    this.rows = limits.length;
    this.worth = Arrays.copyOf(worth, items + rows);
    this.upper = Arrays.copyOf(upper, items + rows);
    Arrays.fill(this.upper, items, items + rows, Double.POSITIVE_INFINITY);
    this.columns = Arrays.copyOf(columns, items + rows);
    this.inverse = new double[rows][rows];
    this.basis = new int[rows];
    for (int i = 0; i < rows; i++) {
      double[] unit = new double[rows];
      unit[i] = 1;
      this.columns[items + i] = unit;
      inverse[i][i] = 1;
      basis[i] = items + i;
    }
    this.basic = limits.clone();
    this.atUpper = new boolean[items + rows];
    this.inBasis = new boolean[items + rows];
    Arrays.fill(inBasis, items, items + rows, true);
    this.prices = new double[rows];
  }

  /** Of one more unit of each row; after {@link #solve}. */
  public double[] prices() {
    return prices.clone();
  }

  public double[] solution() {
    double[] x = new double[worth.length - rows];
    for (int j = 0; j < x.length; j++) {
      x[j] = atUpper[j] ? upper[j] : 0;
    }
    for (int i = 0; i < rows; i++) {
      if (basis[i] < x.length) {
        x[basis[i]] = basic[i];
      }
    }
    return x;
  }

  /**
   * @return whether the optimum was reached in that many steps
   */
  public boolean solve(int steps) {
    for (int step = 0; step < steps; step++) {
      price();
      int entering = findEntering();
      if (entering < 0) {
        return true;
      }
      if (!enter(entering)) {
        return false;
      }
    }
    return false;
  }

  private void price() {
    Arrays.fill(prices, 0);
    for (int i = 0; i < rows; i++) {
      double c = worth[basis[i]];
      if (c != 0) {
        for (int k = 0; k < rows; k++) {
          prices[k] += c * inverse[i][k];
        }
      }
    }
  }

  private int findEntering() {
    int best = -1;
    double most = 1e-7;
    for (int j = 0; j < worth.length; j++) {
      if (!inBasis[j]) {
        double reduced = worth[j] - dot(prices, columns[j]);
        double gain = atUpper[j] ? -reduced : reduced;
        if (gain > most) {
          most = gain;
          best = j;
        }
      }
    }
    return best;
  }

  /** Whether there was a limit to the step: only rounding can hide it. */
  private boolean enter(int entering) {
    double sign = atUpper[entering] ? -1 : 1;
    double[] change = new double[rows];
    for (int i = 0; i < rows; i++) {
      change[i] = sign * dot(inverse[i], columns[entering]);
    }
    double step = upper[entering];
    int leaving = -1;
    for (int i = 0; i < rows; i++) {
      double room =
          change[i] > TINY
              ? basic[i] / change[i]
              : change[i] < -TINY
                  ? (upper[basis[i]] - basic[i]) / -change[i]
                  : Double.POSITIVE_INFINITY;
      if (room < step) {
        step = Math.max(0, room);
        leaving = i;
      }
    }
    if (Double.isInfinite(step)) {
      return false;
    }
    for (int i = 0; i < rows; i++) {
      basic[i] -= step * change[i];
    }
    if (leaving < 0) {
      atUpper[entering] = !atUpper[entering];
    } else {
      pivot(entering, leaving, sign * change[leaving], change[leaving] < 0, step);
    }
    return true;
  }

  private void pivot(int entering, int row, double by, boolean leavesAtUpper, double step) {
    int left = basis[row];
    inBasis[left] = false;
    atUpper[left] = leavesAtUpper;
    basis[row] = entering;
    inBasis[entering] = true;
    basic[row] = atUpper[entering] ? upper[entering] - step : step;
    atUpper[entering] = false;
    double[] column = columns[entering];
    double[] factors = new double[rows];
    for (int i = 0; i < rows; i++) {
      factors[i] = dot(inverse[i], column);
    }
    for (int k = 0; k < rows; k++) {
      inverse[row][k] /= by;
    }
    for (int i = 0; i < rows; i++) {
      if (i != row && factors[i] != 0) {
        for (int k = 0; k < rows; k++) {
          inverse[i][k] -= factors[i] * inverse[row][k];
        }
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package org.mujian.chain.flow;

/** A matrix decomposed once, to be solved for many right-hand sides. Immutable. */
final class Lu {

  private static final double SINGULAR = 1e-13;

  private final double[][] matrix;
  private final double[][] lu;
  private final int[] order;

  /**
   * @throws TableRefused when singular, or so near to it that an answer would mean nothing
   */
  Lu(double[][] matrix) {
    this.matrix = matrix;
    int n = matrix.length;
    lu = new double[n][];
    order = new int[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      lu[i] = matrix[i].clone();
      order[i] = i;
      for (double value : lu[i]) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    for (int k = 0; k < n; k++) {
      pivot(k);
      if (!(Math.abs(lu[k][k]) > SINGULAR * largest)) {
        throw new TableRefused("矩阵是奇异的（第 " + (k + 1) + " 个部门由其他部门完全决定），请检查该部门的行与列");
      }
      for (int i = k + 1; i < n; i++) {
        double factor = lu[i][k] /= lu[k][k];
        if (factor != 0) {
          for (int j = k + 1; j < n; j++) {
            lu[i][j] -= factor * lu[k][j];
          }
        }
      }
    }
  }

  private void pivot(int k) {
    int best = k;
    for (int i = k + 1; i < lu.length; i++) {
      best = Math.abs(lu[i][k]) > Math.abs(lu[best][k]) ? i : best;
    }
    double[] row = lu[k];
    lu[k] = lu[best];
    lu[best] = row;
    int place = order[k];
    order[k] = order[best];
    order[best] = place;
  }

  /** Refined once against the matrix as given. */
  double[] solve(double[] right) {
    double[] x = substitute(right);
    double[] rest = right.clone();
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < rest.length; j++) {
        rest[i] -= matrix[i][j] * x[j];
      }
    }
    double[] more = substitute(rest);
    for (int i = 0; i < x.length; i++) {
      x[i] += more[i];
    }
    return x;
  }

  private double[] substitute(double[] right) {
    int n = lu.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[order[i]];
      for (int j = 0; j < i; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum / lu[i][i];
    }
    return x;
  }
}

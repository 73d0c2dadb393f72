package org.mujian.chain.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mujian.chain.TableRefused;

/**
 * A sparse matrix decomposed once, to be solved for many right-hand sides: from left to right, each
 * column solved against those before it, along its non-zeros alone (Gilbert and Peierls, SIAM J.
 * Sci. Stat. Comput. 9, 1988), with partial pivoting; columns of few entries first. Immutable.
 */
final class Lu {

  private static final double SINGULAR = 1e-13;

  private final Sparse matrix;
  private final int n;

  /** The column of the matrix that each step takes. */
  private final int[] columns;

  /** By row: the step that has it as pivot; -1 before. */
  private final int[] steps;

  /** Below the diagonal by step: rows of the matrix, over their pivots. */
  private final int[][] lowerRows;

  private final double[][] lower;

  /** Above the diagonal by step: earlier steps; the diagonal itself apart. */
  private final int[][] upperSteps;

  private final double[][] upper;
  private final double[] pivots;

  // While decomposing.
  private final double[] work;
  private final int[] met;
  private int[] order = new int[16];
  private int orderSize;
  private int[] stack = new int[32];

  /**
   * @param names of the columns, for the refusal
   * @throws TableRefused when singular, or so near to it that an answer would mean nothing
   */
  Lu(Sparse matrix, IntFunction<String> names) {
    this.matrix = matrix;
    this.n = matrix.size();
    this.columns =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingInt(c -> matrix.starts()[c + 1] - matrix.starts()[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.steps = new int[n];
    Arrays.fill(steps, -1);
    this.lowerRows = new int[n][];
    this.lower = new double[n][];
    this.upperSteps = new int[n][];
    this.upper = new double[n][];
    this.pivots = new double[n];
    this.work = new double[n];
    this.met = new int[n];
    double largest = Arrays.stream(matrix.values()).map(Math::abs).max().orElse(0);
    for (int step = 0; step < n; step++) {
      reach(step);
      eliminate(step);
      if (!pivot(step, largest)) {
        throw new TableRefused("矩阵是奇异的（“" + names.apply(columns[step]) + "”由其他部门完全决定），请检查该部门的行与列");
      }
    }
  }

  /** Rows that the column's solution may stand in, those that others need first. */
  private void reach(int step) {
    orderSize = 0;
    int column = columns[step];
    for (int i = matrix.starts()[column]; i < matrix.starts()[column + 1]; i++) {
      visit(matrix.rows()[i], step + 1);
      work[matrix.rows()[i]] = matrix.values()[i];
    }
  }

  /** Depth first, without recursion: pairs of row and place within its column of L. */
  private void visit(int first, int mark) {
    if (met[first] == mark) {
      return;
    }
    int depth = push(0, first, mark);
    while (depth > 0) {
      int row = stack[depth - 2];
      int[] below = steps[row] < 0 ? new int[0] : lowerRows[steps[row]];
      int at = stack[depth - 1];
      while (at < below.length && met[below[at]] == mark) {
        at++;
      }
      if (at == below.length) {
        depth -= 2;
        if (orderSize == order.length) {
          order = Arrays.copyOf(order, 2 * orderSize);
        }
        order[orderSize++] = row;
      } else {
        stack[depth - 1] = at + 1;
        depth = push(depth, below[at], mark);
      }
    }
  }

  private int push(int depth, int row, int mark) {
    if (depth + 2 > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    met[row] = mark;
    stack[depth] = row;
    stack[depth + 1] = 0;
    return depth + 2;
  }

  private void eliminate(int step) {
    int above = 0;
    int[] usedSteps = new int[orderSize];
    double[] used = new double[orderSize];
    for (int i = orderSize - 1; i >= 0; i--) {
      int row = order[i];
      int earlier = steps[row];
      if (earlier < 0) {
        continue;
      }
      double value = work[row];
      usedSteps[above] = earlier;
      used[above++] = value;
      int[] rows = lowerRows[earlier];
      double[] factors = lower[earlier];
      for (int k = 0; k < rows.length; k++) {
        work[rows[k]] -= factors[k] * value;
      }
    }
    upperSteps[step] = Arrays.copyOf(usedSteps, above);
    upper[step] = Arrays.copyOf(used, above);
  }

  private boolean pivot(int step, double largest) {
    int best = -1;
    int below = 0;
    for (int i = 0; i < orderSize; i++) {
      int row = order[i];
      if (steps[row] < 0) {
        below++;
        best = best < 0 || Math.abs(work[row]) > Math.abs(work[best]) ? row : best;
      }
    }
    if (best < 0 || !(Math.abs(work[best]) > SINGULAR * largest)) {
      return false;
    }
    pivots[step] = work[best];
    int[] rows = new int[below - 1];
    double[] factors = new double[below - 1];
    int at = 0;
    for (int i = 0; i < orderSize; i++) {
      int row = order[i];
      if (steps[row] < 0 && row != best) {
        rows[at] = row;
        factors[at++] = work[row] / pivots[step];
      }
      work[row] = 0;
    }
    lowerRows[step] = rows;
    lower[step] = factors;
    steps[best] = step;
    return true;
  }

  /** Refined once against the matrix as given. */
  double[] solve(double[] right) {
    double[] x = substitute(right);
    double[] rest = right.clone();
    matrix.entries((row, column, value) -> rest[row] -= value * x[column]);
    double[] more = substitute(rest);
    for (int i = 0; i < n; i++) {
      x[i] += more[i];
    }
    return x;
  }

  private double[] substitute(double[] right) {
    double[] byRow = right.clone();
    double[] byStep = new double[n];
    int[] rowOf = new int[n];
    for (int row = 0; row < n; row++) {
      rowOf[steps[row]] = row;
    }
    for (int step = 0; step < n; step++) {
      double value = byRow[rowOf[step]];
      byStep[step] = value;
      for (int k = 0; k < lowerRows[step].length; k++) {
        byRow[lowerRows[step][k]] -= lower[step][k] * value;
      }
    }
    double[] x = new double[n];
    for (int step = n - 1; step >= 0; step--) {
      double value = byStep[step] / pivots[step];
      x[columns[step]] = value;
      for (int k = 0; k < upperSteps[step].length; k++) {
        byStep[upperSteps[step][k]] -= upper[step][k] * value;
      }
    }
    return x;
  }
}

package org.mujian.chain.flow;

import java.util.Arrays;

/**
 * A square matrix by columns, zeros left out; rows of a column in rising order. Immutable.
 *
 * @param starts where each column begins; one more for the end
 */
record Sparse(int[] starts, int[] rows, double[] values) {

  /** Takes entries in any order; those of one place are added up. */
  static final class Builder {
    private final int size;
    private int[] rows = new int[64];
    private int[] columns = new int[64];
    private double[] values = new double[64];
    private int count;

    Builder(int size) {
      this.size = size;
    }

    void add(int row, int column, double value) {
      if (value == 0) {
        return;
      }
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        columns = Arrays.copyOf(columns, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      rows[count] = row;
      columns[count] = column;
      values[count++] = value;
    }

    Sparse build() {
      Sparse byRow = sorted(size, columns, rows, values, count); // twice: then rows rise
      int[] rowOf = new int[count];
      for (int row = 0; row < size; row++) {
        Arrays.fill(rowOf, byRow.starts[row], byRow.starts[row + 1], row);
      }
      return sorted(size, rowOf, byRow.rows, byRow.values, count).summed();
    }

    private static Sparse sorted(int size, int[] rows, int[] columns, double[] values, int count) {
      int[] starts = new int[size + 1];
      for (int i = 0; i < count; i++) {
        starts[columns[i] + 1]++;
      }
      for (int i = 0; i < size; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = starts.clone();
      int[] sortedRows = new int[count];
      double[] sortedValues = new double[count];
      for (int i = 0; i < count; i++) {
        int at = next[columns[i]]++;
        sortedRows[at] = rows[i];
        sortedValues[at] = values[i];
      }
      return new Sparse(starts, sortedRows, sortedValues);
    }
  }

  private Sparse summed() {
    int[] sumStarts = new int[starts.length];
    int[] sumRows = new int[rows.length];
    double[] sums = new double[rows.length];
    int count = 0;
    for (int column = 0; column < size(); column++) {
      sumStarts[column] = count;
      for (int i = starts[column]; i < starts[column + 1]; i++) {
        if (count > sumStarts[column] && sumRows[count - 1] == rows[i]) {
          sums[count - 1] += values[i];
        } else {
          sumRows[count] = rows[i];
          sums[count++] = values[i];
        }
      }
    }
    sumStarts[size()] = count;
    return new Sparse(sumStarts, Arrays.copyOf(sumRows, count), Arrays.copyOf(sums, count));
  }

  int size() {
    return starts.length - 1;
  }

  double get(int row, int column) {
    int at = Arrays.binarySearch(rows, starts[column], starts[column + 1], row);
    return at < 0 ? 0 : values[at];
  }

  /** Told of each entry. */
  interface Entry {
    void of(int row, int column, double value);
  }

  void entries(Entry each) {
    for (int column = 0; column < size(); column++) {
      for (int i = starts[column]; i < starts[column + 1]; i++) {
        each.of(rows[i], column, values[i]);
      }
    }
  }
}

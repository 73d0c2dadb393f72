package org.mujian.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the header row under title and unit rows, and which column is which. */
final class HeaderFinder {

  static final int ROWS_SEARCHED = 20;

  private final List<ImportKind.Column> columns;
  private final Map<String, Integer> names = new HashMap<>();

  HeaderFinder(List<ImportKind.Column> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      for (String name : columns.get(i).names()) {
        names.putIfAbsent(Headers.normalize(name), i);
      }
    }
  }

  /**
   * @param row the header's; its cells name the columns
   * @param mapping for each column of the kind the file's column, or -1
   */
  record Found(RawRow row, int[] mapping) {

    int known() {
      int known = 0;
      for (int column : mapping) {
        known += column >= 0 ? 1 : 0;
      }
      return known;
    }
  }

  /** The row among the first that names the most columns; of equals the first. */
  @Nullable Found find(List<RawRow> head) {
    @Nullable Found best = null;
    for (RawRow row : head) {
      Found found = read(row);
      if (found.known() > (best == null ? 0 : best.known())) {
        best = found;
      }
    }
    return best;
  }

  /** The mapping that the row's own words propose. */
  Found read(RawRow row) {
    int[] mapping = new int[columns.size()];
    java.util.Arrays.fill(mapping, -1);
    for (int i = 0; i < row.cells().size(); i++) {
      Integer column = names.get(Headers.normalize(row.cells().get(i)));
      if (column != null && mapping[column] < 0) {
        mapping[column] = i;
      }
    }
    return new Found(row, mapping);
  }
}

package org.mujian.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the header row under title and unit rows, and which column is which. */
final class HeaderFinder {

  static final int ROWS_SEARCHED = 20;
  private static final int LONGEST_NAME = 60;

  private final List<ImportKind.Column> columns;
  // 注册资金(万元) and 注册资金 may be two columns: the unit decides before it is ignored.
  private final Map<String, Integer> whole = new HashMap<>();
  private final Map<String, Integer> bare = new HashMap<>();

  HeaderFinder(List<ImportKind.Column> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      for (String name : columns.get(i).names()) {
        whole.putIfAbsent(Headers.normalize(name, true), i);
        bare.putIfAbsent(Headers.normalize(name, false), i);
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

  private @Nullable Integer find(String header) {
    Integer column = whole.get(Headers.normalize(header, true));
    return column != null ? column : bare.get(Headers.normalize(header, false));
  }

  /** The mapping that the row's own words propose. */
  Found read(RawRow row) {
    int[] mapping = new int[columns.size()];
    java.util.Arrays.fill(mapping, -1);
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      Integer column = cell.length() > LONGEST_NAME ? null : find(cell);
      if (column != null && mapping[column] < 0) {
        mapping[column] = i;
      }
    }
    return new Found(row, mapping);
  }
}

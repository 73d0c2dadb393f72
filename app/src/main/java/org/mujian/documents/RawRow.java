package org.mujian.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as a file has it.
 *
 * @param number line or row of the file, from 1
 * @param fault reason code when the row itself is broken
 */
record RawRow(long number, List<String> cells, @Nullable String fault) {

  boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** How many cells there are up to the last that holds something. */
  int width() {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }
}

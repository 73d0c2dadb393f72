package org.mujian.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A file that holds rows of cells, whatever its format. It can be read more than once. */
interface Table extends Closeable {

  /** A wider sheet is no list, or an attack. */
  int MOST_COLUMNS = 500;

  Facts facts();

  /** Turns to another sheet of a workbook; a name that it does not have changes nothing. */
  default void select(String sheet) {}

  /**
   * Hands the rows over in order, blank ones too, until the sink returns false.
   *
   * @param columns how many cells a row has; 0 while the header is not known
   * @throws FileRefused when the file breaks off or is not what it seemed
   */
  void read(int columns, Predicate<RawRow> sink) throws IOException;

  /** How many rows there are, as a guess from {@code done} rows read; 0 when unknown. */
  long estimateRows(long done);

  default List<RawRow> head(int rows) throws IOException {
    List<RawRow> head = new ArrayList<>();
    read(
        0,
        row -> {
          head.add(row);
          return head.size() < rows;
        });
    return head;
  }

  /**
   * What the file is.
   *
   * @param format {@code csv}, {@code xlsx} or {@code xls}
   * @param encoding of a text, else empty
   * @param delimiter of a text, else empty
   * @param sheet that was read, else empty
   * @param sheets all sheets of a workbook
   */
  record Facts(
      String format, String encoding, String delimiter, String sheet, List<String> sheets) {}
}

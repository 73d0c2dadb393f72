package org.mujian.documents;

import java.util.List;

/**
 * How a file was read.
 *
 * @param headerRow line or row of the header, 0 when none was found
 * @param headers its cells
 * @param mapping for each column of the kind the column of the file, or -1
 * @param head the first rows, for choosing another header
 */
public record Understood(
    Table.Facts facts,
    long headerRow,
    List<String> headers,
    List<Integer> mapping,
    List<Head> head) {

  public record Head(long number, List<String> cells) {}

  /** Where the row keys of an export that came back stand, or -1 when it is no such list. */
  int keyColumn(ImportKind kind) {
    return kind.edits() == null
        ? -1
        : headers.stream().map(RowCheck::strip).toList().indexOf(RowKey.HEADER);
  }
}

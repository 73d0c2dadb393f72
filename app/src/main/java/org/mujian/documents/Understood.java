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
record Understood(
    Table.Facts facts,
    long headerRow,
    List<String> headers,
    List<Integer> mapping,
    List<Head> head) {

  record Head(long number, List<String> cells) {}
}

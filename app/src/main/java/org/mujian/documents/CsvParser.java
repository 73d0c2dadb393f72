package org.mujian.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one record, fed line by line, by RFC 4180. A quote opens a field only at its start;
 * elsewhere it is text, as spreadsheets read it. Of a row with more cells than a list may have it
 * keeps one too many.
 */
final class CsvParser {

  private final char delimiter;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;
  private boolean loose;
  private int fed;

  CsvParser(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Cells of a line in which quotes mean nothing. */
  static List<String> plain(String line, char delimiter) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int to = line.indexOf(delimiter); to >= 0; to = line.indexOf(delimiter, from)) {
      if (cells.size() > Table.MOST_COLUMNS) {
        break;
      }
      cells.add(line.substring(from, to));
      from = to + 1;
    }
    cells.add(line.substring(from));
    return cells;
  }

  /**
   * @return whether the record is complete; else a quoted field goes on on the next line
   */
  boolean feed(String line) {
    int i = 0;
    int end = line.length();
    fed += end;
    if (quoted) {
      cell.append('\n');
      i = quotedPart(line, 0);
    }
    while (!quoted && i <= end) {
      i = i < end && line.charAt(i) == '"' && cell.isEmpty() ? openQuote(line, i) : text(line, i);
    }
    return !quoted;
  }

  /** Whether text followed a closing quote: then the quote may not have been meant as one. */
  boolean isLoose() {
    return loose;
  }

  /** Characters taken so far. */
  int length() {
    return fed;
  }

  List<String> cells() {
    return cells;
  }

  private int openQuote(String line, int quote) {
    quoted = true;
    return quotedPart(line, quote + 1);
  }

  /** Reads to the closing quote and then, as text, to the delimiter. */
  private int quotedPart(String line, int from) {
    int at = from;
    while (true) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        cell.append(line, at, line.length());
        return line.length();
      }
      cell.append(line, at, quote);
      if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
        cell.append('"');
        at = quote + 2;
      } else {
        quoted = false;
        loose |= quote + 1 < line.length() && line.charAt(quote + 1) != delimiter;
        return text(line, quote + 1);
      }
    }
  }

  /** Reads to the delimiter and ends the cell; answers where the next one starts. */
  private int text(String line, int from) {
    int to = line.indexOf(delimiter, from);
    int stop = to < 0 ? line.length() : to;
    cell.append(line, from, stop);
    if (cells.size() <= Table.MOST_COLUMNS) {
      cells.add(cell.toString());
    }
    cell.setLength(0);
    return stop + 1;
  }
}

package org.mujian.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells of a row that stand under headers which its kind does not know beforehand. */
public final class Unnamed {

  private static final char CELL = '\u001E';
  private static final char VALUE = '\u001F';

  private Unnamed() {}

  /** By header, in the file's order; empty where nothing stands. */
  public static Map<String, String> read(String text) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String cell : text.split(String.valueOf(CELL))) {
      int end = cell.indexOf(VALUE);
      if (end >= 0) {
        cells.put(cell.substring(0, end), cell.substring(end + 1));
      }
    }
    return cells;
  }

  static String write(Map<String, String> cells) {
    return cells.entrySet().stream()
        .map(cell -> plain(cell.getKey()) + VALUE + plain(cell.getValue()))
        .collect(Collectors.joining(String.valueOf(CELL)));
  }

  private static String plain(String text) {
    return text.replace(CELL, ' ').replace(VALUE, ' ');
  }
}

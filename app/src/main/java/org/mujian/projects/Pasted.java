package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells copied from Excel or WPS: tabs between cells, lines between rows; a cell with a line break
 * or a quote inside is quoted.
 */
final class Pasted {

  private Pasted() {}

  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty() && closes(text, i)) {
        quoted = true;
      } else if (c == '\t' || c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    row.add(cell.toString());
    rows.add(List.copyOf(row));
    rows.removeIf(r -> r.stream().allMatch(String::isBlank));
    if (rows.isEmpty()) {
      throw new ProjectRefused("没有内容：请从 Excel 或 WPS 复制表格（连表头）粘贴到框里，或选择文件");
    }
    return rows;
  }

  /** Whether the quote opened here is closed before a tab or line end; else it is just a quote. */
  private static boolean closes(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i + 1 == text.length() || "\t\r\n".indexOf(text.charAt(i + 1)) >= 0;
        }
      }
    }
    return false;
  }
}

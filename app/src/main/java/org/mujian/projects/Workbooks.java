package org.mujian.projects;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mujian.projects.dispatch.Column;
import org.mujian.projects.dispatch.Known;

/** Writes the dispatch table as a spreadsheet with its row keys. */
final class Workbooks {

  private Workbooks() {}

  /**
   * Title and header stand on top, the keys in the first column, greyed so that nobody edits them.
   */
  static void write(OutputStream out, String title, List<String> stages, List<Known> rows)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "Mujian", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("调度表");
      Column[] columns = Column.values();
      sheet.value(0, 1, title);
      sheet.style(0, 1).bold().fontSize(14).set();
      for (int c = 0; c < columns.length; c++) {
        sheet.value(1, c, columns[c].header());
        sheet.style(1, c).bold().fillColor("E6F0F6").borderStyle("thin").set();
        sheet.width(c, width(columns[c]));
        for (int r = 0; r < rows.size(); r++) {
          value(sheet, r + 2, c, rows.get(r).cells().get(c));
        }
      }
      if (!rows.isEmpty()) {
        sheet.range(2, 0, rows.size() + 1, 0).style().fontColor("98A4AE").set();
        sheet
            .range(2, Column.STAGE.ordinal(), rows.size() + 1, Column.STAGE.ordinal())
            .validateWithListByFormula("\"" + String.join(",", stages) + "\"");
      }
      sheet.freezePane(2, 2);
    }
  }

  private static void value(
      Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable Object value) {
    switch (value) {
      case null -> {}
      case BigDecimal number -> sheet.value(row, column, number);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      default -> sheet.value(row, column, value.toString());
    }
  }

  private static int width(Column column) {
    return switch (column) {
      case PROBLEM -> 40;
      case NAME, CODE, ENTERPRISE -> 26;
      case KEY -> 18;
      default -> 14;
    };
  }
}

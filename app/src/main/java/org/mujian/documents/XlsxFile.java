package org.mujian.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Times;

/**
 * A workbook, written as it goes: bold frozen header, numbers as numbers, dates as dates. Text is
 * stored as text, which no spreadsheet runs. What exceeds a sheet goes on in the next.
 */
final class XlsxFile implements ListFile {

  private static final int MOST_ROWS = 1_000_000;
  private static final int FLUSH = 1_000;
  private static final int LONGEST_TEXT = 32_767;
  private static final int EXACT_DIGITS = 15;

  private final Workbook workbook;
  private final String title;
  private final List<Exports.Column> columns;
  private Worksheet sheet;
  private int sheets;
  private int row;

  XlsxFile(OutputStream out, String title, List<Exports.Column> columns) {
    this.workbook = new Workbook(out, "Mujian", null);
    this.title = sheetName(title);
    this.columns = columns;
    this.sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    Worksheet next = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
    next.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      next.width(i, Math.clamp(columns.get(i).width(), 2, 100));
      next.inlineString(0, i, clean(columns.get(i).header()));
      next.style(0, i).bold().set();
    }
    row = 1;
    return next;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (row == MOST_ROWS) {
      sheet.finish();
      sheet = begin();
    }
    for (int i = 0; i < cells.size(); i++) {
      write(i, cells.get(i));
    }
    row++;
    if (row % FLUSH == 0) {
      sheet.flush();
    }
  }

  private void write(int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case BigDecimal number -> number(column, number);
      case Integer number -> sheet.value(row, column, number);
      case Long number -> number(column, BigDecimal.valueOf(number));
      case Number number -> number(column, new BigDecimal(number.toString()));
      case LocalDate date -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime time -> {
        sheet.value(row, column, time);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
      }
      case Instant instant -> write(column, LocalDateTime.ofInstant(instant, Times.CHINA));
      default -> sheet.inlineString(row, column, clean(cell.toString()));
    }
  }

  /** A number with more digits than a spreadsheet keeps is better text than wrong. */
  private void number(int column, BigDecimal number) {
    if (number.stripTrailingZeros().precision() > EXACT_DIGITS) {
      sheet.inlineString(row, column, number.toPlainString());
    } else {
      sheet.value(row, column, number);
    }
  }

  /** Characters that XML cannot hold are left out. */
  private static String clean(String text) {
    String kept =
        text.chars().allMatch(XlsxFile::isXml)
            ? text
            : text.codePoints()
                .filter(c -> c > 0xFFFF || isXml(c) && !Character.isSurrogate((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    return kept.length() <= LONGEST_TEXT ? kept : kept.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c < 0xD800 || c == '\n' || c == '\t' || c >= 0xE000 && c <= 0xFFFD;
  }

  static String sheetName(String title) {
    String name = clean(title).replaceAll("[\\[\\]:*?/\\\\'\\n\\t]", " ").strip();
    return name.isEmpty() ? "Sheet" : name.substring(0, Math.min(name.length(), 25));
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}

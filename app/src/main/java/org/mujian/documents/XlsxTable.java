package org.mujian.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel 2007 and later, or of WPS. Formulas count with the value last computed. */
final class XlsxTable implements Table {

  private final ReadableWorkbook workbook;
  private final List<Sheet> sheets;
  private final long rows;
  private Sheet sheet;

  XlsxTable(Path file) throws IOException {
    this.rows = WorkbookGuard.check(file);
    try {
      this.workbook = open(file);
      this.sheets =
          workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
    } catch (IOException | RuntimeException e) {
      throw new FileRefused("broken-workbook");
    }
    if (sheets.isEmpty()) {
      workbook.close();
      throw new FileRefused("no-sheet");
    }
    this.sheet = sheets.getFirst();
  }

  /** A workbook without styles has no dates to know, and is a workbook all the same. */
  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (IOException | RuntimeException e) {
      return new ReadableWorkbook(file.toFile());
    }
  }

  @Override
  public Facts facts() {
    return new Facts("xlsx", "", "", sheet.getName(), sheets.stream().map(Sheet::getName).toList());
  }

  @Override
  public void select(String name) {
    sheet = sheets.stream().filter(s -> s.getName().equals(name)).findFirst().orElse(sheet);
  }

  @Override
  public long estimateRows(long done) {
    return Math.max(done, rows);
  }

  @Override
  public void read(int columns, Predicate<RawRow> sink) {
    try (Stream<Row> stream = open()) {
      Iterator<Row> iterator = stream.iterator();
      for (RawRow row = next(iterator); row != null && sink.test(row); row = next(iterator)) {}
    }
  }

  private Stream<Row> open() {
    try {
      return sheet.openStream();
    } catch (IOException | RuntimeException e) {
      throw new FileRefused("broken-workbook");
    }
  }

  private @Nullable RawRow next(Iterator<Row> iterator) {
    try {
      return iterator.hasNext() ? row(iterator.next()) : null;
    } catch (RuntimeException e) {
      // Whatever the reader stumbles over (bad XML, a wrong reference), the file is at fault.
      throw new FileRefused("broken-workbook");
    }
  }

  private RawRow row(Row row) {
    int width = Math.min(row.getCellCount(), MOST_COLUMNS + 1);
    List<String> cells = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell));
    }
    return new RawRow(row.getRowNum(), cells, null);
  }

  private String text(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null) {
      return "";
    }
    return switch (cell.getType()) {
      case EMPTY -> "";
      case STRING -> cell.getText();
      case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
      case NUMBER -> number(raw, cell);
      case ERROR -> raw;
      case FORMULA -> isNumber(raw) ? number(raw, cell) : raw;
    };
  }

  private String number(String raw, Cell cell) {
    Integer id = cell.getDataFormatId();
    return Cells.isDate(id == null ? 0 : id, cell.getDataFormatString()) && isNumber(raw)
        ? Cells.date(Double.parseDouble(raw), workbook.isDate1904())
        : Cells.number(raw);
  }

  private static boolean isNumber(String raw) {
    return raw.length() < 40 && raw.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}

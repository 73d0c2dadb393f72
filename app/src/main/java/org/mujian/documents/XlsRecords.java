package org.mujian.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one sheet together from the records of an old workbook. */
final class XlsRecords implements HSSFListener {

  /** Ends the reading early. */
  static final class Enough extends RuntimeException {
    Enough() {
      super(null, null, false, false);
    }
  }

  /** Carries the sink's own exception past those of the file. */
  static final class SinkFailed extends RuntimeException {
    private final RuntimeException cause;

    SinkFailed(RuntimeException cause) {
      super(cause);
      this.cause = cause;
    }

    RuntimeException cause() {
      return cause;
    }
  }

  private final int wanted;
  private final Predicate<RawRow> sink;
  private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this);
  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private @Nullable SSTRecord strings;
  private boolean from1904;
  private int depth;
  private int stream = -1;
  private int row = -1;
  private int awaited = -1;

  /**
   * @param wanted the sheet's index; -1 to learn the sheets' names only
   */
  XlsRecords(int wanted, Predicate<RawRow> sink) {
    this.wanted = wanted;
    this.sink = sink;
  }

  HSSFListener withFormats() {
    return formats;
  }

  List<String> sheets() {
    return Arrays.stream(BoundSheetRecord.orderByBofPosition(sheets))
        .map(BoundSheetRecord::getSheetname)
        .toList();
  }

  @Override
  public void processRecord(Record record) {
    switch (record) {
      case BOFRecord begin -> begin();
      case EOFRecord end -> finish();
      case BoundSheetRecord bound -> sheets.add(bound);
      case SSTRecord table -> strings = table;
      case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
      case StringRecord text -> formulaText(text.getString());
      case CellValueRecordInterface cell when isInside() -> cell(cell);
      default -> {}
    }
  }

  /** Sub-streams follow each other: the workbook's own, then one for each sheet. */
  private void begin() {
    if (depth++ == 0) {
      stream++;
      if (wanted < 0 && stream > 0 || stream > wanted + 1) {
        end();
        throw new Enough();
      }
    }
  }

  private void finish() {
    if (isInside()) {
      end();
    }
    depth--;
  }

  private boolean isInside() {
    return depth == 1 && stream == wanted + 1;
  }

  private void cell(CellValueRecordInterface cell) {
    if (cell.getRow() != row) {
      end();
      row = cell.getRow();
    }
    int column = cell.getColumn();
    if (column > Table.MOST_COLUMNS) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    awaited = -1;
    cells.set(column, text(cell, column));
  }

  private String text(CellValueRecordInterface cell, int column) {
    return switch (cell) {
      case LabelSSTRecord label -> shared(label.getSSTIndex());
      case LabelRecord label -> label.getValue();
      case NumberRecord number -> number(number.getValue(), cell);
      case BoolErrRecord value -> boolOrError(value);
      case FormulaRecord formula -> formula(formula, column);
      default -> "";
    };
  }

  private String shared(int index) {
    SSTRecord table = strings;
    return table == null ? "" : table.getString(index).getString();
  }

  private String formula(FormulaRecord formula, int column) {
    CellType type = formula.getCachedResultTypeEnum();
    return switch (type) {
      case NUMERIC -> number(formula.getValue(), formula);
      case BOOLEAN -> formula.getCachedBooleanValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(formula.getCachedErrorValue()).getString();
      case STRING -> {
        awaited = column;
        yield "";
      }
      default -> "";
    };
  }

  /** The text that a formula gave stands in a record of its own behind it. */
  private void formulaText(String text) {
    if (awaited >= 0 && awaited < cells.size()) {
      cells.set(awaited, text);
    }
    awaited = -1;
  }

  private static String boolOrError(BoolErrRecord value) {
    return value.isBoolean()
        ? value.getBooleanValue() ? "TRUE" : "FALSE"
        : FormulaError.forInt(value.getErrorValue()).getString();
  }

  private String number(double value, CellValueRecordInterface cell) {
    return Cells.isDate(formats.getFormatIndex(cell), formats.getFormatString(cell))
        ? Cells.date(value, from1904)
        : Cells.number(Double.toString(value));
  }

  /** Hands over the row at hand. */
  private void end() {
    if (row < 0 || cells.isEmpty()) {
      return;
    }
    RawRow raw = new RawRow(row + 1L, List.copyOf(cells), null);
    cells.clear();
    row = -1;
    boolean more;
    try {
      more = sink.test(raw);
    } catch (RuntimeException e) {
      throw new SinkFailed(e);
    }
    if (!more) {
      throw new Enough();
    }
  }
}

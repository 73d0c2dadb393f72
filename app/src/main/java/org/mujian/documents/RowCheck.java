package org.mujian.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges rows: reads each mapped cell and collects the reasons against it. */
final class RowCheck {

  static final String MISSING = "-missing";
  static final String TOTAL = "total-row";
  static final String HEADER_AGAIN = "header-again";
  static final String BAD_CHARACTER = "bad-character";
  static final String ERROR_VALUE = "error-value";
  static final String KEY_MISSING = "row-key-missing";
  static final String KEY_FOREIGN = "row-key-foreign";

  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "total");

  private final ImportKind kind;
  private final RawRow header;
  private final int[] mapping;
  private final int reasonColumn;
  private final int keyColumn;
  private final long zone;
  private final ImportKind.RowRule rule;
  private final ImportKind.@Nullable CellReader unnamed;
  private final Map<String, Integer> others = new LinkedHashMap<>();

  /**
   * @param zone whose rows are written: the keys of another's are refused
   */
  RowCheck(ImportKind kind, Understood understood, long zone) {
    this.kind = kind;
    this.header = new RawRow(understood.headerRow(), understood.headers(), null);
    this.mapping = understood.mapping().stream().mapToInt(i -> i).toArray();
    this.reasonColumn = Reasons.columnIn(understood);
    this.keyColumn = understood.keyColumn(kind);
    this.zone = zone;
    this.rule = kind.rowRule(zone);
    this.unnamed = kind.unnamed();
    for (int i = 0; i < understood.headers().size(); i++) {
      String name = strip(understood.headers().get(i));
      if (!name.isEmpty() && i != reasonColumn && !understood.mapping().contains(i)) {
        others.putIfAbsent(name, i);
      }
    }
  }

  /**
   * @param values of a good row, with what the kind derives, or of a list that came back with its
   *     row key; null for a bad one
   * @param reasons {@code column:code}, the column counted from 0 in the file, or empty before the
   *     colon when the whole row is meant
   */
  record Checked(RawRow row, @Nullable List<@Nullable String> values, List<String> reasons) {

    boolean isGood() {
      return values != null;
    }

    /** The code under which a bad row is counted: its first. */
    String code() {
      return codeOf(reasons.getFirst());
    }

    static String codeOf(String reason) {
      return reason.substring(reason.indexOf(':') + 1);
    }
  }

  Checked check(RawRow row) {
    String fault = row.fault();
    if (fault != null) {
      return bad(row, fault);
    }
    String unmended = unmended(row);
    if (unmended != null) {
      return bad(row, unmended);
    }
    if (isTotal(row)) {
      return bad(row, TOTAL);
    }
    List<@Nullable String> values = new ArrayList<>(mapping.length + 4);
    List<String> reasons = new ArrayList<>(0);
    for (int i = 0; i < mapping.length; i++) {
      values.add(read(kind.columns().get(i), row, mapping[i], reasons));
    }
    if (unnamed != null) {
      values.add(unnamed(unnamed, row, reasons));
    }
    if (keyColumn >= 0) {
      checkKey(row, reasons);
    }
    if (!reasons.isEmpty()) {
      return isHeaderAgain(row) ? bad(row, HEADER_AGAIN) : new Checked(row, null, reasons);
    }
    ImportKind.RowFault wrong = keyColumn < 0 ? rule.findFault(values) : null;
    if (wrong != null) {
      return new Checked(row, null, List.of(place(wrong.column()) + ":" + wrong.code()));
    }
    if (keyColumn < 0) {
      values.addAll(kind.derive(values));
    } else {
      values.add(strip(row.cell(keyColumn)));
    }
    return new Checked(row, values, reasons);
  }

  /** Where the file has the column; empty when it has not. */
  private String place(String column) {
    for (int i = 0; i < mapping.length; i++) {
      if (kind.columns().get(i).key().equals(column)) {
        return mapping[i] < 0 ? "" : String.valueOf(mapping[i]);
      }
    }
    return "";
  }

  private String unnamed(ImportKind.CellReader reader, RawRow row, List<String> reasons) {
    Map<String, String> cells = new LinkedHashMap<>();
    ImportKind.Column column = new ImportKind.Column("", List.of(), false, reader);
    others.forEach(
        (name, at) ->
            cells.put(name, Objects.requireNonNullElse(read(column, row, at, reasons), "")));
    return Unnamed.write(cells);
  }

  private @Nullable String read(
      ImportKind.Column column, RawRow row, int at, List<String> reasons) {
    String text = unescape(strip(row.cell(at)));
    if (Cells.isError(text)) {
      reasons.add(at + ":" + ERROR_VALUE);
      return null;
    }
    if (text.indexOf('\0') >= 0) {
      reasons.add(at + ":" + BAD_CHARACTER);
      return null;
    }
    ImportKind.Cell cell =
        text.isEmpty() ? new ImportKind.Cell.Value(null) : column.reader().read(text);
    return switch (cell) {
      case ImportKind.Cell.Fault(String code) -> {
        reasons.add(at + ":" + code);
        yield null;
      }
      case ImportKind.Cell.Value(var value) -> {
        if (value == null && column.required() && (at >= 0 || keyColumn < 0)) {
          reasons.add(at + ":" + column.key() + MISSING);
        }
        yield value;
      }
    };
  }

  /**
   * A row that came back as it was rejected: its file fills up rows that were too short, so that
   * only the reason's cell tells, until it is cleared.
   */
  private @Nullable String unmended(RawRow row) {
    String reason = reasonColumn < 0 ? "" : row.cell(reasonColumn);
    for (String code : List.of(CsvTable.FIELD_COUNT, CsvTable.OPEN_QUOTE)) {
      if (reason.contains("[" + code + "]")) {
        return code;
      }
    }
    return null;
  }

  private void checkKey(RawRow row, List<String> reasons) {
    String text = strip(row.cell(keyColumn));
    if (text.isEmpty()) {
      reasons.add(keyColumn + ":" + KEY_MISSING);
      return;
    }
    boolean ours =
        RowKey.parse(text)
            .filter(key -> key.kind().equals(kind.id()) && key.zone() == zone)
            .isPresent();
    if (!ours) {
      reasons.add(keyColumn + ":" + KEY_FOREIGN);
    }
  }

  private static Checked bad(RawRow row, String code) {
    return new Checked(row, null, List.of(":" + code));
  }

  private boolean isTotal(RawRow row) {
    for (String cell : row.cells()) {
      if (!cell.isBlank()) {
        return cell.length() < 12 && TOTALS.contains(Headers.normalize(cell, false));
      }
    }
    return false;
  }

  private boolean isHeaderAgain(RawRow row) {
    return row.width() == header.width()
        && row.cells().subList(0, row.width()).equals(header.cells().subList(0, row.width()));
  }

  /** Takes away the apostrophe that {@link CsvFile} puts before what looks like a formula. */
  private static String unescape(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && CsvFile.isDangerous(text.substring(1))
        ? text.substring(1)
        : text;
  }

  /** Also takes the ideographic and no-break spaces that spreadsheets and web pages leave. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' && c != 0
        || c == '\u00A0'
        || c == '\u3000'
        || c == '\u200B'
        || c == '\uFEFF'
        || Character.isWhitespace(c);
  }
}

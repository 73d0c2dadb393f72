package org.mujian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A text of cells: CSV, or cells pasted from a spreadsheet (tabs between them). */
final class CsvTable implements Table {

  static final String FIELD_COUNT = "field-count";
  static final String OPEN_QUOTE = "open-quote";

  private static final char[] DELIMITERS = {',', '\t', ';'};
  private static final int MOST_LINES = 500;

  private final Path file;
  private final TextCheck.Encoding encoding;
  private final char delimiter;
  private final long size;
  private volatile long read;

  CsvTable(Path file) throws IOException {
    this.file = file;
    this.size = Files.size(file);
    this.encoding = TextCheck.of(file);
    this.delimiter = findDelimiter();
  }

  @Override
  public Facts facts() {
    return new Facts("csv", encoding.label(), String.valueOf(delimiter), "", List.of());
  }

  @Override
  public void read(int columns, Predicate<RawRow> sink) throws IOException {
    read(delimiter, columns, sink);
  }

  @Override
  public long estimateRows(long done) {
    long bytes = read;
    return bytes == 0 ? 0 : Math.max(done, (long) ((double) done * size / bytes));
  }

  private void read(char by, int columns, Predicate<RawRow> sink) throws IOException {
    try (InputStream in = new Counting(Files.newInputStream(file))) {
      in.skipNBytes(encoding.skip());
      Lines lines = new Lines(new InputStreamReader(in, encoding.charset()));
      for (RawRow row = next(lines, by, columns);
          row != null && sink.test(row);
          row = next(lines, by, columns)) {}
    }
  }

  private @Nullable RawRow next(Lines lines, char by, int columns) throws IOException {
    Lines.Line first = lines.next();
    if (first == null) {
      return null;
    }
    if (first.text().indexOf('"') < 0) {
      return counted(first.number(), CsvParser.plain(first.text(), by), columns);
    }
    CsvParser parser = new CsvParser(by);
    List<Lines.Line> more = new ArrayList<>();
    boolean complete = parser.feed(first.text());
    while (!complete && more.size() < MOST_LINES && parser.length() < Lines.LONGEST) {
      Lines.Line line = lines.next();
      if (line == null) {
        break;
      }
      more.add(line);
      complete = parser.feed(line.text());
    }
    if (!complete) {
      lines.giveBack(more);
      return new RawRow(first.number(), CsvParser.plain(first.text(), by), OPEN_QUOTE);
    }
    RawRow row = counted(first.number(), parser.cells(), columns);
    boolean doubtful = row.fault() != null || parser.isLoose();
    if (doubtful && more.stream().anyMatch(line -> isRow(line.text(), by, columns))) {
      // A stray quote has swallowed rows that are whole by themselves: only its own line is bad.
      lines.giveBack(more);
      return new RawRow(first.number(), CsvParser.plain(first.text(), by), OPEN_QUOTE);
    }
    return row;
  }

  private static boolean isRow(String line, char by, int columns) {
    CsvParser parser = new CsvParser(by);
    return columns > 1 && parser.feed(line) && parser.cells().size() == columns;
  }

  /** Too few cells are a fault; too many are one unless the surplus is empty. */
  private static RawRow counted(long number, List<String> cells, int columns) {
    RawRow row = new RawRow(number, cells, null);
    boolean wrong =
        columns > 0 && !row.isBlank() && (cells.size() < columns || row.width() > columns);
    return wrong ? new RawRow(number, cells, FIELD_COUNT) : row;
  }

  /**
   * The one by which the largest part of the first rows has the same number of cells, more than
   * one; of equals the one that makes more cells.
   */
  private char findDelimiter() throws IOException {
    char best = DELIMITERS[0];
    double most = 0;
    for (char by : DELIMITERS) {
      Map<Integer, Integer> widths = new HashMap<>();
      int[] rows = {0};
      read(
          by,
          0,
          row -> {
            if (!row.isBlank()) {
              rows[0]++;
              widths.merge(row.cells().size(), 1, Integer::sum);
            }
            return rows[0] < HeaderFinder.ROWS_SEARCHED;
          });
      for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
        double score = (double) width.getValue() / rows[0] + width.getKey() * 1e-6;
        if (width.getKey() > 1 && score > most) {
          most = score;
          best = by;
        }
      }
    }
    return best;
  }

  @Override
  public void close() {}

  /** Tells how far the reading is. */
  private final class Counting extends java.io.FilterInputStream {

    Counting(InputStream in) {
      super(in);
      read = 0;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      read += Math.max(0, n);
      return n;
    }
  }
}

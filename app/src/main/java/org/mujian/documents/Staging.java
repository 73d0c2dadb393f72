package org.mujian.documents;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mujian.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Reads a file through its checks into {@code import_row}. */
@Component
class Staging {

  /** So many good rows keep their cells, to be shown. */
  static final int SHOWN = 20;

  private static final int STEP = 500;

  private final DataSource dataSource;

  Staging(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Decides which sheet is meant, which row is the header, and what its columns are. */
  static Understood understand(Table table, ImportKind kind, Asked asked) throws IOException {
    HeaderFinder finder = new HeaderFinder(kind.columns());
    String wanted = asked.sheet();
    if (wanted != null) {
      table.select(wanted);
    } else {
      selectBestSheet(table, finder);
    }
    List<RawRow> head = table.head(HeaderFinder.ROWS_SEARCHED);
    Long chosen = asked.headerRow();
    HeaderFinder.@Nullable Found found =
        chosen == null
            ? finder.find(head)
            : head.stream()
                .filter(row -> row.number() == chosen)
                .findFirst()
                .map(finder::read)
                .orElse(null);
    List<Understood.Head> first =
        head.stream().map(row -> new Understood.Head(row.number(), shorten(row.cells()))).toList();
    if (found == null) {
      refuseTooWide(head.stream().mapToInt(RawRow::width).max().orElse(0));
      return new Understood(table.facts(), 0, List.of(), List.of(), first);
    }
    refuseTooWide(found.row().width());
    List<String> headers =
        found.row().cells().stream().map(cell -> cell.replace('\0', '\uFFFD')).toList();
    List<Integer> mapping =
        asked.mapping() != null && asked.mapping().size() == kind.columns().size()
            ? asked.mapping()
            : Arrays.stream(found.mapping()).boxed().toList();
    return new Understood(table.facts(), found.row().number(), headers, mapping, first);
  }

  /** Of a workbook's sheets the one whose header names the most; the first of equals. */
  private static void selectBestSheet(Table table, HeaderFinder finder) throws IOException {
    List<String> sheets = table.facts().sheets();
    if (sheets.size() < 2) {
      return;
    }
    String best = sheets.getFirst();
    int most = 0;
    for (String sheet : sheets) {
      table.select(sheet);
      HeaderFinder.Found found = finder.find(table.head(HeaderFinder.ROWS_SEARCHED));
      if (found != null && found.known() > most) {
        most = found.known();
        best = sheet;
      }
    }
    table.select(best);
  }

  private static void refuseTooWide(int width) {
    if (width > Table.MOST_COLUMNS) {
      throw new FileRefused("too-many-columns", Table.MOST_COLUMNS);
    }
  }

  private static List<String> shorten(List<String> cells) {
    return cells.stream()
        .limit(60)
        .map(cell -> cell.replace('\0', '\uFFFD'))
        .map(cell -> cell.length() > 60 ? cell.substring(0, 60) + "…" : cell)
        .toList();
  }

  /**
   * Judges every row under the header and stages it, all of them or none. It has a connection of
   * its own: rows are judged while the COPY goes on, and a kind that asks the database something
   * must not wait for it on the same one.
   *
   * @throws FileRefused when the header names no column, or not one that every row must have
   */
  Import.Counts stage(Import what, Table table, ImportKind kind, Understood understood, JobRun run)
      throws IOException, SQLException {
    refuseWithoutHeader(kind, understood);
    Tally tally = new Tally();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        drop(connection, what);
        copy(connection, what, table, kind, understood, run, tally);
        connection.commit();
      } catch (IOException | SQLException | RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    run.total(tally.rows);
    run.progress(tally.rows);
    return tally.counts();
  }

  private static void drop(Connection connection, Import what) throws SQLException {
    try (var sql = connection.prepareStatement("DELETE FROM import_row WHERE import_id = ?")) {
      sql.setLong(1, what.id());
      sql.executeUpdate();
    }
  }

  private static void copy(
      Connection connection,
      Import what,
      Table table,
      ImportKind kind,
      Understood understood,
      JobRun run,
      Tally tally)
      throws IOException, SQLException {
    RowCheck check = new RowCheck(kind, understood, what.zoneId());
    try (StagingCopy copy = new StagingCopy(connection, what.id())) {
      table.read(
          understood.headers().size(),
          row -> {
            if (row.number() > understood.headerRow()) {
              take(row, check, copy, tally);
              if (tally.rows % STEP == 0) {
                report(run, table, tally.rows);
              }
            }
            return true;
          });
      copy.end();
    }
    try (var sql = connection.createStatement()) {
      sql.execute("SELECT analyze_import_rows()");
    }
  }

  private static void take(RawRow row, RowCheck check, StagingCopy copy, Tally tally) {
    if (row.fault() == null && row.isBlank()) {
      tally.blank++;
      return;
    }
    RowCheck.Checked checked = check.check(row);
    tally.add(checked);
    try {
      copy.write(checked, tally.accepted <= SHOWN);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void report(JobRun run, Table table, long rows) {
    long estimate = table.estimateRows(rows);
    if (estimate > 0) {
      run.total(Math.max(estimate, rows));
    }
    run.progress(rows);
  }

  private static void refuseWithoutHeader(ImportKind kind, Understood understood) {
    String known =
        String.join("、", kind.columns().stream().map(column -> column.names().getFirst()).toList());
    if (understood.headerRow() == 0
        || understood.mapping().stream().noneMatch(column -> column >= 0)) {
      throw new FileRefused("header-unknown", firstWords(understood), known);
    }
    for (int i = 0; i < kind.columns().size() && understood.keyColumn(kind) < 0; i++) {
      ImportKind.Column column = kind.columns().get(i);
      if (column.required() && understood.mapping().get(i) < 0) {
        throw new FileRefused("column-missing", column.names().getFirst(), understood.headerRow());
      }
    }
  }

  private static String firstWords(Understood understood) {
    return understood.head().stream()
        .map(Understood.Head::cells)
        .filter(cells -> cells.stream().anyMatch(cell -> !cell.isBlank()))
        .findFirst()
        .map(cells -> String.join("、", cells.stream().filter(c -> !c.isBlank()).limit(8).toList()))
        .orElse("");
  }

  private static final class Tally {
    long rows;
    long accepted;
    long blank;
    final TreeMap<String, Long> reasons = new TreeMap<>();

    void add(RowCheck.Checked checked) {
      rows++;
      if (checked.isGood()) {
        accepted++;
      } else {
        reasons.merge(checked.code(), 1L, Long::sum);
      }
    }

    Import.Counts counts() {
      return new Import.Counts(rows, accepted, rows - accepted, blank, reasons);
    }
  }
}

package org.mujian.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a list that came back with its rows as they stand. */
@Component
class Edits {

  /** Accepts every row. */
  static final String ALL = "all";

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;

  Edits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param changed rows that can be written
   * @param conflicts rows that somebody else has changed since they went out, or that the file has
   *     twice
   * @param gone how many rows are no more
   */
  record Diff(List<Row> changed, List<Row> conflicts, long unchanged, long gone) {}

  /**
   * @param name the row's first value, by which people know it
   */
  record Row(long number, String name, RowKey key, List<Change> changes) {

    RowEdits.Edit edit() {
      Map<String, @Nullable String> values = new HashMap<>();
      changes.forEach(change -> values.put(change.column().key(), change.after()));
      return new RowEdits.Edit(key.id(), key.version(), values);
    }
  }

  record Change(ImportKind.Column column, @Nullable String before, @Nullable String after) {}

  private record Staged(long number, List<@Nullable String> values, RowKey key) {}

  @Transactional(readOnly = true)
  public Diff diff(Import what, ImportKind kind) {
    RowEdits edits = Objects.requireNonNull(kind.edits());
    List<Integer> mapping = Objects.requireNonNull(what.understood()).mapping();
    List<Staged> rows = list(what, kind.columns().size());
    List<Row> changed = new ArrayList<>();
    List<Row> conflicts = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long unchanged = 0;
    long gone = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<Staged> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      Map<Long, RowEdits.Current> current =
          edits.current(what.zoneId(), batch.stream().map(row -> row.key().id()).toList());
      for (Staged row : batch) {
        RowEdits.Current now = current.get(row.key().id());
        if (now == null) {
          gone++;
          continue;
        }
        List<Change> changes = changes(kind, mapping, row, now);
        if (changes.isEmpty()) {
          unchanged++;
        } else if (now.version() != row.key().version() || !seen.add(row.key().id())) {
          conflicts.add(new Row(row.number(), name(now), row.key(), changes));
        } else {
          changed.add(new Row(row.number(), name(now), row.key(), changes));
        }
      }
    }
    return new Diff(changed, conflicts, unchanged, gone);
  }

  /**
   * Writes the accepted changes, within the caller's transaction.
   *
   * @param accepted {@link #ALL}, or numbers of rows with commas between
   */
  ImportKind.Committed apply(Import what, ImportKind kind, String accepted) {
    Diff diff = diff(what, kind);
    Set<String> numbers = Set.of(accepted.split(","));
    List<RowEdits.Edit> edits =
        diff.changed().stream()
            .filter(row -> accepted.equals(ALL) || numbers.contains(String.valueOf(row.number())))
            .map(Row::edit)
            .toList();
    int written =
        edits.isEmpty() ? 0 : Objects.requireNonNull(kind.edits()).apply(what.zoneId(), edits);
    Map<String, Long> notes = new TreeMap<>();
    note(notes, "row-conflict", diff.conflicts().size() + edits.size() - written);
    note(notes, "row-gone", diff.gone());
    note(notes, "row-not-accepted", diff.changed().size() - edits.size());
    return new ImportKind.Committed(0, written, diff.unchanged(), notes);
  }

  private static void note(Map<String, Long> notes, String code, long count) {
    if (count > 0) {
      notes.put(code, count);
    }
  }

  private List<Staged> list(Import what, int columns) {
    return jdbc.sql(
            "SELECT row_no, values FROM import_row WHERE import_id = ? AND good ORDER BY row_no")
        .param(what.id())
        .query(
            (row, i) -> {
              String[] values = (String[]) row.getArray("values").getArray();
              return new Staged(
                  row.getLong("row_no"),
                  Arrays.asList(values).subList(0, columns),
                  RowKey.parse(values[columns]).orElseThrow());
            })
        .list();
  }

  private static String name(RowEdits.Current row) {
    String first = row.values().getFirst();
    return first == null ? "" : first;
  }

  private static List<Change> changes(
      ImportKind kind, List<Integer> mapping, Staged row, RowEdits.Current now) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < mapping.size(); i++) {
      String before = now.values().get(i);
      String after = row.values().get(i);
      if (mapping.get(i) >= 0 && !isSame(before, after)) {
        changes.add(new Change(kind.columns().get(i), before, after));
      }
    }
    return changes;
  }

  /** 5 and 5.00 are the same number. */
  private static boolean isSame(@Nullable String before, @Nullable String after) {
    if (Objects.equals(before, after)) {
      return true;
    }
    if (before == null || after == null || before.length() > 40 || after.length() > 40) {
      return false;
    }
    try {
      return new BigDecimal(before).compareTo(new BigDecimal(after)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

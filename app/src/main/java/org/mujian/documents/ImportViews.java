package org.mujian.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports in the words of a page. */
@Component
public class ImportViews {

  private static final int MOST_CHANGES = 1_000;

  private final ImportKinds kinds;
  private final StagedRows rows;
  private final Edits edits;

  ImportViews(ImportKinds kinds, StagedRows rows, Edits edits) {
    this.kinds = kinds;
    this.edits = edits;
    this.rows = rows;
  }

  /** One line of the list; also the head of an import's page. */
  public record Line(
      long id,
      String kind,
      String fileName,
      String state,
      String stateCode,
      String who,
      String when,
      @Nullable String rows,
      @Nullable String accepted,
      @Nullable String rejected,
      List<Entry> facts,
      List<Entry> reasons,
      List<Entry> notes,
      boolean open) {}

  public record Entry(String label, String text) {}

  /**
   * @param open whether the account may still change how it is read, commit or abandon it
   */
  Line line(Import what, boolean open, Page page) {
    Import.Counts counts = what.counts();
    return new Line(
        what.id(),
        kindTitle(what, page),
        what.fileName(),
        page.t("import.state." + what.state().code()),
        what.state().code(),
        what.who(),
        Times.minute(what.createdAt()),
        counts == null ? null : number(counts.rows()),
        counts == null ? null : number(counts.accepted()),
        counts == null ? null : number(counts.rejected()),
        facts(what, page),
        counts == null ? List.of() : entries("import.reason.", counts.reasons(), "…", page),
        what.committed() == null
            ? List.of()
            : entries("import.note.", what.committed().notes(), null, page),
        open);
  }

  String title(Import what, Page page) {
    return kindTitle(what, page) + " · " + what.fileName();
  }

  private String kindTitle(Import what, Page page) {
    return kinds.find(what.kind()).map(kind -> page.t(kind.titleKey())).orElse(what.kind());
  }

  private static List<Entry> facts(Import what, Page page) {
    List<Entry> facts = new ArrayList<>();
    Import.Counts counts = what.counts();
    if (counts != null) {
      facts.add(new Entry(page.t("import.rows"), number(counts.rows())));
      facts.add(new Entry(page.t("import.accepted"), number(counts.accepted())));
      facts.add(new Entry(page.t("import.rejected"), number(counts.rejected())));
      if (counts.blank() > 0) {
        facts.add(new Entry(page.t("import.blank"), number(counts.blank())));
      }
    }
    ImportKind.Committed committed = what.committed();
    if (committed != null) {
      facts.add(new Entry(page.t("import.inserted"), number(committed.inserted())));
      facts.add(new Entry(page.t("import.updated"), number(committed.updated())));
      facts.add(new Entry(page.t("import.unchanged"), number(committed.unchanged())));
    }
    return facts;
  }

  /**
   * @param value what stands for {0}; null for the count itself
   */
  private static List<Entry> entries(
      String prefix, Map<String, Long> counted, @Nullable String value, Page page) {
    return counted.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(
            e ->
                new Entry(
                    words(prefix, e.getKey(), value == null ? e.getValue() : value, page),
                    number(e.getValue())))
        .toList();
  }

  /** A room may have a code without words: the code itself is better than no page. */
  private static String words(String prefix, String code, Object value, Page page) {
    String key = prefix + code;
    return page.texts().keys().contains(key) ? page.t(key, value) : code;
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }

  /**
   * What was understood, with the first rows and the bad ones.
   *
   * @param facts encoding, sheet, header row
   * @param columns of the file, each with what it was taken for
   * @param lost whether the staged rows are gone, so that the file must be read again
   */
  public record Preview(
      List<Entry> facts,
      String sheet,
      List<String> sheets,
      long headerRow,
      List<Understood.Head> head,
      List<ColumnView> columns,
      List<String> known,
      List<RowView> bad,
      List<RowView> good,
      boolean lost) {

    /** The most cells that one of the first rows has. */
    public int width() {
      return head.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
    }
  }

  /**
   * @param known title of the kind's column, or null when the file's column is left out
   */
  public record ColumnView(int index, String header, @Nullable String known, int kindColumn) {}

  public record RowView(long number, List<CellView> cells, List<String> reasons) {}

  /**
   * @param reason why the cell is bad, or null
   */
  public record CellView(String text, @Nullable String reason) {}

  @Transactional(readOnly = true)
  @Nullable Preview preview(Import what, Page page) {
    Understood understood = what.understood();
    if (understood == null) {
      return null;
    }
    int width = understood.headers().size();
    boolean staged = what.state() == Import.State.STAGED;
    return new Preview(
        understoodFacts(understood, page),
        understood.facts().sheet(),
        understood.facts().sheets(),
        understood.headerRow(),
        understood.head(),
        columns(what, understood),
        kinds
            .find(what.kind())
            .map(kind -> kind.columns().stream().map(c -> c.names().getFirst()).toList())
            .orElse(List.of()),
        rows.listBad(what, 50).stream().map(row -> view(row, width, page)).toList(),
        staged
            ? rows.listGood(what, Staging.SHOWN).stream()
                .map(row -> view(row, width, page))
                .toList()
            : List.of(),
        staged && !rows.hasAll(what));
  }

  /** A list that came back, as changes old → new. */
  public record DiffView(
      List<ChangedRow> changed,
      List<ChangedRow> conflicts,
      long total,
      String unchanged,
      long gone) {}

  public record ChangedRow(long number, String name, List<ChangedCell> cells) {}

  public record ChangedCell(String header, String before, String after) {}

  /** Null when the import is no list that came back, or is not awaiting its commit. */
  @Nullable DiffView diff(Import what, Page page) {
    ImportKind kind = kinds.find(what.kind()).orElse(null);
    Understood understood = what.understood();
    if (kind == null
        || understood == null
        || what.state() != Import.State.STAGED
        || understood.keyColumn(kind) < 0) {
      return null;
    }
    Edits.Diff diff = edits.diff(what, kind);
    return new DiffView(
        diff.changed().stream().limit(MOST_CHANGES).map(ImportViews::changed).toList(),
        diff.conflicts().stream().limit(MOST_CHANGES).map(ImportViews::changed).toList(),
        diff.changed().size(),
        number(diff.unchanged()),
        diff.gone());
  }

  private static ChangedRow changed(Edits.Row row) {
    return new ChangedRow(
        row.number(),
        row.name(),
        row.changes().stream()
            .map(
                change ->
                    new ChangedCell(
                        change.column().names().getFirst(),
                        change.before() == null ? "" : change.before(),
                        change.after() == null ? "" : change.after()))
            .toList());
  }

  private static List<Entry> understoodFacts(Understood understood, Page page) {
    List<Entry> facts = new ArrayList<>();
    Table.Facts file = understood.facts();
    facts.add(new Entry(page.t("import.format"), page.t("import.format." + file.format())));
    if (!file.encoding().isEmpty()) {
      facts.add(new Entry(page.t("import.encoding"), file.encoding()));
    }
    if (!file.sheet().isEmpty()) {
      facts.add(new Entry(page.t("import.sheet"), file.sheet()));
    }
    if (understood.headerRow() > 0) {
      facts.add(new Entry(page.t("import.header-row"), String.valueOf(understood.headerRow())));
    }
    return facts;
  }

  private List<ColumnView> columns(Import what, Understood understood) {
    List<ImportKind.Column> known =
        kinds.find(what.kind()).map(ImportKind::columns).orElse(List.of());
    boolean keepsOthers = kinds.find(what.kind()).map(ImportKind::unnamed).isPresent();
    Map<Integer, Integer> taken = new HashMap<>();
    for (int i = 0; i < understood.mapping().size(); i++) {
      taken.put(understood.mapping().get(i), i);
    }
    List<ColumnView> columns = new ArrayList<>();
    for (int i = 0; i < understood.headers().size(); i++) {
      int column = taken.getOrDefault(i, -1);
      columns.add(
          new ColumnView(
              i,
              understood.headers().get(i),
              column < 0 || column >= known.size()
                  ? keepsOthers ? understood.headers().get(i) : null
                  : known.get(column).names().getFirst(),
              column));
    }
    return columns;
  }

  private static RowView view(StagedRows.Row row, int width, Page page) {
    Map<Integer, String> marked = new HashMap<>();
    List<String> whole = new ArrayList<>();
    for (String reason : row.reasons()) {
      int colon = reason.indexOf(':');
      int column = colon <= 0 ? -1 : Integer.parseInt(reason.substring(0, colon));
      String cell = column < 0 || column >= row.cells().size() ? "" : row.cells().get(column);
      String words = words("import.reason.", reason.substring(colon + 1), cell, page);
      if (column < 0) {
        whole.add(words);
      } else {
        marked.putIfAbsent(column, words);
      }
    }
    List<CellView> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(width, Math.min(row.cells().size(), width + 3)); i++) {
      String text = i < row.cells().size() ? row.cells().get(i) : "";
      cells.add(
          new CellView(text.length() > 80 ? text.substring(0, 80) + "…" : text, marked.get(i)));
    }
    return new RowView(row.number(), cells, whole);
  }
}

package org.mujian.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;

/**
 * A kind of list that can be imported, for example the enterprises. A room makes one a bean;
 * reading, mapping, staging, preview, commit and the file of refused rows are done here for all.
 */
public interface ImportKind {

  /** In the API's {@code ?kind=} and in page addresses. */
  String id();

  /** Where it stands among those offered: the least comes first and is chosen. */
  default int place() {
    return 100;
  }

  /** Message key of its title. */
  String titleKey();

  /** Its columns, in the order in which staged {@code values} carry them. */
  List<Column> columns();

  /**
   * The zone whose rows such an import writes; 0 for lists that the province shares.
   *
   * @param zone the zone of the page or API call; 0 outside a zone
   * @throws org.springframework.security.access.AccessDeniedException when the account may not
   */
  long targetZone(Account account, long zone);

  /**
   * Values computed from a good row's values and staged behind them (search terms and the like).
   */
  default List<@Nullable String> derive(List<@Nullable String> values) {
    return List.of();
  }

  /**
   * For tables whose further columns are named by what they hold, as the sectors of an input-output
   * table: how the cells under such headers are read. Null when columns that are not among {@link
   * #columns()} are left out. The cells are staged as one text behind the columns, and before what
   * is derived: {@link Unnamed} reads it.
   */
  default @Nullable CellReader unnamed() {
    return null;
  }

  /** How exported rows come back changed; null when this kind's do not. */
  default @Nullable RowEdits edits() {
    return null;
  }

  /**
   * Judges whole rows whose cells are all good, against what the zone has and against the rows
   * before; made anew for each reading of a file. Rows that came back with their row keys are not
   * judged by it: they are compared with what stands.
   *
   * @param zone whose rows are written
   */
  default RowRule rowRule(long zone) {
    return values -> null;
  }

  /**
   * Commits the good rows of {@code import_row} in one set-based statement or a few; called in one
   * transaction in which the change of the target zone is open.
   */
  Committed commit(Staged staged);

  /**
   * @param names headers by which the column is known, the usual one first
   * @param required whether a row without it is refused, with the code {@code <key>-missing}
   */
  record Column(String key, List<String> names, boolean required, CellReader reader) {}

  /** Judges one row; rows come in the order of the file. */
  @FunctionalInterface
  interface RowRule {
    /**
     * @param values in the order of {@link #columns()}, then the {@link Unnamed} if the kind has
     *     them
     * @return what is wrong with the row, or null
     */
    @Nullable RowFault findFault(List<@Nullable String> values);
  }

  /**
   * A fault of a row.
   *
   * @param column key of the column whose cell shows it
   * @param code as {@link Cell.Fault} has it
   */
  record RowFault(String column, String code) {}

  /** Reads one cell. */
  @FunctionalInterface
  interface CellReader {
    /**
     * @param text the cell's text, stripped; never empty
     */
    Cell read(String text);
  }

  /** What a cell holds. */
  sealed interface Cell {
    /** A value in the form that PostgreSQL's cast reads; null for "missing" (N/A, —). */
    record Value(@Nullable String text) implements Cell {}

    /**
     * A fault.
     *
     * @param code stable, for example {@code credit-code-check-digit}; its message key is {@code
     *     import.reason.<code>} and takes the cell's text as {0}
     */
    record Fault(String code) implements Cell {}
  }

  /**
   * The staged rows: {@code import_row(import_id, row_no, good, values text[])}, values 1-based in
   * the order of {@link #columns()} and then {@link #derive}. Of rows with the same key the last
   * one holds.
   */
  record Staged(long importId, long zone, long rows) {}

  /**
   * @param notes what people should know of rows that were accepted, counted by stable codes (for
   *     example {@code capital-unreadable}); the message key is {@code import.note.<code>} and
   *     takes the count as {0}
   */
  record Committed(long inserted, long updated, long unchanged, Map<String, Long> notes) {
    public Committed(long inserted, long updated, long unchanged) {
      this(inserted, updated, unchanged, Map.of());
    }
  }
}

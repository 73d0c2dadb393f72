package org.mujian.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and drops what is staged of an import that the caller has found in its scope. */
@Component
@Transactional
class StagedRows {

  private final JdbcClient jdbc;

  StagedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param reasons as {@link RowCheck.Checked} has them
   */
  record Row(long number, List<String> cells, List<String> reasons) {}

  /** Whether the staged rows are there: the table does not survive a crash of the database. */
  boolean hasAll(Import what) {
    Import.Counts counts = what.counts();
    return counts != null && count(what, "TRUE") == counts.rows();
  }

  boolean hasBad(Import what) {
    Import.Counts counts = what.counts();
    return counts != null && count(what, "NOT good") == counts.rejected();
  }

  private long count(Import what, String which) {
    return jdbc.sql("SELECT count(*) FROM import_row WHERE import_id = ? AND " + which)
        .param(what.id())
        .query(Long.class)
        .single();
  }

  List<Row> listBad(Import what, int most) {
    return list(what, "NOT good", most);
  }

  List<Row> listGood(Import what, int most) {
    return list(what, "good AND cells IS NOT NULL", most);
  }

  private List<Row> list(Import what, String which, int most) {
    return jdbc.sql(
            "SELECT row_no, cells, reasons FROM import_row WHERE import_id = ? AND "
                + which
                + " ORDER BY row_no LIMIT ?")
        .params(what.id(), most)
        .query(StagedRows::row)
        .list();
  }

  /** Good rows have done their duty once they are committed; the bad ones can still be fetched. */
  void dropGood(Import what) {
    jdbc.sql("DELETE FROM import_row WHERE import_id = ? AND good").param(what.id()).update();
  }

  void drop(Import what) {
    jdbc.sql("DELETE FROM import_row WHERE import_id = ?").param(what.id()).update();
  }

  static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("row_no"),
        Arrays.asList((String[]) row.getArray("cells").getArray()),
        Arrays.asList((String[]) row.getArray("reasons").getArray()));
  }
}

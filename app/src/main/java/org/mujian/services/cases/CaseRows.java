package org.mujian.services.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.mujian.services.matter.Spans;

/** Rows of the case tables as records. */
final class CaseRows {

  private CaseRows() {}

  static Case read(ResultSet row, int number) throws SQLException {
    String result = row.getString("result");
    return new Case(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("number"),
        row.getString("matter"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        row.getObject("project_id", Long.class),
        row.getString("project_name"),
        row.getString("authority"),
        row.getString("outside_number"),
        row.getString("agent"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        result == null ? null : Result.of(result),
        row.getString("result_words"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }

  static CaseEvent event(ResultSet row, int number) throws SQLException {
    return new CaseEvent(
        row.getLong("case_id"),
        row.getLong("id"),
        CaseEvent.kind(row.getString("kind")),
        row.getObject("on_date", LocalDate.class),
        Spans.read(row),
        row.getString("words"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"),
        row.getString("withdrawn"));
  }

  static CaseNote note(ResultSet row, int number) throws SQLException {
    return new CaseNote(
        row.getLong("case_id"),
        row.getString("kind"),
        row.getString("words"),
        row.getObject("on_date", LocalDate.class),
        row.getBoolean("shown"),
        row.getTimestamp("at").toInstant(),
        row.getString("who"));
  }

  static Material material(ResultSet row, int number) throws SQLException {
    return new Material(
        row.getLong("case_id"),
        row.getLong("id"),
        row.getString("name"),
        Material.State.of(row.getString("state")),
        row.getObject("due", LocalDate.class),
        row.getObject("received_on", LocalDate.class),
        row.getString("note"));
  }
}

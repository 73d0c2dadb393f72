package org.mujian.promotion.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of the lead tables as records. */
final class LeadRows {

  /** With the project it became. */
  static final String SELECT =
      """
      SELECT l.*, p.project FROM lead l
      LEFT JOIN lead_project p ON p.zone_id = l.zone_id AND p.lead_id = l.id
      """;

  private LeadRows() {}

  static Lead lead(ResultSet row, int number) throws SQLException {
    return new Lead(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("name"),
        row.getString("credit_code"),
        nullable(row, "enterprise_id"),
        row.getString("chain"),
        row.getString("link"),
        row.getString("source"),
        row.getString("note"),
        LeadStage.of(row.getString("stage")),
        row.getLong("owner_id"),
        row.getString("owner"),
        row.getObject("received_on", LocalDate.class),
        row.getTimestamp("created_at").toInstant(),
        nullable(row, "project"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }

  static LeadEvent event(ResultSet row, int number) throws SQLException {
    String stage = row.getString("stage");
    return new LeadEvent(
        row.getLong("lead_id"),
        row.getString("kind"),
        stage == null ? null : LeadStage.of(stage),
        row.getString("words"),
        row.getObject("on_date", LocalDate.class),
        row.getTimestamp("at").toInstant(),
        row.getString("who"));
  }

  static LeadRule rule(ResultSet row, int number) throws SQLException {
    return new LeadRule(
        LeadAct.of(row.getString("act")),
        row.getInt("days"),
        row.getString("source"),
        row.getObject("valid_from", LocalDate.class),
        row.getLong("zone_id") != 0);
  }

  private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}

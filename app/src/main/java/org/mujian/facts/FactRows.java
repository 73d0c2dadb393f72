package org.mujian.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;

/** Facts as the database has them, with their last step or with one given step of their review. */
final class FactRows {

  private static final String COLUMNS =
      """
      f.*, r.state, r.reason, k.seal, k.known_at, k.at AS reviewed_at, k.account_id AS reviewer, k.who AS reviewed_by,
      c.at AS recorded_at, c.account_id AS recorder, c.who AS recorded_by, r.id AS review_id
      """;

  /** Each fact with its last step, as r; who did that as k, who recorded it as c. */
  static final String LAST_STEP =
      "SELECT "
          + COLUMNS
          + """
          FROM fact f
          JOIN LATERAL (SELECT * FROM fact_review r WHERE r.zone_id = f.zone_id AND r.fact_id = f.id ORDER BY r.step DESC LIMIT 1) r ON true
          JOIN known_change k ON k.zone_id = r.zone_id AND k.change_id = r.change_id
          JOIN known_change c ON c.zone_id = f.zone_id AND c.change_id = f.change_id
          """;

  /** Each step r of all facts of one figure, and each fact's last step l; conditions follow. */
  static final String ALL_STEPS =
      "SELECT "
          + COLUMNS
          + """
          FROM fact f
          JOIN fact_review r ON r.zone_id = f.zone_id AND r.fact_id = f.id
          JOIN LATERAL (SELECT * FROM fact_review l WHERE l.zone_id = f.zone_id AND l.fact_id = f.id ORDER BY l.step DESC LIMIT 1) l ON true
          JOIN known_change k ON k.zone_id = r.zone_id AND k.change_id = r.change_id
          JOIN known_change c ON c.zone_id = f.zone_id AND c.change_id = f.change_id
          WHERE f.zone_id = :zone AND f.subject_kind = :subjectKind AND f.subject_id = :subjectId
            AND f.measure = :measure AND f.basis = :basis AND f.period = :period
          """;

  /** Of each series the approved fact that is known as {@link AsKnown} says; conditions follow. */
  static final String APPROVED =
      "SELECT DISTINCT ON (f.subject_kind, f.subject_id, f.measure, f.basis, f.period) "
          + COLUMNS
          + """
          FROM fact f
          JOIN fact_review r ON r.zone_id = f.zone_id AND r.fact_id = f.id AND r.state = 'approved'
          JOIN known_change k ON k.zone_id = r.zone_id AND k.change_id = r.change_id
          JOIN known_change c ON c.zone_id = f.zone_id AND c.change_id = f.change_id
          WHERE f.zone_id = :zone
            AND (:now OR k.known_at < CAST(:until AS timestamptz) OR k.seal <= CAST(:seal AS bigint))
          """;

  /**
   * Approvals of a series form a line, each made after the one it replaces was committed: the
   * highest review id is the last, and stays so.
   */
  static final String LATEST_FIRST =
      " ORDER BY f.subject_kind, f.subject_id, f.measure, f.basis, f.period, r.id DESC";

  private FactRows() {}

  static Fact fact(ResultSet row, int number) throws SQLException {
    Timestamp known = row.getTimestamp("known_at");
    return new Fact(
        row.getLong("zone_id"),
        row.getLong("id"),
        new Subject(row.getString("subject_kind"), row.getLong("subject_id")),
        row.getString("measure"),
        Basis.of(row.getString("basis")),
        Period.parse(row.getString("period")),
        row.getBigDecimal("value"),
        row.getString("missing"),
        row.getString("source"),
        row.getString("evidence"),
        row.getString("bureau"),
        row.getObject("supersedes", Long.class),
        act(row, "recorded_at", "recorder", "recorded_by"),
        State.of(row.getString("state")),
        row.getString("reason"),
        act(row, "reviewed_at", "reviewer", "reviewed_by"),
        row.getObject("seal", Long.class),
        known == null ? null : known.toInstant());
  }

  private static Fact.Act act(ResultSet row, String at, String account, String who)
      throws SQLException {
    return new Fact.Act(row.getTimestamp(at).toInstant(), row.getLong(account), row.getString(who));
  }

  static @Nullable Timestamp timestamp(java.time.@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}

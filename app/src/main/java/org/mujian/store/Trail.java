package org.mujian.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail of the zones in the current {@link Scope}, for people to read. */
@Component
@Transactional(readOnly = true)
public class Trail {

  private final JdbcClient jdbc;

  Trail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to look for; null means any.
   *
   * @param who part of a name
   * @param from included
   * @param to excluded
   * @param before only changes with a smaller id: the way to the next page
   */
  public record Query(
      @Nullable String who,
      @Nullable String table,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long before) {}

  /**
   * One recorded change.
   *
   * @param seal its number in the zone's chain; null while it awaits its seal
   * @param rows how many rows it wrote
   */
  public record Entry(
      long id, Instant at, String who, String why, @Nullable Long seal, long rows) {}

  /**
   * What a change did to one field of one row.
   *
   * @param act {@code insert}, {@code update} or {@code delete}
   */
  public record Field(
      String table,
      String key,
      String act,
      String field,
      @Nullable String from,
      @Nullable String to) {}

  /** Latest first. */
  public List<Entry> list(long zone, Query query, int limit) {
    return jdbc.sql(
            """
            SELECT k.change_id, k.at, k.who, k.why, k.seal,
              (SELECT count(*) FROM audit a WHERE a.zone_id = k.zone_id AND a.change_id = k.change_id) AS row_count
            FROM known_change k
            WHERE k.zone_id = :zone
              AND (CAST(:who AS text) IS NULL OR position(:who IN k.who) > 0)
              AND (CAST(:from AS timestamptz) IS NULL OR k.at >= CAST(:from AS timestamptz))
              AND (CAST(:to AS timestamptz) IS NULL OR k.at < CAST(:to AS timestamptz))
              AND (CAST(:before AS bigint) IS NULL OR k.change_id < :before)
              AND (CAST(:table AS text) IS NULL OR EXISTS (
                SELECT FROM audit a WHERE a.zone_id = k.zone_id AND a.change_id = k.change_id AND a.table_name = :table))
            ORDER BY k.change_id DESC LIMIT :limit
            """)
        .param("zone", zone)
        .param("who", query.who(), java.sql.Types.VARCHAR)
        .param("table", query.table(), java.sql.Types.VARCHAR)
        .param("from", timestamp(query.from()), java.sql.Types.TIMESTAMP)
        .param("to", timestamp(query.to()), java.sql.Types.TIMESTAMP)
        .param("before", query.before(), java.sql.Types.BIGINT)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Entry(
                    row.getLong("change_id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("who"),
                    row.getString("why"),
                    row.getObject("seal", Long.class),
                    row.getLong("row_count")))
        .list();
  }

  public Optional<Entry> find(long zone, long change) {
    return list(zone, new Query(null, null, null, null, change + 1), 1).stream()
        .filter(entry -> entry.id() == change)
        .findFirst();
  }

  /** Field by field, in the order in which the rows were written; at most {@code limit}. */
  public List<Field> listFields(long zone, long change, int limit) {
    return jdbc.sql(
            """
            SELECT a.table_name, a.row_key, f.field, a.before ->> f.field AS was, a.after ->> f.field AS became,
              CASE WHEN a.before IS NULL THEN 'insert' WHEN a.after IS NULL THEN 'delete' ELSE 'update' END AS act
            FROM audit a
            CROSS JOIN LATERAL jsonb_object_keys(coalesce(a.before, '{}') || coalesce(a.after, '{}')) f (field)
            WHERE a.zone_id = ? AND a.change_id = ? AND f.field NOT IN ('zone_id', 'version')
            ORDER BY a.id, f.field LIMIT ?
            """)
        .params(zone, change, limit)
        .query(
            (row, i) ->
                new Field(
                    row.getString("table_name"),
                    row.getString("row_key"),
                    row.getString("act"),
                    row.getString("field"),
                    row.getString("was"),
                    row.getString("became")))
        .list();
  }

  /** The tables whose rows are recorded, by name. */
  public List<String> listTables() {
    return jdbc.sql(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'audit_insert' ORDER BY"
                + " 1")
        .query(String.class)
        .list();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}

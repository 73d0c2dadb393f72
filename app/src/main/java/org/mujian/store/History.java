package org.mujian.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a row, from the audit trail. */
@Component
@Transactional(readOnly = true)
public class History {

  private final JdbcClient jdbc;

  History(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an entry did to its row. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One change of a row.
   *
   * @param fields by column; of an added or removed row all that had a value
   */
  public record Entry(Instant at, String who, String why, Kind kind, Map<String, FromTo> fields) {}

  public record FromTo(@Nullable String from, @Nullable String to) {}

  /** The latest entries of the row with that key, newest first; none outside the scope's zones. */
  public List<Entry> list(long zone, String table, String key, int limit) {
    Map<Long, Entry> entries = new LinkedHashMap<>();
    jdbc.sql(
            """
            WITH latest AS (
              SELECT a.id, c.at, c.who, c.why, a.before, a.after
              FROM audit a JOIN change c ON c.zone_id = a.zone_id AND c.id = a.change_id
              WHERE a.zone_id = ? AND a.table_name = ? AND a.row_key = ?
              ORDER BY a.id DESC LIMIT ?)
            SELECT l.id, l.at, l.who, l.why, l.before IS NULL AS added, l.after IS NULL AS removed,
                   f.key, l.before ->> f.key AS was, l.after ->> f.key AS is_now
            FROM latest l, jsonb_object_keys(coalesce(l.before, '{}') || coalesce(l.after, '{}')) AS f(key)
            ORDER BY l.id DESC, f.key
            """)
        .params(zone, table, key, limit)
        .query(
            row -> {
              Kind kind =
                  row.getBoolean("added")
                      ? Kind.ADDED
                      : row.getBoolean("removed") ? Kind.REMOVED : Kind.CHANGED;
              Entry entry = entries.get(row.getLong("id"));
              if (entry == null) {
                entry =
                    new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getString("why"),
                        kind,
                        new LinkedHashMap<>());
                entries.put(row.getLong("id"), entry);
              }
              String was = row.getString("was");
              String now = row.getString("is_now");
              if (was != null || now != null) {
                entry.fields().put(row.getString("key"), new FromTo(was, now));
              }
            });
    return new ArrayList<>(entries.values());
  }
}

package org.mujian.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The recorded changes that touched certain rows. */
@Component
@Transactional(readOnly = true)
public class RowHistory {

  private final JdbcClient jdbc;

  RowHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One change: who did what when. */
  public record Entry(long id, Instant at, String who, String why) {}

  /**
   * Changes of a zone that touched any of the rows, newest first.
   *
   * @param rows ids by table, of audited tables
   */
  public List<Entry> listOf(long zone, Map<String, List<Long>> rows, int limit) {
    List<String> tables = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    rows.forEach(
        (table, ids) ->
            ids.forEach(
                id -> {
                  tables.add(table);
                  keys.add(String.valueOf(id));
                }));
    return jdbc.sql(
            """
            SELECT c.id, c.at, c.who, c.why FROM change c
            WHERE c.zone_id = :zone AND c.id IN (
              SELECT a.change_id FROM audit a
              JOIN unnest(:tables::text[], :keys::text[]) r (t, k) ON a.table_name = r.t AND a.row_key = r.k
              WHERE a.zone_id = :zone)
            ORDER BY c.id DESC LIMIT :limit
            """)
        .param("zone", zone)
        .param("tables", tables.toArray(String[]::new))
        .param("keys", keys.toArray(String[]::new))
        .param("limit", limit)
        .query(Entry.class)
        .list();
  }
}

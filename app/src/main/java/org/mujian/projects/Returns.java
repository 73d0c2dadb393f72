package org.mujian.projects;

import java.time.Clock;
import java.util.List;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Returned dispatch tables, kept until somebody decides on them. */
@Component
@Transactional
class Returns {

  static final int MOST_ROWS = 2000;
  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;
  private final JsonMapper json;

  Returns(JdbcClient jdbc, Changes changes, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.json = json;
  }

  long keep(long zone, String name, List<List<String>> rows) {
    if (rows.size() > MOST_ROWS) {
      throw new ProjectRefused("表里有 " + rows.size() + " 行，一次最多带回 " + MOST_ROWS + " 行");
    }
    changes.join(zone, "带回调度表 " + name);
    return jdbc.sql(
            "INSERT INTO project_return (zone_id, name, cells, who) VALUES (?, ?, ?::jsonb, ?)"
                + " RETURNING id")
        .params(zone, name, json.writeValueAsString(trimmed(rows)), Scope.current().who())
        .query(Long.class)
        .single();
  }

  private static List<List<String>> trimmed(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().limit(MOST_COLUMNS).map(Returns::trimmed).toList())
        .toList();
  }

  /** PostgreSQL keeps no zero character. */
  private static String trimmed(String cell) {
    String clean = cell.replace("\u0000", "");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }

  Returned get(long zone, long id) {
    return jdbc.sql("SELECT * FROM project_return WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(
            (row, i) ->
                new Returned(
                    row.getLong("id"),
                    row.getString("name"),
                    json.readValue(
                        row.getString("cells"), new TypeReference<List<List<String>>>() {}),
                    row.getTimestamp("at").toInstant(),
                    row.getString("who"),
                    row.getString("outcome")))
        .optional()
        .orElseThrow(() -> new NoSuchProject("带回的调度表 " + id));
  }

  /**
   * @throws ProjectRefused when somebody else decided on it first
   */
  void close(long zone, long id, List<String> done) {
    changes.join(zone, "调度表带回：" + done.size() + " 处");
    int updated =
        jdbc.sql(
                "UPDATE project_return SET closed_at = ?, outcome = ? WHERE zone_id = ? AND id = ?"
                    + " AND closed_at IS NULL")
            .params(java.sql.Timestamp.from(clock.instant()), String.join("\n", done), zone, id)
            .update();
    if (updated == 0) {
      throw new ProjectRefused("这张带回的调度表已由他人处理");
    }
  }
}

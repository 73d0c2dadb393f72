package org.mujian.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How a database does, as role {@code mujian_backup} sees it.
 *
 * @param schema the highest migration applied
 * @param oldestUnsealed when the oldest of the waiting changes was made
 * @param serving whether a program is connected
 */
public record DatabaseHealth(
    String version,
    long bytes,
    String schema,
    long unsealed,
    Optional<Instant> oldestUnsealed,
    boolean serving) {

  public static DatabaseHealth read(Connection connection) throws SQLException {
    try (var sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                SELECT current_setting('server_version'), pg_database_size(current_database()),
                  (SELECT max(version) FROM flyway_schema_history WHERE success),
                  (SELECT count(*) FROM unsealed),
                  (SELECT min(c.at) FROM unsealed u JOIN change c ON c.zone_id = u.zone_id AND c.id = u.change_id),
                  EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE datname = current_database() AND usename = 'mujian_app')
                """)) {
      row.next();
      return new DatabaseHealth(
          row.getString(1),
          row.getLong(2),
          String.valueOf(row.getString(3)),
          row.getLong(4),
          Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
              .map(OffsetDateTime::toInstant),
          row.getBoolean(6));
    }
  }
}

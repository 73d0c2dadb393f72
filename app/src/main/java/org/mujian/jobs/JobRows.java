package org.mujian.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code job} with {@code read_at} behind them. */
@Component
class JobRows implements RowMapper<Job> {

  private final JsonMapper json;

  JobRows(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Job mapRow(ResultSet row, int number) throws SQLException {
    String report = row.getString("report");
    return new Job(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("kind"),
        row.getString("title"),
        Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("account_id"),
        row.getString("who"),
        json.readValue(row.getString("input"), new TypeReference<Map<String, String>>() {}),
        row.getLong("done"),
        row.getObject("total", Long.class),
        row.getObject("accepted", Long.class),
        row.getObject("rejected", Long.class),
        report == null
            ? Map.of()
            : json.readValue(report, new TypeReference<Map<String, Object>>() {}),
        row.getString("phase"),
        row.getString("message_key"),
        List.of((String[]) row.getArray("message_values").getArray()),
        row.getInt("attempts"),
        row.getBoolean("stop_asked"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("finished_at")),
        row.getTimestamp("read_at").toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}

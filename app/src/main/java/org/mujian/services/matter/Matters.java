package org.mujian.services.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Span;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matters as law and the zone's promises have them on a day. */
@Component
@Transactional
public class Matters {

  private final JdbcClient jdbc;
  private final Changes changes;

  Matters(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  private record Timed(String matter, MatterTime time) {}

  private record Promised(String matter, Promise promise) {}

  /** All that holds, held and will hold in a zone. */
  @Transactional(readOnly = true)
  public Law law(long zone) {
    Map<String, List<MatterTime>> times =
        jdbc
            .sql("SELECT * FROM matter_time ORDER BY id")
            .query((row, i) -> new Timed(row.getString("matter"), time(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Timed::matter, Collectors.mapping(Timed::time, Collectors.toList())));
    Map<String, List<Promise>> promises =
        jdbc
            .sql("SELECT * FROM matter_promise WHERE zone_id = ?")
            .param(zone)
            .query((row, i) -> new Promised(row.getString("matter"), promise(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Promised::matter, Collectors.mapping(Promised::promise, Collectors.toList())));
    List<Matter> matters =
        jdbc.sql("SELECT * FROM matter ORDER BY place")
            .query(
                (row, i) ->
                    new Matter(
                        row.getString("code"),
                        row.getString("service"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("authority"),
                        row.getString("basis"),
                        List.of((String[]) row.getArray("materials").getArray()),
                        List.of(),
                        null))
            .list();
    return new Law(matters, times, promises);
  }

  /**
   * What the zone's authority promises from a day on.
   *
   * @return false when something was promised from that very day already
   */
  public boolean promise(long zone, String matter, Promise promise) {
    changes.join(zone, "承诺时限：" + matter);
    @Nullable Span span = promise.span();
    return jdbc.sql(
                """
                INSERT INTO matter_promise (zone_id, matter, authority, count, unit, source, valid_from, sample)
                VALUES (:zone, :matter, :authority, :count, :unit, :source, :from, :sample)
                ON CONFLICT (zone_id, matter, valid_from) DO NOTHING
                """)
            .param("zone", zone)
            .param("matter", matter)
            .param("authority", promise.authority())
            .param("count", span == null ? null : span.count(), java.sql.Types.INTEGER)
            .param("unit", span == null ? null : Spans.unit(span), java.sql.Types.VARCHAR)
            .param("source", promise.source())
            .param("from", promise.validFrom())
            .param("sample", promise.sample())
            .update()
        == 1;
  }

  private static MatterTime time(ResultSet row) throws SQLException {
    return new MatterTime(
        row.getString("kind"),
        row.getString("step"),
        Spans.read(row),
        row.getString("source"),
        row.getObject("valid_from", LocalDate.class),
        row.getBoolean("checked"));
  }

  private static Promise promise(ResultSet row) throws SQLException {
    return new Promise(
        row.getString("authority"),
        Spans.read(row),
        row.getString("source"),
        row.getObject("valid_from", LocalDate.class),
        row.getBoolean("sample"));
  }
}

package org.mujian.services.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** All matters as they were on {@code day}. */
  @Transactional(readOnly = true)
  public List<Matter> listAll(long zone, LocalDate day) {
    Map<String, List<MatterTime>> times =
        jdbc
            .sql(
                """
                SELECT * FROM (
                  SELECT DISTINCT ON (matter, kind, step) * FROM matter_time WHERE valid_from <= ?
                  ORDER BY matter, kind, step, valid_from DESC) t
                ORDER BY id
                """)
            .param(day)
            .query((row, i) -> new Timed(row.getString("matter"), time(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Timed::matter, Collectors.mapping(Timed::time, Collectors.toList())));
    Map<String, Promise> promises = promises(zone, day);
    return jdbc.sql("SELECT * FROM matter ORDER BY place")
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
                    times.getOrDefault(row.getString("code"), List.of()),
                    promises.get(row.getString("code"))))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Matter> find(long zone, String code, LocalDate day) {
    return listAll(zone, day).stream().filter(matter -> matter.code().equals(code)).findFirst();
  }

  /** As on a day, by code. */
  @Transactional(readOnly = true)
  public Map<String, Matter> mapAll(long zone, LocalDate day) {
    return listAll(zone, day).stream().collect(Collectors.toMap(Matter::code, Function.identity()));
  }

  private Map<String, Promise> promises(long zone, LocalDate day) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT ON (matter) * FROM matter_promise WHERE zone_id = ? AND valid_from <= ?
            ORDER BY matter, valid_from DESC
            """)
        .params(zone, day)
        .query((row, i) -> new Promised(row.getString("matter"), promise(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Promised::matter, Promised::promise));
  }

  /**
   * What the zone's authority promises from a day on; the same day again replaces nothing and is
   * refused by the database.
   */
  public void promise(long zone, String matter, Promise promise) {
    changes.join(zone, "承诺时限：" + matter);
    @Nullable Span span = promise.span();
    jdbc.sql(
            """
            INSERT INTO matter_promise (zone_id, matter, authority, count, unit, source, valid_from, sample)
            VALUES (:zone, :matter, :authority, :count, :unit, :source, :from, :sample)
            """)
        .param("zone", zone)
        .param("matter", matter)
        .param("authority", promise.authority())
        .param("count", span == null ? null : span.count(), java.sql.Types.INTEGER)
        .param("unit", span == null ? null : Spans.unit(span), java.sql.Types.VARCHAR)
        .param("source", promise.source())
        .param("from", promise.validFrom())
        .param("sample", promise.sample())
        .update();
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

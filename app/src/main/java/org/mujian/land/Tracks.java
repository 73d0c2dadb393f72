package org.mujian.land;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the legal, physical and commitment tracks. */
@Component
class Tracks {

  private final JdbcClient jdbc;

  Tracks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String CONNECTIONS =
      """
      SELECT c.parcel_id, c.kind, c.reach, c.voltage_kv, c.heat_kind, c.pressure_mpa, c.planned_on,
        CASE WHEN w.id IS NULL THEN c.forecast_on ELSE coalesce(w.finished_on, w.forecast_finish) END AS forecast_on,
        c.actual_on, c.evidence, c.work_id, w.name AS work_name
      FROM parcel_connection c LEFT JOIN land_work w ON w.zone_id = c.zone_id AND w.id = c.work_id
      WHERE c.zone_id = :zone AND (:parcel::bigint IS NULL OR c.parcel_id = :parcel)
      """;

  /** By parcel and kind; of one parcel when {@code parcelId} is given. */
  Map<Long, Map<ConnectionKind, Connection>> connections(long zone, @Nullable Long parcelId) {
    Map<Long, Map<ConnectionKind, Connection>> all = new HashMap<>();
    jdbc.sql(CONNECTIONS)
        .param("zone", zone)
        .param("parcel", parcelId, java.sql.Types.BIGINT)
        .query(Tracks::connection)
        .list()
        .forEach(
            c ->
                all.computeIfAbsent(c.parcelId(), id -> new EnumMap<>(ConnectionKind.class))
                    .put(c.kind(), c));
    return all;
  }

  /** By parcel and the step's code; of one parcel when {@code parcelId} is given. */
  Map<Long, Map<String, Step>> steps(long zone, @Nullable Long parcelId) {
    Map<Long, Map<String, Step>> all = new HashMap<>();
    jdbc.sql(
            """
            SELECT parcel_id, step, planned_on, forecast_on, done_on, authority, document, holder FROM parcel_step
            WHERE zone_id = :zone AND (:parcel::bigint IS NULL OR parcel_id = :parcel)
            """)
        .param("zone", zone)
        .param("parcel", parcelId, java.sql.Types.BIGINT)
        .query(Tracks::step)
        .list()
        .forEach(s -> all.computeIfAbsent(s.parcelId(), id -> new HashMap<>()).put(s.step(), s));
    return all;
  }

  void put(long zone, Step step) {
    jdbc.sql(
            """
            INSERT INTO parcel_step (zone_id, parcel_id, step, planned_on, forecast_on, done_on, authority, document, holder)
            VALUES (:zone, :parcel, :step, :planned::date, :forecast::date, :done::date, :authority, :document, :holder)
            ON CONFLICT (zone_id, parcel_id, step) DO UPDATE SET planned_on = excluded.planned_on,
              forecast_on = excluded.forecast_on, done_on = excluded.done_on, authority = excluded.authority,
              document = excluded.document, holder = excluded.holder
            """)
        .param("zone", zone)
        .param("parcel", step.parcelId())
        .param("step", step.step())
        .param("planned", step.planned(), java.sql.Types.DATE)
        .param("forecast", step.forecast(), java.sql.Types.DATE)
        .param("done", step.done(), java.sql.Types.DATE)
        .param("authority", step.authority())
        .param("document", step.document())
        .param("holder", step.holder(), java.sql.Types.VARCHAR)
        .update();
  }

  void put(long zone, Connection c) {
    jdbc.sql(
            """
            INSERT INTO parcel_connection (zone_id, parcel_id, kind, reach, voltage_kv, heat_kind, pressure_mpa,
              planned_on, forecast_on, actual_on, evidence, work_id)
            VALUES (:zone, :parcel, :kind, :reach, :voltage::numeric, :heat, :pressure::numeric,
              :planned::date, :forecast::date, :actual::date, :evidence, :work::bigint)
            ON CONFLICT (zone_id, parcel_id, kind) DO UPDATE SET reach = excluded.reach,
              voltage_kv = excluded.voltage_kv, heat_kind = excluded.heat_kind, pressure_mpa = excluded.pressure_mpa,
              planned_on = excluded.planned_on, forecast_on = excluded.forecast_on, actual_on = excluded.actual_on,
              evidence = excluded.evidence, work_id = excluded.work_id
            """)
        .param("zone", zone)
        .param("parcel", c.parcelId())
        .param("kind", c.kind().code())
        .param("reach", c.reach())
        .param("voltage", c.voltageKv(), java.sql.Types.NUMERIC)
        .param("heat", c.heatKind(), java.sql.Types.VARCHAR)
        .param("pressure", c.pressureMpa(), java.sql.Types.NUMERIC)
        .param("planned", c.planned(), java.sql.Types.DATE)
        .param("forecast", c.workId() == null ? c.forecast() : null, java.sql.Types.DATE)
        .param("actual", c.actual(), java.sql.Types.DATE)
        .param("evidence", c.evidence())
        .param("work", c.workId(), java.sql.Types.BIGINT)
        .update();
  }

  /** Gives the parcels of a split what the parent had. */
  void copy(long zone, long parent, long child) {
    jdbc.sql(
            """
            INSERT INTO parcel_step (zone_id, parcel_id, step, planned_on, forecast_on, done_on, authority, document, holder)
            SELECT zone_id, ?, step, planned_on, forecast_on, done_on, authority, document, holder
            FROM parcel_step WHERE zone_id = ? AND parcel_id = ?
            """)
        .params(child, zone, parent)
        .update();
    jdbc.sql(
            """
            INSERT INTO parcel_connection (zone_id, parcel_id, kind, reach, voltage_kv, heat_kind, pressure_mpa,
              planned_on, forecast_on, actual_on, evidence, work_id)
            SELECT zone_id, ?, kind, CASE WHEN reach = 'red-line' THEN 'trunk' ELSE reach END, voltage_kv, heat_kind,
              pressure_mpa, planned_on, CASE WHEN work_id IS NULL THEN forecast_on END, NULL, evidence, work_id
            FROM parcel_connection WHERE zone_id = ? AND parcel_id = ?
            """)
        .params(child, zone, parent)
        .update();
  }

  private static Connection connection(ResultSet row, int i) throws SQLException {
    return new Connection(
        row.getLong("parcel_id"),
        ConnectionKind.of(row.getString("kind")),
        row.getString("reach"),
        row.getBigDecimal("voltage_kv"),
        row.getString("heat_kind"),
        row.getBigDecimal("pressure_mpa"),
        row.getObject("planned_on", LocalDate.class),
        row.getObject("forecast_on", LocalDate.class),
        row.getObject("actual_on", LocalDate.class),
        row.getString("evidence"),
        row.getObject("work_id", Long.class),
        row.getString("work_name"));
  }

  private static Step step(ResultSet row, int i) throws SQLException {
    return new Step(
        row.getLong("parcel_id"),
        row.getString("step"),
        row.getObject("planned_on", LocalDate.class),
        row.getObject("forecast_on", LocalDate.class),
        row.getObject("done_on", LocalDate.class),
        row.getString("authority"),
        row.getString("document"),
        row.getString("holder"));
  }
}

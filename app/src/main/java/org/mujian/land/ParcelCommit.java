package org.mujian.land;

import java.util.Map;
import org.mujian.documents.ImportKind.Committed;
import org.mujian.documents.ImportKind.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the good rows of a staged list of parcels into the zone, in a few statements for all. */
@Component
class ParcelCommit {

  private static final int FIRST_STEP = 6;
  private static final int AUTHORITY = 11;

  private final JdbcClient jdbc;

  ParcelCommit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Committed commit(Staged staged) {
    jdbc.sql("DROP TABLE IF EXISTS arriving_parcel").update();
    jdbc.sql(
            """
            CREATE TEMP TABLE arriving_parcel ON COMMIT DROP AS
            SELECT DISTINCT ON (s.values[1]) s.values AS v, p.id AS known, p.geometry IS NOT NULL AS drawn
            FROM import_row s LEFT JOIN parcel p ON p.zone_id = %2$d AND p.number = s.values[1]
            WHERE s.import_id = %1$d AND s.good ORDER BY s.values[1], s.row_no DESC
            """
                .formatted(staged.importId(), staged.zone()))
        .update();
    long updated = update(staged.zone());
    long inserted = insert(staged.zone());
    steps(staged.zone());
    long all = count("true");
    return new Committed(
        inserted,
        updated,
        all - inserted - updated,
        Map.of(
            "parcel-authority-missing",
            count("v[11] IS NULL AND v[6:10] <> '{NULL,NULL,NULL,NULL,NULL}'")));
  }

  private long count(String condition) {
    return jdbc.sql("SELECT count(*) FROM arriving_parcel WHERE " + condition)
        .query(Long.class)
        .single();
  }

  private long update(long zone) {
    jdbc.sql(
            """
            UPDATE parcel_piece i SET area_m2 = a.v[2]::numeric FROM arriving_parcel a
            WHERE i.zone_id = ? AND i.parcel_id = a.known AND NOT a.drawn AND i.area_m2 <> a.v[2]::numeric
            """)
        .param(zone)
        .update();
    return jdbc.sql(
            """
            UPDATE parcel p SET block = coalesce(a.v[3], p.block), land_use = coalesce(a.v[4], p.land_use),
              chemical = coalesce(a.v[5]::boolean, p.chemical),
              area_m2 = CASE WHEN a.drawn THEN p.area_m2 ELSE a.v[2]::numeric END, version = version + 1
            FROM arriving_parcel a WHERE p.zone_id = ? AND p.id = a.known AND (p.block, p.land_use, p.chemical, p.area_m2)
              IS DISTINCT FROM (coalesce(a.v[3], p.block), coalesce(a.v[4], p.land_use), coalesce(a.v[5]::boolean, p.chemical),
                CASE WHEN a.drawn THEN p.area_m2 ELSE a.v[2]::numeric(18,6) END)
            """)
        .param(zone)
        .update();
  }

  private long insert(long zone) {
    jdbc.sql(
            """
            INSERT INTO parcel (zone_id, number, block, land_use, chemical, area_m2)
            SELECT ?, v[1], coalesce(v[3], ''), coalesce(v[4], ''), coalesce(v[5]::boolean, false), v[2]::numeric
            FROM arriving_parcel WHERE known IS NULL ORDER BY v[1]
            """)
        .param(zone)
        .update();
    return jdbc.sql(
            """
            INSERT INTO parcel_piece (zone_id, parcel_id, area_m2)
            SELECT p.zone_id, p.id, p.area_m2 FROM parcel p JOIN arriving_parcel a ON a.v[1] = p.number
            WHERE p.zone_id = ? AND a.known IS NULL
            """)
        .param(zone)
        .update();
  }

  /** A day in the past is when the step was done, one in the future is its forecast. */
  private void steps(long zone) {
    for (int i = 0; i < ParcelImport.STEPS.size(); i++) {
      jdbc.sql(
              """
              INSERT INTO parcel_step (zone_id, parcel_id, step, forecast_on, done_on, authority)
              SELECT p.zone_id, p.id, '%s', CASE WHEN d.day > d.today THEN d.day END, CASE WHEN d.day <= d.today THEN d.day END,
                coalesce(a.v[%d], '台账未写明')
              FROM arriving_parcel a JOIN parcel p ON p.zone_id = ? AND p.number = a.v[1]
              CROSS JOIN LATERAL (SELECT a.v[%d]::date AS day, (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) d
              WHERE d.day IS NOT NULL
              ON CONFLICT (zone_id, parcel_id, step) DO UPDATE SET forecast_on = excluded.forecast_on,
                done_on = excluded.done_on, authority = excluded.authority
              WHERE (parcel_step.forecast_on, parcel_step.done_on) IS DISTINCT FROM (excluded.forecast_on, excluded.done_on)
              """
                  .formatted(ParcelImport.STEPS.get(i).code(), AUTHORITY, FIRST_STEP + i))
          .param(zone)
          .update();
    }
  }
}

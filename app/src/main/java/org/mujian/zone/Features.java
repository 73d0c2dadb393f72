package org.mujian.zone;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.mujian.units.Area;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the maps of the zones show. */
@Component
@Transactional
public class Features {

  private final JdbcClient jdbc;

  Features(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Largest surface first, lines last: the order in which they are drawn. */
  public List<Feature> listAll(long zone) {
    return jdbc.sql(
            """
            SELECT * FROM zone_feature WHERE zone_id = ?
            ORDER BY area_m2 DESC NULLS LAST, id
            """)
        .param(zone)
        .query((row, i) -> feature(row))
        .list();
  }

  /** Writes a feature, in place of the one of the same kind and name if there is one. */
  @Transactional(propagation = Propagation.MANDATORY)
  void put(
      Zone zone, Feature.Kind kind, String name, Geometry outline, String note, boolean sample) {
    Envelope bounds = outline.getEnvelopeInternal();
    jdbc.sql(
            """
            INSERT INTO zone_feature (zone_id, kind, name, outline, bounds, area_m2, note, sample)
            VALUES (:zone, :kind, :name, :outline, :bounds::box, :area, :note, :sample)
            ON CONFLICT (zone_id, kind, name) DO UPDATE SET outline = excluded.outline,
              bounds = excluded.bounds, area_m2 = excluded.area_m2, note = excluded.note,
              sample = excluded.sample
            """)
        .param("zone", zone.id())
        .param("kind", kind.code())
        .param("name", name)
        .param("outline", new WKBWriter().write(outline))
        .param("bounds", box(bounds))
        .param("area", area(zone, kind, outline), java.sql.Types.NUMERIC)
        .param("note", note)
        .param("sample", sample)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void remove(long zone, Feature.Kind kind, String name) {
    jdbc.sql("DELETE FROM zone_feature WHERE zone_id = ? AND kind = ? AND name = ?")
        .params(zone, kind.code(), name)
        .update();
  }

  /** Computes the areas anew, for example in another projection. */
  @Transactional(propagation = Propagation.MANDATORY)
  void measure(Zone zone) {
    for (Feature feature : listAll(zone.id())) {
      put(
          zone,
          feature.kind(),
          feature.name(),
          feature.outline(),
          feature.note(),
          feature.sample());
    }
  }

  private static @Nullable BigDecimal area(Zone zone, Feature.Kind kind, Geometry outline) {
    return kind.surface()
        ? Projection.of(zone.centralMeridian()).area(outline).squareMetres()
        : null;
  }

  private static String box(Envelope bounds) {
    return String.format(
        Locale.ROOT,
        "(%s,%s),(%s,%s)",
        bounds.getMaxX(),
        bounds.getMaxY(),
        bounds.getMinX(),
        bounds.getMinY());
  }

  private static Feature feature(ResultSet row) throws SQLException {
    BigDecimal area = row.getBigDecimal("area_m2");
    return new Feature(
        row.getLong("id"),
        Feature.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        geometry(row.getBytes("outline")),
        area == null ? null : Area.ofSquareMetres(area),
        row.getString("note"),
        row.getBoolean("sample"));
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("An outline in the database is no WKB", e);
    }
  }
}

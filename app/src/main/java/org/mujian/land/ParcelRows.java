package org.mujian.land;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mujian.units.Area;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of parcels and of their atomic pieces. */
@Component
class ParcelRows {

  private static final String COLUMNS =
      "zone_id, id, number, block, land_use, chemical, geometry IS NOT NULL AS drawn, area_m2,"
          + " floor_area_ratio_min, building_coefficient_min, investment_wan_per_mu,"
          + " tax_wan_per_mu, retired, sample, version";

  private final JdbcClient jdbc;

  ParcelRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Parcel> list(long zone) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM parcel WHERE zone_id = ? AND NOT retired ORDER BY number")
        .param(zone)
        .query(ParcelRows::parcel)
        .list();
  }

  Optional<Parcel> find(long zone, long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM parcel WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(ParcelRows::parcel)
        .optional();
  }

  Optional<Parcel> findByNumber(long zone, String number) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM parcel WHERE zone_id = ? AND number = ?")
        .params(zone, number)
        .query(ParcelRows::parcel)
        .optional();
  }

  /** The parcel, kept from others until the transaction ends: it is promised, split or redrawn. */
  Parcel lock(long zone, long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM parcel WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(ParcelRows::parcel)
        .optional()
        .orElseThrow(() -> new NoSuchLand("地块 " + id));
  }

  /** Outlines by parcel id, of the parcels in use. */
  Map<Long, Geometry> outlines(long zone) {
    Map<Long, Geometry> outlines = new TreeMap<>();
    jdbc.sql(
            "SELECT id, geometry FROM parcel WHERE zone_id = ? AND NOT retired AND geometry IS NOT"
                + " NULL")
        .param(zone)
        .query(
            row -> {
              outlines.put(row.getLong("id"), Shapes.read(row.getBytes("geometry")));
            });
    return outlines;
  }

  Optional<Geometry> findOutline(long zone, long id) {
    return jdbc.sql(
            "SELECT geometry FROM parcel WHERE zone_id = ? AND id = ? AND geometry IS NOT NULL")
        .params(zone, id)
        .query((row, i) -> Shapes.read(row.getBytes("geometry")))
        .optional();
  }

  record Neighbour(long id, String number, Geometry outline) {}

  /** Parcels whose bounds touch those of {@code shape}. */
  List<Neighbour> neighbours(long zone, Geometry shape) {
    return jdbc.sql(
            """
            SELECT id, number, geometry FROM parcel
            WHERE zone_id = ? AND NOT retired AND bounds && ?::box ORDER BY number
            """)
        .params(zone, Shapes.box(shape))
        .query(
            (row, i) ->
                new Neighbour(
                    row.getLong("id"),
                    row.getString("number"),
                    Shapes.read(row.getBytes("geometry"))))
        .list();
  }

  /** One writer of outlines at a time in a zone: two that overlap never pass each other. */
  void lockOutlines(long zone) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('parcel outlines', ?))")
        .param(zone)
        .query((row, i) -> 0)
        .single();
  }

  Parcel add(long zone, NewParcel parcel, @Nullable Geometry outline, Area area) {
    byte[] wkb = outline == null ? null : Shapes.wkb(outline);
    try {
      long id =
          jdbc.sql(
                  """
                  INSERT INTO parcel (zone_id, number, block, land_use, chemical, geometry, bounds, area_m2,
                    floor_area_ratio_min, building_coefficient_min, investment_wan_per_mu, tax_wan_per_mu, sample)
                  VALUES (:zone, :number, :block, :use, :chemical, :wkb::bytea, :box::box, :area,
                    :ratio::numeric, :coefficient::numeric, :investment::numeric, :tax::numeric, :sample) RETURNING id
                  """)
              .param("zone", zone)
              .param("number", parcel.number())
              .param("block", parcel.block())
              .param("use", parcel.landUse())
              .param("chemical", parcel.chemical())
              .param("wkb", wkb, java.sql.Types.BINARY)
              .param("box", outline == null ? null : Shapes.box(outline), java.sql.Types.VARCHAR)
              .param("area", area.squareMetres())
              .param("ratio", parcel.floorAreaRatioMin(), java.sql.Types.NUMERIC)
              .param("coefficient", parcel.buildingCoefficientMin(), java.sql.Types.NUMERIC)
              .param("investment", parcel.investmentWanPerMu(), java.sql.Types.NUMERIC)
              .param("tax", parcel.taxWanPerMu(), java.sql.Types.NUMERIC)
              .param("sample", parcel.sample())
              .query(Long.class)
              .single();
      addPiece(zone, id, outline, area);
      return find(zone, id).orElseThrow();
    } catch (DuplicateKeyException e) {
      throw new LandRefused(
          "已有编号为 " + parcel.number() + " 的地块", "There is a parcel " + parcel.number() + " already");
    }
  }

  void addPiece(long zone, long parcelId, @Nullable Geometry outline, Area area) {
    jdbc.sql(
            "INSERT INTO parcel_piece (zone_id, parcel_id, geometry, area_m2) VALUES (:zone,"
                + " :parcel, :wkb::bytea, :area)")
        .param("zone", zone)
        .param("parcel", parcelId)
        .param("wkb", outline == null ? null : Shapes.wkb(outline), java.sql.Types.BINARY)
        .param("area", area.squareMetres())
        .update();
  }

  /** Gives a parcel of one piece another outline. */
  void redraw(Parcel parcel, Geometry outline, Area area) {
    jdbc.sql(
            """
            UPDATE parcel SET geometry = ?, bounds = ?::box, area_m2 = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(
            Shapes.wkb(outline),
            Shapes.box(outline),
            area.squareMetres(),
            parcel.zoneId(),
            parcel.id())
        .update();
    jdbc.sql(
            "UPDATE parcel_piece SET geometry = ?, area_m2 = ? WHERE zone_id = ? AND parcel_id = ?")
        .params(Shapes.wkb(outline), area.squareMetres(), parcel.zoneId(), parcel.id())
        .update();
  }

  void describe(Parcel parcel, NewParcel by) {
    jdbc.sql(
            """
            UPDATE parcel SET block = ?, land_use = ?, chemical = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(by.block(), by.landUse(), by.chemical(), parcel.zoneId(), parcel.id())
        .update();
  }

  void retire(Parcel parcel) {
    jdbc.sql("UPDATE parcel SET retired = true, version = version + 1 WHERE zone_id = ? AND id = ?")
        .params(parcel.zoneId(), parcel.id())
        .update();
  }

  int pieces(Parcel parcel) {
    return jdbc.sql("SELECT count(*) FROM parcel_piece WHERE zone_id = ? AND parcel_id = ?")
        .params(parcel.zoneId(), parcel.id())
        .query(Integer.class)
        .single();
  }

  private static Parcel parcel(ResultSet row, int i) throws SQLException {
    return new Parcel(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("number"),
        row.getString("block"),
        row.getString("land_use"),
        row.getBoolean("chemical"),
        row.getBoolean("drawn"),
        Area.ofSquareMetres(row.getBigDecimal("area_m2")),
        row.getBigDecimal("floor_area_ratio_min"),
        row.getBigDecimal("building_coefficient_min"),
        row.getBigDecimal("investment_wan_per_mu"),
        row.getBigDecimal("tax_wan_per_mu"),
        row.getBoolean("retired"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}

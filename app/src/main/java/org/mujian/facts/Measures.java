package org.mujian.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The measures that a zone uses: those that come with the program, and its own. */
@Component
@Transactional
public class Measures {

  private static final String ALL =
      """
      SELECT * FROM (
        SELECT code, name, name_en, unit, shown_unit, shift, decimals, periods, official, source, position, 'none' AS direction FROM measure
        UNION ALL
        SELECT code, name, name_en, unit, shown_unit, shift, decimals, periods, official, source, position, direction
        FROM zone_measure WHERE zone_id = :zone) m
      """;

  private final JdbcClient jdbc;
  private final Changes changes;

  Measures(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  @Transactional(readOnly = true)
  public List<Measure> list(long zone) {
    return jdbc.sql(ALL + "ORDER BY position, code")
        .param("zone", zone)
        .query((row, i) -> measure(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Map<String, Measure> byCode(long zone) {
    return list(zone).stream().collect(Collectors.toMap(Measure::code, Function.identity()));
  }

  @Transactional(readOnly = true)
  public Optional<Measure> find(long zone, String code) {
    return jdbc.sql(ALL + "WHERE code = :code")
        .param("zone", zone)
        .param("code", code)
        .query((row, i) -> measure(row))
        .optional();
  }

  /**
   * Adds one of the zone's own.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the zone has one with that code
   */
  public void add(long zone, Measure own) {
    changes.begin(zone, "新增指标 " + own.name());
    insert(zone, own);
  }

  /** Adds several of the zone's own as part of the caller's work. */
  public void addAll(long zone, List<Measure> own) {
    if (!own.isEmpty()) {
      changes.join(zone, "新增指标 " + own.size() + " 个");
      own.forEach(measure -> insert(zone, measure));
    }
  }

  private void insert(long zone, Measure own) {
    jdbc.sql(
            """
            INSERT INTO zone_measure (zone_id, code, name, name_en, unit, shown_unit, shift, decimals, periods, official, source, direction)
            VALUES (:zone, :code, :name, :nameEn, :unit, :shownUnit, :shift, :decimals, :periods, :official, :source, :direction)
            """)
        .param("zone", zone)
        .param("code", own.code())
        .param("name", own.name())
        .param("nameEn", own.nameEn())
        .param("unit", own.unit())
        .param("shownUnit", own.shownUnit())
        .param("shift", own.shift())
        .param("decimals", own.decimals())
        .param("periods", own.periods().toArray(String[]::new))
        .param("official", own.official().code())
        .param("source", own.source())
        .param("direction", own.direction().code())
        .update();
  }

  /**
   * One of the zone's own.
   *
   * @param figures facts that were ever put in of it
   */
  record Own(Measure measure, int version, long figures) {}

  /**
   * @throws NoSuchFact when the zone has none of that code
   */
  @Transactional(readOnly = true)
  Own getOwn(long zone, String code) {
    return jdbc.sql(
            """
            SELECT m.*, (SELECT count(*) FROM fact f WHERE f.zone_id = m.zone_id AND f.measure = m.code) AS figures
            FROM zone_measure m WHERE m.zone_id = ? AND m.code = ?
            """)
        .params(zone, code)
        .query((row, i) -> new Own(measure(row), row.getInt("version"), row.getLong("figures")))
        .optional()
        .orElseThrow(() -> new NoSuchFact(code));
  }

  /**
   * Changes what one of the zone's own means; its unit only while there is no figure of it.
   *
   * @param version that the change was made from
   */
  void change(long zone, Measure own, int version) {
    Own before = getOwn(zone, own.code());
    if (before.figures() > 0 && !before.measure().shownUnit().equals(own.shownUnit())) {
      throw new FactRefused(
          "已有 %d 个数以“%s”录入，单位不能再改；请另建一个指标"
              .formatted(before.figures(), before.measure().shownUnit()));
    }
    changes.begin(zone, "修改指标 " + own.name());
    int changed =
        jdbc.sql(
                """
                UPDATE zone_measure SET name = :name, name_en = :nameEn, unit = :unit, shown_unit = :shownUnit,
                  shift = :shift, decimals = :decimals, periods = :periods, official = :official, source = :source,
                  direction = :direction, version = version + 1
                WHERE zone_id = :zone AND code = :code AND version = :version
                """)
            .param("name", own.name())
            .param("nameEn", own.nameEn())
            .param("unit", own.unit())
            .param("shownUnit", own.shownUnit())
            .param("shift", own.shift())
            .param("decimals", own.decimals())
            .param("periods", own.periods().toArray(String[]::new))
            .param("official", own.official().code())
            .param("source", own.source())
            .param("direction", own.direction().code())
            .param("zone", zone)
            .param("code", own.code())
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new FactRefused("指标“" + own.name() + "”刚刚被别人改过；请重新打开后再改");
    }
  }

  private static Measure measure(ResultSet row) throws SQLException {
    return new Measure(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("unit"),
        row.getString("shown_unit"),
        row.getInt("shift"),
        row.getInt("decimals"),
        List.of((String[]) row.getArray("periods").getArray()),
        Basis.of(row.getString("official")),
        row.getString("source"),
        Direction.of(row.getString("direction")));
  }
}

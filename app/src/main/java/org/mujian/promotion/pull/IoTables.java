package org.mujian.promotion.pull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The input-output tables of the zones. The newest that is not withdrawn is the zone's. */
@Component
@Transactional
public class IoTables {

  private final JdbcClient jdbc;
  private final Changes changes;

  IoTables(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  @Transactional(readOnly = true)
  public Optional<IoTable> find(long zone) {
    return jdbc.sql(
            "SELECT * FROM io_table WHERE zone_id = ? AND NOT withdrawn ORDER BY id DESC LIMIT 1")
        .param(zone)
        .query((row, i) -> table(zone, row))
        .optional();
  }

  private IoTable table(long zone, ResultSet row) throws SQLException {
    return new IoTable(
        row.getLong("id"),
        row.getString("name"),
        row.getObject("year", Integer.class),
        row.getString("source"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        row.getBoolean("sample"),
        row.getInt("version"),
        sectors(zone, row.getLong("id")));
  }

  private List<IoTable.Sector> sectors(long zone, long table) {
    return jdbc.sql(
            """
            SELECT name, codes, flows, final_use FROM io_sector
            WHERE zone_id = ? AND io_table = ? ORDER BY place
            """)
        .params(zone, table)
        .query(
            (row, i) ->
                new IoTable.Sector(
                    row.getString("name"),
                    List.of((String[]) row.getArray("codes").getArray()),
                    List.of((BigDecimal[]) row.getArray("flows").getArray()),
                    row.getBigDecimal("final_use")))
        .list();
  }

  /**
   * The zone's table from now on.
   *
   * @throws IllegalArgumentException that says why the table cannot be used
   */
  public long add(
      long zone,
      String name,
      @Nullable Integer year,
      String source,
      boolean sample,
      List<IoTable.Sector> sectors) {
    IoTable.solved(sectors);
    changes.join(zone, "投入产出表：" + name);
    long id =
        jdbc.sql(
                """
                INSERT INTO io_table (zone_id, name, year, source, made_by, sample)
                VALUES (:zone, :name, :year, :source, :who, :sample) RETURNING id
                """)
            .param("zone", zone)
            .param("name", name)
            .param("year", year, java.sql.Types.INTEGER)
            .param("source", source)
            .param("who", Scope.current().who())
            .param("sample", sample)
            .query(Long.class)
            .single();
    for (int place = 0; place < sectors.size(); place++) {
      IoTable.Sector sector = sectors.get(place);
      jdbc.sql(
              """
              INSERT INTO io_sector (zone_id, io_table, place, name, codes, flows, final_use)
              VALUES (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              zone,
              id,
              place,
              sector.name(),
              sector.codes().toArray(String[]::new),
              sector.flows().toArray(BigDecimal[]::new),
              sector.finalUse())
          .update();
    }
    return id;
  }

  /** Says what the table is; false when it was changed meanwhile, or is not there. */
  public boolean describe(
      long zone, long id, int version, String name, @Nullable Integer year, String source) {
    changes.join(zone, "投入产出表的名称、年份与来源：" + name);
    return jdbc.sql(
                """
                UPDATE io_table SET name = :name, year = :year, source = :source, version = version + 1
                WHERE zone_id = :zone AND id = :id AND version = :version AND NOT withdrawn
                """)
            .param("zone", zone)
            .param("id", id)
            .param("version", version)
            .param("name", name)
            .param("year", year, java.sql.Types.INTEGER)
            .param("source", source)
            .update()
        == 1;
  }

  /** Takes the table back; the one before it is used again. */
  public boolean withdraw(long zone, long id) {
    changes.join(zone, "撤回投入产出表 " + id);
    return jdbc.sql(
                """
                UPDATE io_table SET withdrawn = true, version = version + 1
                WHERE zone_id = ? AND id = ? AND NOT withdrawn
                """)
            .params(zone, id)
            .update()
        == 1;
  }

  /** How many tables stand, the one in use with them. */
  @Transactional(readOnly = true)
  public long count(long zone) {
    return Objects.requireNonNull(
        jdbc.sql("SELECT count(*) FROM io_table WHERE zone_id = ? AND NOT withdrawn")
            .param(zone)
            .query(Long.class)
            .single());
  }
}

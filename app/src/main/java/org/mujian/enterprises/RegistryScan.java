package org.mujian.enterprises;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a zone's enterprises once through, for work on the whole registry (zone 0). */
@Component
@Transactional(readOnly = true)
public class RegistryScan {

  private static final int FETCHED = 1000;

  /**
   * What such work needs of an enterprise.
   *
   * @param yuan registered capital; null when unknown or in another currency
   */
  public record Scanned(
      long id,
      String name,
      @Nullable String division,
      @Nullable String industryCode,
      @Nullable BigDecimal yuan,
      @Nullable LocalDate registeredOn,
      @Nullable String scope) {}

  private final JdbcClient jdbc;

  RegistryScan(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long count(long zone) {
    return jdbc.sql("SELECT count(*) FROM enterprise WHERE zone_id = ?")
        .param(zone)
        .query(Long.class)
        .single();
  }

  /** Hands over the enterprises of exactly that zone by the thousand, never all at once. */
  public void read(long zone, Consumer<Scanned> each) {
    jdbc.sql(
            """
            SELECT id, name, division, industry_code, registered_on, scope,
              CASE WHEN capital_currency = 'CNY' THEN capital END AS yuan
            FROM enterprise WHERE zone_id = ? ORDER BY id
            """)
        .withFetchSize(FETCHED)
        .param(zone)
        .query(
            (ResultSet row) -> {
              each.accept(scanned(row));
            });
  }

  /** Those of {@code ids} that the zones have, in no order. */
  public List<Enterprise> listByIds(List<Long> zones, Collection<Long> ids) {
    return jdbc.sql("SELECT * FROM enterprise WHERE zone_id = ANY (?) AND id = ANY (?)")
        .params(zones.toArray(Long[]::new), ids.toArray(Long[]::new))
        .query((row, i) -> EnterpriseRows.read(row))
        .list();
  }

  private static Scanned scanned(ResultSet row) throws SQLException {
    return new Scanned(
        row.getLong("id"),
        row.getString("name"),
        row.getString("division"),
        row.getString("industry_code"),
        row.getBigDecimal("yuan"),
        row.getObject("registered_on", LocalDate.class),
        row.getString("scope"));
  }
}

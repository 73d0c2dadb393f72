package org.mujian.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The sealed history of the zones in the current {@link Scope}. */
@Component
public class Seals {

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Sealer sealer;

  Seals(JdbcClient jdbc, DataSource dataSource, Sealer sealer) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.sealer = sealer;
  }

  /** The zone's last seal; nothing before its first change is sealed. */
  @Transactional(readOnly = true)
  public Optional<Seal> findHead(long zone) {
    return jdbc.sql(
            "SELECT zone_id, number, change_id, at, hash FROM seal WHERE zone_id = ? ORDER BY"
                + " number DESC LIMIT 1")
        .param(zone)
        .query(
            (row, i) ->
                new Seal(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    Seal.hex(row.getBytes(5))))
        .optional();
  }

  /** When the change became known: its seal's time. Nothing while it awaits its seal. */
  @Transactional(readOnly = true)
  public Optional<Instant> findKnownAt(long zone, long change) {
    return jdbc.sql("SELECT at FROM seal WHERE zone_id = ? AND change_id = ?")
        .params(zone, change)
        .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /**
   * Seals what is committed now, instead of in a moment. Call it outside a transaction: it uses its
   * own, and does not see what is not committed.
   */
  public void sealNow() {
    sealer.sealAll();
  }

  /** Recomputes the zone's whole chain, in one snapshot. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public ChainReport verify(long zone) {
    var connection = DataSourceUtils.getConnection(dataSource);
    try {
      return new Verification(connection, List.of()).verify(zone);
    } catch (SQLException e) {
      throw new IllegalStateException("zone " + zone + " not verified", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}

package org.mujian.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.ChainReport.Break;
import org.mujian.store.ChainReport.Fault;
import org.mujian.store.ChainReport.Stray;

/**
 * Recomputes chains from the rows that are there now. The connection must be in a REPEATABLE READ
 * transaction (one snapshot, and cursors) that may see the zones.
 */
public final class Verification {

  private final Connection connection;
  private final List<Seal> written;

  /**
   * @param written heads written down earlier, which the chains must still contain
   */
  public Verification(Connection connection, List<Seal> written) {
    this.connection = connection;
    this.written = List.copyOf(written);
  }

  /** Every zone that has a change, an audit row or a seal. */
  public List<Long> zones() throws SQLException {
    List<Long> zones = new ArrayList<>();
    try (var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                "SELECT zone_id FROM change UNION SELECT zone_id FROM seal UNION SELECT zone_id"
                    + " FROM audit ORDER BY 1")) {
      while (row.next()) {
        zones.add(row.getLong(1));
      }
    }
    for (Seal seal : written) {
      if (!zones.contains(seal.zone())) {
        zones.add(seal.zone());
      }
    }
    return zones;
  }

  /** The last seal of every zone that has one, by zone. */
  public List<Seal> heads() throws SQLException {
    List<Seal> heads = new ArrayList<>();
    for (long zone : zones()) {
      new Chain(connection, zone).head().ifPresent(heads::add);
    }
    return heads;
  }

  public ChainReport verify(long zone) throws SQLException {
    Chain chain = new Chain(connection, zone);
    return new ChainReport(
        zone,
        count("SELECT count(*) FROM seal WHERE zone_id = ?", zone),
        chain.head(),
        firstBreak(chain),
        count("SELECT count(*) FROM unsealed WHERE zone_id = ?", zone),
        strays(zone));
  }

  private @Nullable Break firstBreak(Chain chain) throws SQLException {
    byte[] previous = ChainDigest.START;
    long next = 1;
    try (var sql =
        connection.prepareStatement(
            "SELECT number, change_id, at, hash, audit_count FROM seal WHERE zone_id = ? ORDER BY"
                + " number")) {
      sql.setFetchSize(1000);
      sql.setLong(1, chain.zone());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          Seal seal = chain.seal(row);
          if (seal.number() != next) {
            return new Break(next, 0, Fault.SEAL_MISSING);
          }
          Optional<Fault> fault = fault(seal, row.getLong("audit_count"), previous);
          if (fault.isPresent()) {
            return new Break(seal.number(), seal.change(), fault.get());
          }
          previous = seal.hashBytes();
          next++;
        }
      }
    }
    return lostHead(chain.zone(), next);
  }

  private Optional<Fault> fault(Seal seal, long auditCount, byte[] previous) throws SQLException {
    var link =
        ChainDigest.of(connection, seal.zone(), seal.change(), seal.number(), seal.at(), previous);
    if (link.isEmpty()) {
      return Optional.of(Fault.CHANGE_MISSING);
    }
    if (link.get().auditCount() < auditCount) {
      return Optional.of(Fault.AUDIT_MISSING);
    }
    if (link.get().auditCount() > auditCount) {
      return Optional.of(Fault.AUDIT_INSERTED);
    }
    String hash = Seal.hex(link.get().hash());
    if (!hash.equals(seal.hash())) {
      return Optional.of(Fault.ALTERED);
    }
    boolean differs =
        written.stream()
            .anyMatch(
                w ->
                    w.zone() == seal.zone()
                        && w.number() == seal.number()
                        && !w.hash().equals(hash));
    return differs ? Optional.of(Fault.HEAD_DIFFERS) : Optional.empty();
  }

  /** A head written down whose number the chain no longer reaches: its end was cut off. */
  private @Nullable Break lostHead(long zone, long next) {
    return written.stream().anyMatch(w -> w.zone() == zone && w.number() >= next)
        ? new Break(next, 0, Fault.SEAL_MISSING)
        : null;
  }

  private List<Stray> strays(long zone) throws SQLException {
    List<Stray> strays = new ArrayList<>();
    stray(zone, "change", "id").ifPresent(strays::add);
    stray(zone, "audit", "change_id").ifPresent(strays::add);
    return strays;
  }

  private Optional<Stray> stray(long zone, String table, String change) throws SQLException {
    try (var sql =
        connection.prepareStatement(
            """
            SELECT count(*), min(t.id) FROM %s t WHERE t.zone_id = ?
              AND NOT EXISTS (SELECT FROM seal s WHERE s.zone_id = t.zone_id AND s.change_id = t.%s)
              AND NOT EXISTS (SELECT FROM unsealed u WHERE u.zone_id = t.zone_id AND u.change_id = t.%s)
            """
                .formatted(table, change, change))) {
      sql.setLong(1, zone);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1) == 0
            ? Optional.empty()
            : Optional.of(new Stray(table, row.getLong(1), row.getLong(2)));
      }
    }
  }

  private long count(String query, long zone) throws SQLException {
    try (var sql = connection.prepareStatement(query)) {
      sql.setLong(1, zone);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

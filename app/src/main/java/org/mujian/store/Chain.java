package org.mujian.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One zone's chain of seals, on a connection whose transaction may see the zone. */
record Chain(Connection connection, long zone) {

  // Any number of our own: no other advisory lock of this program begins with it.
  private static final long LOCKS = 0x6D6A_0000_0000_0000L;
  private static final int CHANGES_AT_A_TIME = 500;

  /**
   * Seals committed changes, at most a few hundred, in this transaction.
   *
   * @return how many; 0 also when another program is sealing this zone
   */
  int seal(Instant now) throws SQLException {
    // First the lock, then the look at the head: what the other sealer committed is seen.
    if (!lock()) {
      return 0;
    }
    Seal last = head().orElse(null);
    int count = 0;
    for (long change : waiting()) {
      long number = last == null ? 1 : last.number() + 1;
      Instant at = now.truncatedTo(ChronoUnit.MICROS);
      if (last != null && at.isBefore(last.at())) {
        at = last.at(); // a clock set back never makes a later change known earlier
      }
      byte[] previous = last == null ? ChainDigest.START : last.hashBytes();
      var link =
          ChainDigest.of(connection, zone, change, number, at, previous)
              .orElseThrow(() -> new SQLException("change " + change + " is not there"));
      last = new Seal(zone, number, change, at, Seal.hex(link.hash()));
      write(last, link.auditCount());
      count++;
    }
    return count;
  }

  Optional<Seal> head() throws SQLException {
    try (var sql =
        connection.prepareStatement(
            "SELECT number, change_id, at, hash FROM seal WHERE zone_id = ? ORDER BY number DESC"
                + " LIMIT 1")) {
      sql.setLong(1, zone);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(seal(row)) : Optional.empty();
      }
    }
  }

  Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        zone,
        row.getLong("number"),
        row.getLong("change_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Seal.hex(row.getBytes("hash")));
  }

  private boolean lock() throws SQLException {
    try (var sql = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      sql.setLong(1, LOCKS | zone);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private List<Long> waiting() throws SQLException {
    List<Long> changes = new ArrayList<>();
    try (var sql =
        connection.prepareStatement(
            "SELECT change_id FROM unsealed WHERE zone_id = ? ORDER BY change_id LIMIT ?")) {
      sql.setLong(1, zone);
      sql.setInt(2, CHANGES_AT_A_TIME);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          changes.add(row.getLong(1));
        }
      }
    }
    return changes;
  }

  private void write(Seal seal, long auditCount) throws SQLException {
    try (var insert =
            connection.prepareStatement(
                "INSERT INTO seal (zone_id, number, change_id, at, hash, audit_count) VALUES"
                    + " (?, ?, ?, ?, ?, ?)");
        var delete =
            connection.prepareStatement(
                "DELETE FROM unsealed WHERE zone_id = ? AND change_id = ?")) {
      insert.setLong(1, zone);
      insert.setLong(2, seal.number());
      insert.setLong(3, seal.change());
      insert.setObject(4, seal.at().atOffset(ZoneOffset.UTC));
      insert.setBytes(5, seal.hashBytes());
      insert.setLong(6, auditCount);
      insert.executeUpdate();
      delete.setLong(1, zone);
      delete.setLong(2, seal.change());
      delete.executeUpdate();
    }
  }
}

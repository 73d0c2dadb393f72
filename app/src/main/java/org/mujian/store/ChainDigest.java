package org.mujian.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash of one link of a zone's chain: SHA-256 over the previous hash, the seal's number and
 * time, the change, and its audit rows in the order of their ids.
 *
 * <p>The encoding is unambiguous. A number is 8 bytes, big-endian; a text is its length in bytes as
 * a number, then UTF-8, or the length -1 when it is null; a time is microseconds since 1970; each
 * audit row begins with the number 1, and their end is the number 0 and their count. {@code
 * docs/handbook/audit.md} describes it for those who check without this program.
 */
final class ChainDigest {

  static final byte[] START = new byte[32];

  private static final String FORMAT = "mujian-seal-1";
  private static final int ROWS_AT_A_TIME = 2000;

  private final MessageDigest digest = sha256();
  private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

  private ChainDigest() {}

  /**
   * @param auditCount how many audit rows the hash covers
   */
  record Link(byte[] hash, long auditCount) {}

  /** The link for a change as the database has it now, or nothing when there is no such change. */
  static Optional<Link> of(
      Connection connection, long zone, long change, long number, Instant at, byte[] previous)
      throws SQLException {
    ChainDigest link = new ChainDigest();
    link.text(FORMAT);
    link.digest.update(previous);
    link.number(zone);
    link.number(number);
    link.number(micros(at));
    if (!link.change(connection, zone, change)) {
      return Optional.empty();
    }
    long rows = link.auditRows(connection, zone, change);
    return Optional.of(new Link(link.digest.digest(), rows));
  }

  private boolean change(Connection connection, long zone, long change) throws SQLException {
    try (var sql =
        connection.prepareStatement(
            "SELECT id, (extract(epoch FROM at) * 1000000)::bigint, account_id, who, why FROM"
                + " change WHERE zone_id = ? AND id = ?")) {
      sql.setLong(1, zone);
      sql.setLong(2, change);
      try (ResultSet row = sql.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        number(row.getLong(1));
        number(row.getLong(2));
        number(row.getLong(3));
        text(row.getString(4));
        text(row.getString(5));
        return true;
      }
    }
  }

  private long auditRows(Connection connection, long zone, long change) throws SQLException {
    long count = 0;
    try (var sql =
        connection.prepareStatement(
            "SELECT id, table_name, row_key, before::text, after::text FROM audit WHERE zone_id = ?"
                + " AND change_id = ? ORDER BY id")) {
      sql.setFetchSize(ROWS_AT_A_TIME);
      sql.setLong(1, zone);
      sql.setLong(2, change);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          number(1);
          number(row.getLong(1));
          for (int column = 2; column <= 5; column++) {
            text(row.getString(column));
          }
          count++;
        }
      }
    }
    number(0);
    number(count);
    return count;
  }

  private void number(long value) {
    digest.update(eight.clear().putLong(value).array());
  }

  private void text(@Nullable String value) {
    if (value == null) {
      number(-1);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000), at.getNano() / 1000);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

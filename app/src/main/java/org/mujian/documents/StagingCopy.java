package org.mujian.documents;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Streams checked rows into {@code import_row} by COPY in its binary form, which needs no escapes.
 */
final class StagingCopy implements AutoCloseable {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int TEXT_OID = 25;

  private final DataOutputStream out;
  private final PGCopyOutputStream copy;
  private final long importId;

  StagingCopy(Connection connection, long importId) throws SQLException, IOException {
    this.importId = importId;
    this.copy =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class),
            "COPY import_row (import_id, row_no, good, cells, values, reasons) FROM STDIN (FORMAT"
                + " binary)",
            65536);
    this.out = new DataOutputStream(new BufferedOutputStream(copy, 65536));
    out.write(SIGNATURE);
    out.writeInt(0);
    out.writeInt(0);
  }

  /**
   * @param keepCells whether to keep the cells of a good row too
   */
  void write(RowCheck.Checked row, boolean keepCells) throws IOException {
    out.writeShort(6);
    out.writeInt(8);
    out.writeLong(importId);
    out.writeInt(8);
    out.writeLong(row.row().number());
    out.writeInt(1);
    out.writeByte(row.isGood() ? 1 : 0);
    texts(keepCells || !row.isGood() ? row.row().cells() : null);
    texts(row.values());
    texts(row.reasons());
  }

  private void texts(@Nullable List<? extends @Nullable String> texts) throws IOException {
    if (texts == null) {
      out.writeInt(-1);
      return;
    }
    byte[][] encoded = new byte[texts.size()][];
    int size = texts.isEmpty() ? 12 : 20;
    boolean nulls = false;
    for (int i = 0; i < encoded.length; i++) {
      String text = texts.get(i);
      encoded[i] = text == null ? null : bytes(text);
      nulls |= text == null;
      size += 4 + (encoded[i] == null ? 0 : encoded[i].length);
    }
    out.writeInt(size);
    out.writeInt(texts.isEmpty() ? 0 : 1);
    out.writeInt(nulls ? 1 : 0);
    out.writeInt(TEXT_OID);
    if (!texts.isEmpty()) {
      out.writeInt(encoded.length);
      out.writeInt(1);
    }
    for (byte[] element : encoded) {
      if (element == null) {
        out.writeInt(-1);
      } else {
        out.writeInt(element.length);
        out.write(element);
      }
    }
  }

  /**
   * The database keeps no NUL: a cell that has one is refused, and shown with a mark in its place.
   */
  private static byte[] bytes(String text) {
    return (text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD'))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Ends the COPY; without it, closing abandons the rows with the transaction. */
  void end() throws IOException, SQLException {
    out.writeShort(-1);
    out.flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}

package org.mujian.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mujian.store.Credentials;
import org.mujian.store.PrivateFile;
import org.mujian.store.Verification;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables, as one snapshot shows them, into one file while the program serves. Nothing is
 * held in memory whole.
 */
public final class Backup {

  static final JsonMapper JSON = new JsonMapper();

  // Events already listened to are dead weight; those that are not must be told after a restore.
  private static final String EVENTS = "event_publication";
  private static final int FAST = 3;

  private final Credentials credentials;
  private final String program;
  private final Clock clock;

  public Backup(Credentials credentials, String program, Clock clock) {
    this.credentials = credentials;
    this.program = program;
    this.clock = clock;
  }

  /**
   * Writes {@code file} (mode 0600), whole and read back, or not at all.
   *
   * @param replace whether a file of that name gives way
   * @throws BackupRefused when there is one that does not
   */
  public Manifest write(Path file, boolean replace) throws IOException, SQLException {
    refuseExisting(file, replace);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      PrivateFile.create(part);
      Manifest manifest = copy(part);
      try (BackupFile written = BackupFile.open(part)) {
        written.verify();
      }
      refuseExisting(file, replace);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void refuseExisting(Path file, boolean replace) {
    if (Files.isDirectory(file)) {
      throw new BackupRefused(
          file + " 是目录：请给出文件名，例如 " + file.resolve("mujian.backup"),
          file + " is a folder: name a file, for example " + file.resolve("mujian.backup"));
    }
    if (Files.exists(file) && !replace) {
      throw new BackupRefused(
          "文件 " + file + " 已存在，不会覆盖：请换一个文件名，或加 --force",
          "the file "
              + file
              + " exists and is not overwritten: choose another name, or add --force");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BackupRefused(
          "目录 " + folder + " 不存在：请先建立", "the folder " + folder + " does not exist: make it first");
    }
  }

  private Manifest copy(Path part) throws IOException, SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            credentials.url(), Credentials.BACKUP, credentials.backupPassword())) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Manifest manifest;
      try (OutputStream file =
              new BufferedOutputStream(
                  Files.newOutputStream(part, StandardOpenOption.WRITE), 1 << 16);
          ZipOutputStream zip = new ZipOutputStream(file)) {
        zip.setLevel(FAST);
        manifest = copy(connection, zip);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
      }
      connection.rollback();
      try (FileChannel disk = FileChannel.open(part, StandardOpenOption.WRITE)) {
        disk.force(true);
      }
      return manifest;
    }
  }

  private Manifest copy(Connection connection, ZipOutputStream zip)
      throws IOException, SQLException {
    Schema schema = new Schema(connection);
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    List<Manifest.Table> tables = new ArrayList<>();
    for (String table : schema.tables()) {
      tables.add(table(copy, table, schema.columns(table), zip));
    }
    List<Manifest.Head> heads =
        new Verification(connection, List.of()).heads().stream().map(Manifest.Head::of).toList();
    return new Manifest(
        Manifest.FORMAT,
        Manifest.FORMAT_VERSION,
        program,
        clock.instant().toString(),
        connection.getMetaData().getDatabaseProductVersion(),
        schema.migrations(),
        tables,
        // Sequences are read after the rows, so that none is behind a row's id.
        schema.sequences(),
        heads);
  }

  private static Manifest.Table table(
      CopyManager copy, String table, List<String> columns, ZipOutputStream zip)
      throws IOException, SQLException {
    String list = columns.stream().map(Schema::quoted).collect(Collectors.joining(", "));
    String rows =
        "(SELECT "
            + list
            + " FROM "
            + Schema.quoted(table)
            + (table.equals(EVENTS) ? " WHERE completion_date IS NULL)" : ")");
    zip.putNextEntry(new ZipEntry("tables/" + table + ".copy"));
    var digest = new DigestOutputStream(new Unclosed(zip), BackupFile.sha256());
    long count = copy.copyOut("COPY " + rows + " TO STDOUT (ENCODING 'UTF8')", digest);
    zip.closeEntry();
    String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
    return new Manifest.Table(table, columns, count, hash);
  }

  /** Lets nobody close the file before its last entry. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
  }
}

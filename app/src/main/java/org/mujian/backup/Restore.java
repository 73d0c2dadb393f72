package org.mujian.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mujian.store.Credentials;
import org.mujian.store.Verification;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Loads a backup into an empty database: all of it, in one transaction, or nothing. */
public final class Restore {

  private final Credentials credentials;

  public Restore(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * @throws BackupRefused when the file is not whole or the database not empty; nothing is changed
   *     then
   */
  public Manifest read(Path file) throws IOException, SQLException {
    try (BackupFile backup = BackupFile.open(file)) {
      backup.verify();
      try (Connection connection = owner()) {
        requireUnused(connection);
        requireEmpty(new Schema(connection), backup.manifest());
      }
      Migrations migrations = new Migrations(credentials);
      migrations.exactly(backup.manifest());
      try (Connection connection = owner()) {
        connection.setAutoCommit(false);
        load(connection, backup);
        connection.commit();
        connection.setAutoCommit(true);
        try (var sql = connection.createStatement()) {
          sql.execute("ANALYZE");
        }
      }
      migrations.all();
      return backup.manifest();
    }
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        credentials.url(), Credentials.OWNER, credentials.ownerPassword());
  }

  private static void requireUnused(Connection connection) throws SQLException {
    String used =
        "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE datname = current_database() AND usename ="
            + " '"
            + Credentials.APP
            + "'";
    if (!new Schema(connection).list(used).isEmpty()) {
      throw new BackupRefused(
          "母舰正在使用这个数据库：请先停掉它再恢复", "Mujian is using this database: stop it before restoring");
    }
  }

  /**
   * Rows that migrations themselves put into common tables give way to the backup's; any other row
   * is somebody's.
   */
  private static void requireEmpty(Schema schema, Manifest manifest) throws SQLException {
    Set<String> common =
        manifest.tables().stream()
            .filter(table -> !table.columns().contains("zone_id") && !table.name().equals("zone"))
            .map(Manifest.Table::name)
            .collect(Collectors.toSet());
    Set<String> present = new TreeSet<>(schema.tables());
    for (String table : present) {
      if (!table.equals(Schema.HISTORY) && !common.contains(table) && schema.hasRows(table)) {
        throw new BackupRefused(
            "目标数据库不是空的（表 " + table + " 有数据），不会覆盖：请恢复到空的数据目录（MUJIAN_DATA）或空的数据库",
            "the target is not empty (table "
                + table
                + " has rows) and is not overwritten: restore into an empty data folder"
                + " (MUJIAN_DATA) or an empty database");
      }
    }
    if (present.contains(Schema.HISTORY) && !schema.migrations().equals(manifest.migrations())) {
      throw new BackupRefused(
          "目标数据库已有另一版本的表结构：请恢复到空的数据目录（MUJIAN_DATA）或空的数据库",
          "the target has tables of another version: restore into an empty data folder"
              + " (MUJIAN_DATA) or an empty database");
    }
  }

  private static void load(Connection connection, BackupFile backup)
      throws SQLException, IOException {
    Manifest manifest = backup.manifest();
    Schema schema = new Schema(connection);
    requireEmpty(schema, manifest);
    List<Manifest.Table> tables =
        manifest.tables().stream().filter(t -> !t.name().equals(Schema.HISTORY)).toList();
    List<String[]> keys = schema.foreignKeys();
    // The rows were checked and audited when they were written. Triggers must not fire again, and
    // foreign keys are checked at once when they are put back, whatever the tables' order.
    for (Manifest.Table table : tables) {
      execute(connection, "ALTER TABLE " + Schema.quoted(table.name()) + " DISABLE TRIGGER USER");
    }
    for (String[] key : keys) {
      execute(connection, key[0]);
    }
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Manifest.Table table : tables) {
      execute(connection, "TRUNCATE " + Schema.quoted(table.name()));
      load(copy, backup, table);
    }
    for (String[] key : keys) {
      execute(connection, key[1]);
    }
    for (Manifest.Table table : tables) {
      execute(connection, "ALTER TABLE " + Schema.quoted(table.name()) + " ENABLE TRIGGER USER");
    }
    sequences(connection, manifest);
    requireHeads(connection, manifest);
  }

  private static void load(CopyManager copy, BackupFile backup, Manifest.Table table)
      throws SQLException, IOException {
    String columns = table.columns().stream().map(Schema::quoted).collect(Collectors.joining(", "));
    try (BackupFile.Rows rows = backup.rows(table)) {
      long loaded =
          copy.copyIn(
              "COPY "
                  + Schema.quoted(table.name())
                  + " ("
                  + columns
                  + ") FROM STDIN (ENCODING"
                  + " 'UTF8')",
              rows,
              1 << 16);
      rows.requireWhole();
      if (loaded != table.rows()) {
        throw new SQLException(table.name() + ": " + loaded + " rows instead of " + table.rows());
      }
    }
  }

  private static void sequences(Connection connection, Manifest manifest) throws SQLException {
    try (var sql = connection.prepareStatement("SELECT setval(?::regclass, ?, true)")) {
      for (Manifest.Sequence sequence : manifest.sequences()) {
        sql.setString(1, Schema.quoted(sequence.name()));
        sql.setLong(2, sequence.last());
        sql.execute();
      }
    }
  }

  private static void requireHeads(Connection connection, Manifest manifest) throws SQLException {
    List<Manifest.Head> heads =
        new Verification(connection, List.of()).heads().stream().map(Manifest.Head::of).toList();
    if (!heads.equals(manifest.heads())) {
      throw new SQLException("the audit heads differ from the backup's: " + heads);
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}

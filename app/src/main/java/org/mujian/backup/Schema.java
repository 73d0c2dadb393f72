package org.mujian.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What there is in schema public, as the catalogue tells. */
record Schema(Connection connection) {

  static final String HISTORY = "flyway_schema_history";

  private static final String TABLES =
      """
      SELECT relname FROM pg_catalog.pg_class
      WHERE relkind = 'r' AND relpersistence = 'p' AND relnamespace = 'public'::regnamespace
      ORDER BY relname
      """;
  private static final String COLUMNS =
      """
      SELECT attname FROM pg_catalog.pg_attribute
      WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum
      """;

  /** Tables that last: unlogged ones hold nothing that a crash may not take. */
  List<String> tables() throws SQLException {
    return list(TABLES);
  }

  /** The columns that can be written. */
  List<String> columns(String table) throws SQLException {
    return list(COLUMNS, quoted(table));
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> sequences = new ArrayList<>();
    try (var sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT sequencename, last_value FROM pg_catalog.pg_sequences WHERE schemaname ="
                    + " 'public' AND last_value IS NOT NULL ORDER BY sequencename")) {
      while (row.next()) {
        sequences.add(new Manifest.Sequence(row.getString(1), row.getLong(2)));
      }
    }
    return sequences;
  }

  List<Manifest.Migration> migrations() throws SQLException {
    List<Manifest.Migration> migrations = new ArrayList<>();
    try (var sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT version, description, checksum FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL ORDER BY version")) {
      while (row.next()) {
        migrations.add(
            new Manifest.Migration(
                row.getString(1), row.getString(2), row.getObject(3, Integer.class)));
      }
    }
    return migrations;
  }

  /** Statements that take all foreign keys away, and those that put them back. */
  List<String[]> foreignKeys() throws SQLException {
    List<String[]> keys = new ArrayList<>();
    try (var sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_catalog.pg_constraint
                WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace
                ORDER BY conrelid::regclass::text, conname
                """)) {
      while (row.next()) {
        keys.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    return keys;
  }

  boolean hasRows(String table) throws SQLException {
    try (var sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT EXISTS (SELECT FROM " + quoted(table) + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  List<String> list(String query, String... parameters) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var sql = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        sql.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
    }
    return rows;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}

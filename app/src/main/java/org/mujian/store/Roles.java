package org.mujian.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The three roles and the database, as {@code docs/handbook/own-database.sql} makes them on a
 * server of one's own.
 */
public final class Roles {

  private Roles() {}

  /** Makes the roles that are missing and sets their passwords (hex digits only). */
  static void create(Statement sql, String app, String owner, String backup) throws SQLException {
    role(sql, Credentials.OWNER, "BYPASSRLS", owner);
    role(sql, Credentials.BACKUP, "BYPASSRLS", backup);
    role(sql, Credentials.APP, "NOBYPASSRLS", app);
    sql.execute("GRANT pg_read_all_data TO " + Credentials.BACKUP);
  }

  private static void role(Statement sql, String name, String rls, String password)
      throws SQLException {
    try (var found = sql.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
      if (!found.next()) {
        sql.execute("CREATE ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
      }
    }
    sql.execute("ALTER ROLE " + name + " " + rls + " PASSWORD '" + password + "'");
  }

  /** Makes the database, owned by {@code mujian_owner}, when it is missing. */
  public static void createDatabase(Connection admin, String name) throws SQLException {
    try (Statement sql = admin.createStatement()) {
      try (var found =
          sql.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        if (found.next()) {
          return;
        }
      }
      sql.execute(
          "CREATE DATABASE "
              + name
              + " OWNER "
              + Credentials.OWNER
              + " ENCODING 'UTF8' TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
      sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      sql.execute(
          "GRANT CONNECT, TEMPORARY ON DATABASE "
              + name
              + " TO "
              + Credentials.APP
              + ", "
              + Credentials.BACKUP);
    }
  }
}

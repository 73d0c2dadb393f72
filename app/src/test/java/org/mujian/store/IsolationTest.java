package org.mujian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mujian.TestDatabase;

/**
 * For every zone table there is: the serving role, in the scope of zone 1, neither sees nor writes
 * a row of zone 2; and an enterprise's user sees nothing of another enterprise.
 *
 * <p>The tables are stripped of all but their primary key, so that a row needs no knowledge of
 * them.
 */
class IsolationTest {

  /** Zone tables that an enterprise's user reads beyond its own enterprise, and why. */
  static final Map<String, String> SHOWN_TO_ENTERPRISES =
      Map.of(
          "access_token", "its own are chosen by account; the hash of a random token tells nothing",
          "matter_promise", "what the zone has promised in public",
          "unsealed", "ids only");

  private static final long ENTERPRISE = 5;

  private static Credentials credentials;

  @BeforeAll
  static void aRowOfEachZoneInEveryTable() throws SQLException {
    credentials = TestDatabase.create();
    try (Connection master = TestDatabase.superuser(credentials)) {
      for (String table : TableKindsTest.ZONE) {
        strip(master, table);
        insert(master, table, 1, Map.of());
        insert(master, table, 2, Map.of());
      }
    }
  }

  @Test
  void rowsOfAnotherZoneAreNotSeen() throws SQLException {
    for (String table : TableKindsTest.ZONE) {
      assertThat(zonesSeen(table, "1", "")).as(table).containsExactly("1");
      assertThat(zonesSeen(table, "", "")).as(table + " without a scope").isEmpty();
      assertThat(zonesSeen(table, "1,2", "")).as(table).containsExactlyInAnyOrder("1", "2");
    }
  }

  @Test
  void rowsOfAnotherZoneAreNotWritten() throws SQLException {
    for (String table : TableKindsTest.ZONE) {
      expectNothing(table, "UPDATE %s SET zone_id = zone_id WHERE zone_id = 2");
      expectNothing(table, "DELETE FROM %s WHERE zone_id = 2");
      expectRefusal(table, "UPDATE %s SET zone_id = 2 WHERE zone_id = 1");
      expectRefusal(table, insertion(table, 2));
    }
  }

  @Test
  void anEnterpriseSeesNothingOfAnother() throws SQLException {
    List<String> shown = new ArrayList<>();
    for (String table : TableKindsTest.ZONE) {
      if (!zonesSeen(table, "1", String.valueOf(ENTERPRISE)).isEmpty()) {
        shown.add(table);
      }
    }
    assertThat(shown)
        .as(
            "tables that an enterprise's user reads: CALL hide_from_enterprises or"
                + " isolate_by_enterprise, or a reason in SHOWN_TO_ENTERPRISES")
        .containsExactlyInAnyOrderElementsOf(SHOWN_TO_ENTERPRISES.keySet());
  }

  @Test
  void anEnterpriseSeesItsOwnRows() throws SQLException {
    for (String table : TableKindsTest.ZONE) {
      List<String> column =
          master(
              "SELECT substring(qual FROM '(\\w+) = \\( SELECT mujian_enterprise') FROM pg_policies"
                  + " WHERE policyname = 'enterprise_rows' AND tablename = '"
                  + table
                  + "'");
      if (!column.isEmpty()) {
        try (Connection master = TestDatabase.superuser(credentials)) {
          insert(master, table, 3, Map.of(column.getFirst(), String.valueOf(ENTERPRISE)));
        }
        assertThat(zonesSeen(table, "3", String.valueOf(ENTERPRISE)))
            .as(table)
            .containsExactly("3");
      }
    }
  }

  private static void expectNothing(String table, String statement) throws SQLException {
    int rows = 0;
    try {
      rows = as("1", "", statement.formatted(table));
    } catch (SQLException e) {
      assertThat(e.getMessage()).as(table).contains("permission denied");
    }
    assertThat(rows).as(statement.formatted(table)).isZero();
  }

  private static void expectRefusal(String table, String statement) {
    try {
      as("1", "", statement.formatted(table));
      fail("allowed: " + statement.formatted(table));
    } catch (SQLException e) {
      assertThat(e.getMessage())
          .as(table)
          .matches("(?s).*(permission denied|violates row-level security).*");
    }
  }

  private static int as(String zones, String enterprise, String statement) throws SQLException {
    try (Connection app = app(zones, enterprise);
        var sql = app.createStatement()) {
      return sql.executeUpdate(statement);
    }
  }

  private static List<String> zonesSeen(String table, String zones, String enterprise)
      throws SQLException {
    List<String> seen = new ArrayList<>();
    try (Connection app = app(zones, enterprise);
        var sql = app.createStatement();
        var row = sql.executeQuery("SELECT zone_id FROM " + table)) {
      while (row.next()) {
        seen.add(row.getString(1));
      }
    }
    return seen;
  }

  /** A transaction that is rolled back when the connection closes. */
  private static Connection app(String zones, String enterprise) throws SQLException {
    Connection app =
        DriverManager.getConnection(credentials.url(), Credentials.APP, credentials.appPassword());
    app.setAutoCommit(false);
    try (var sql =
        app.prepareStatement(
            "SELECT set_config('mujian.zones', ?, true), set_config('mujian.enterprise', ?,"
                + " true)")) {
      sql.setString(1, zones);
      sql.setString(2, enterprise);
      sql.execute();
    }
    return app;
  }

  private static void strip(Connection master, String table) throws SQLException {
    try (var sql = master.createStatement()) {
      sql.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
      for (String constraint :
          list(
              master,
              "SELECT quote_ident(conname) FROM pg_constraint WHERE contype NOT IN ('p', 't') AND"
                  + " conrelid = '"
                  + table
                  + "'::regclass AND contype <> 'n' ORDER BY contype = 'u'")) {
        sql.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + constraint + " CASCADE");
      }
      for (String column :
          list(
              master,
              """
              SELECT quote_ident(attname) FROM pg_attribute a WHERE attrelid = '%s'::regclass AND attnum > 0
                AND NOT attisdropped AND attnotnull AND attidentity = ''
                AND NOT EXISTS (SELECT FROM pg_index x WHERE x.indrelid = a.attrelid AND x.indisprimary AND a.attnum = ANY (x.indkey))
              """
                  .formatted(table))) {
        sql.execute("ALTER TABLE " + table + " ALTER " + column + " DROP NOT NULL");
      }
    }
  }

  private static void insert(Connection master, String table, long zone, Map<String, String> more)
      throws SQLException {
    try (var sql = master.createStatement()) {
      sql.execute("SET session_replication_role = replica");
      sql.execute(insertion(table, zone));
      for (var column : more.entrySet()) {
        sql.execute(
            "UPDATE %s SET %s = %s WHERE zone_id = %d"
                .formatted(table, column.getKey(), column.getValue(), zone));
      }
    }
  }

  /** A row of nothing but its primary key. */
  private static String insertion(String table, long zone) throws SQLException {
    List<String> columns =
        master(
            """
            SELECT quote_ident(attname) || ' ' || format_type(atttypid, NULL) FROM pg_attribute a JOIN pg_index x ON x.indrelid = a.attrelid
            WHERE x.indisprimary AND a.attnum = ANY (x.indkey) AND a.attname <> 'zone_id' AND attrelid = '%s'::regclass
            """
                .formatted(table));
    return "INSERT INTO %s (zone_id%s) OVERRIDING SYSTEM VALUE VALUES (%d%s)"
        .formatted(
            table,
            columns.stream().map(c -> ", " + c.split(" ", 2)[0]).collect(Collectors.joining()),
            zone,
            columns.stream()
                .map(c -> ", " + value(c.split(" ", 2)[1]))
                .collect(Collectors.joining()));
  }

  private static String value(String type) {
    return switch (type) {
      case "date", "timestamp with time zone" -> "'2026-01-01'";
      case "uuid" -> "'00000000-0000-0000-0000-000000000001'";
      default -> "'7'";
    };
  }

  private static List<String> master(String query) throws SQLException {
    try (Connection master = TestDatabase.superuser(credentials)) {
      return list(master, query);
    }
  }

  private static List<String> list(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var sql = connection.createStatement();
        var row = sql.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}

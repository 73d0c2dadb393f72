package org.mujian.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import org.duckdb.DuckDBConnection;
import org.mujian.chain.profile.TagTable;
import org.mujian.chain.registry.RegistryTagging;

/**
 * Counting by link, division, year and role, like for like: each has the same table of tags in its
 * own form, in the same order, on one thread; whole answers are compared.
 */
final class TagCounting {

  private TagCounting() {}

  /** Sum over all groups of a mix of what they are and how many they hold. */
  private static final class Check {
    long groups;
    long mixed;

    void add(int link, int division, int year, int role, long count) {
      groups++;
      mixed += ((((long) link * 1_000_003 + division) * 4099 + year) * 7 + role) * (count * 2 + 1);
    }

    @Override
    public String toString() {
      return groups + " groups, check " + mixed;
    }
  }

  static void run(Results results, String name, RegistryTagging tagging, int rounds)
      throws Exception {
    TagTable[] table = {TagTable.of(tagging, 1)};
    double make = Cpu.ofThread(rounds, () -> table[0] = TagTable.of(tagging, 1));
    Check[] checks = new Check[2];
    double engine =
        Cpu.ofThread(
            rounds,
            () -> {
              Check check = new Check();
              table[0].counts(
                  (link, division, year, role, count) ->
                      check.add(link, division, year, role.ordinal(), count));
              checks[0] = check;
            });
    double peer;
    try (DuckDBConnection duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:")) {
      fill(duck, table[0]);
      peer = Cpu.ofProcess(rounds, () -> groupBy(duck));
      checks[1] = check(duck);
    }
    Verdict.mustEqual("counts", checks[0].toString(), checks[1].toString());
    results.say("### %s: %,d tags, %,d groups", name, table[0].size(), checks[0].groups);
    results.say("");
    results.say("| CPU ms, one thread | |");
    results.say("|---|---:|");
    results.say("| engine: dense counters, link by link, every group handed over | %.1f |", engine);
    results.say("| DuckDB: GROUP BY ALL into a table | %.1f |", peer);
    results.say(
        "| making the engine's table of tags from the encoded registry, for all | %.1f |", make);
    results.say("");
    Verdict.atLeast(results, "counting against DuckDB, " + name, peer / engine, 5, "%.1f times");
  }

  private static void fill(DuckDBConnection duck, TagTable table) throws Exception {
    try (var sql = duck.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute(
          "CREATE TABLE tag (link SMALLINT, division INTEGER, year SMALLINT, role TINYINT)");
    }
    try (var appender = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "tag")) {
      table.tags(
          (link, division, year, role, count) -> {
            try {
              appender.beginRow();
              appender.append((short) link);
              appender.append(division);
              appender.append((short) year);
              appender.append((byte) role.ordinal());
              appender.endRow();
            } catch (java.sql.SQLException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  private static void groupBy(Connection duck) throws Exception {
    try (var sql = duck.createStatement()) {
      sql.execute(
          "CREATE OR REPLACE TEMP TABLE grouped AS SELECT link, division, year, role, count(*) AS n"
              + " FROM tag GROUP BY ALL");
    }
  }

  private static Check check(Connection duck) throws Exception {
    Check check = new Check();
    try (var sql = duck.createStatement();
        var rows = sql.executeQuery("SELECT link, division, year, role, n FROM grouped")) {
      while (rows.next()) {
        check.add(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getLong(5));
      }
    }
    return check;
  }
}

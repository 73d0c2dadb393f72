package org.mujian.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Search of two characters of business scopes: the endpoint against the same SELECT by JDBC, in
 * turn, so that both meet the same state of the machine.
 *
 * @param times how often the file's rows are multiplied
 */
record SearchBenchmark(Path jar, int times) {

  private static final int QUERIES = 300;
  private static final int WARM_UP = 100;

  /** The statement of the program's search, first page of fifty, names with the term first. */
  private static final String SELECT =
      """
      WITH hit AS MATERIALIZED (
        SELECT zone_id, enterprise_id AS id, count(*) OVER () AS total FROM enterprise_search
        WHERE true AND zone_id = ANY (?) AND grams @> ?
        ORDER BY strpos(name, ?) = 0, registered_on DESC NULLS LAST, enterprise_id LIMIT ? OFFSET ?
      ), numbered AS (SELECT *, row_number() OVER () AS n FROM hit)
      SELECT e.*, total FROM numbered JOIN enterprise e USING (zone_id, id) ORDER BY n
      """;

  void run(Results results) throws Exception {
    Path data = Files.createTempDirectory("mujian-bench");
    try (Program program = Program.start(jar, data, false)) {
      program.makeToken();
      program.importFile(RegistryFile.find(data));
      long rows = multiply(program);
      List<String> pairs = pairs(program);
      double[] endpoint = new double[QUERIES];
      double[] select = new double[QUERIES];
      TreeMap<Long, Double> byTotal = new TreeMap<>();
      try (Connection jdbc = program.app()) {
        jdbc.setAutoCommit(false);
        for (int i = -WARM_UP; i < QUERIES; i++) {
          String pair = pairs.get(Math.floorMod(i, pairs.size()));
          // In turn who goes first: the second finds the pages in memory.
          boolean selectFirst = i % 2 == 0;
          long from = System.nanoTime();
          long total = selectFirst ? select(jdbc, pair) : 0;
          long asked = System.nanoTime();
          String answer =
              program
                  .get("/api/v1/enterprises?q=" + URLEncoder.encode(pair, StandardCharsets.UTF_8))
                  .body();
          long answered = System.nanoTime();
          if (!selectFirst) {
            total = select(jdbc, pair);
          }
          long to = System.nanoTime();
          if (!answer.contains("\"total\":" + total + ",")) {
            throw new IllegalStateException("The endpoint and the SELECT differ for " + pair);
          }
          if (i >= 0) {
            select[i] = (selectFirst ? asked - from : to - answered) / 1e6;
            endpoint[i] = (answered - asked) / 1e6;
            byTotal.put(total, select[i]);
          }
        }
      }
      report(results, rows, endpoint, select, byTotal);
    }
  }

  private void report(
      Results results,
      long rows,
      double[] endpoint,
      double[] select,
      TreeMap<Long, Double> byTotal) {
    results.say(
        "Two characters drawn from business scopes, %d queries after %d to warm up, %,d rows, 50 a"
            + " page with exact total.",
        QUERIES, WARM_UP, rows);
    results.say("");
    results.say("| ms | p50 | p95 | p99 |");
    results.say("|---|---:|---:|---:|");
    results.say(
        "| endpoint | %.1f | %.1f | %.1f |", at(endpoint, 50), at(endpoint, 95), at(endpoint, 99));
    results.say(
        "| the same SELECT by JDBC | %.1f | %.1f | %.1f |",
        at(select, 50), at(select, 95), at(select, 99));
    results.say(
        "| ratio | %.1f | %.1f | %.1f |",
        at(endpoint, 50) / at(select, 50),
        at(endpoint, 95) / at(select, 95),
        at(endpoint, 99) / at(select, 99));
    results.say("");
    results.say(
        "Hits a query: from %,d to %,d; the SELECT with most hits took %.0f ms.",
        byTotal.firstKey(), byTotal.lastKey(), byTotal.lastEntry().getValue());
  }

  private static long select(Connection jdbc, String pair) throws Exception {
    try (var scope =
            jdbc.prepareStatement(
                "SELECT set_config('mujian.zones', '0', true), set_config('mujian.enterprise', '',"
                    + " true)");
        PreparedStatement sql = jdbc.prepareStatement(SELECT)) {
      scope.execute();
      sql.setArray(1, jdbc.createArrayOf("bigint", new Long[] {0L}));
      sql.setArray(
          2, jdbc.createArrayOf("int", new Integer[] {pair.charAt(0) << 16 | pair.charAt(1)}));
      sql.setString(3, pair);
      sql.setInt(4, 50);
      sql.setLong(5, 0);
      long total = 0;
      try (var row = sql.executeQuery()) {
        while (row.next()) {
          total = row.getLong("total");
        }
      }
      jdbc.commit();
      return total;
    }
  }

  /** Pairs of characters as people type them: from random places of random scopes. */
  private static List<String> pairs(Program program) throws Exception {
    Random random = new Random(7);
    try (Connection database = program.superuser();
        var sql = database.createStatement();
        var row =
            sql.executeQuery(
                "SELECT scope FROM enterprise WHERE scope IS NOT NULL ORDER BY md5(id::text) LIMIT"
                    + " 2000")) {
      java.util.ArrayList<String> pairs = new java.util.ArrayList<>();
      while (row.next() && pairs.size() < QUERIES) {
        String scope = row.getString(1);
        int at = random.nextInt(Math.max(1, scope.length() - 1));
        String pair = scope.substring(at, Math.min(at + 2, scope.length()));
        if (pair.matches("\\p{IsHan}{2}")) {
          pairs.add(pair);
        }
      }
      return pairs;
    }
  }

  /** The file's rows again and again under new ids, with dates and places of other rows. */
  private long multiply(Program program) throws Exception {
    try (Connection database = program.superuser();
        var sql = database.createStatement()) {
      sql.execute("SET session_replication_role = replica");
      sql.execute("SET maintenance_work_mem = '512MB'");
      sql.execute(
          "CREATE TEMP TABLE original AS SELECT id, row_number() OVER (ORDER BY id) AS n, count(*)"
              + " OVER () AS rows FROM enterprise");
      for (int i = 1; i < times; i++) {
        sql.execute("DROP TABLE IF EXISTS more");
        sql.execute(
            """
            CREATE TEMP TABLE more AS
            SELECT nextval('enterprise_id_seq') AS id, a.id AS one, b.id AS two
            FROM original a JOIN original b ON b.n = (a.n * 7919 + %d * 104729) %% a.rows + 1
            """
                .formatted(i));
        sql.execute(
            """
            INSERT INTO enterprise (zone_id, id, name, initials, type, division, province, city, capital, capital_currency, capital_text, registered_on, address, scope, source)
            SELECT 0, m.id, a.name, a.initials, a.type, b.division, b.province, b.city, a.capital, a.capital_currency, a.capital_text, b.registered_on, b.address, a.scope, 'bench'
            FROM more m JOIN enterprise a ON a.zone_id = 0 AND a.id = m.one JOIN enterprise b ON b.zone_id = 0 AND b.id = m.two
            """);
        sql.execute(
            """
            INSERT INTO enterprise_grams (zone_id, enterprise_id, registered_on, capital, division, industry_code, status, initials, name, words, grams)
            SELECT 0, m.id, b.registered_on, a.capital, b.division, a.industry_code, a.status, a.initials, a.name, a.words, a.grams
            FROM more m JOIN enterprise_grams a ON a.zone_id = 0 AND a.enterprise_id = m.one JOIN enterprise_grams b ON b.zone_id = 0 AND b.enterprise_id = m.two
            """);
      }
      sql.execute("VACUUM ANALYZE enterprise");
      sql.execute("VACUUM ANALYZE enterprise_grams");
      try (var row = sql.executeQuery("SELECT count(*) FROM enterprise_grams")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static double at(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}

package org.mujian.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Import of the registry file through the API, against COPY of what it left behind into tables made
 * LIKE its own, all indexes included.
 */
record ImportBenchmark(Path jar) {

  private static final int RUNS = 3;
  private static final List<String> TABLES = List.of("enterprise", "enterprise_grams");

  void run(Results results) throws Exception {
    List<Double> imports = new ArrayList<>();
    List<Double> copies = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    String job = "";
    for (int i = 0; i < RUNS; i++) {
      Path data = Files.createTempDirectory("mujian-bench");
      try (Program program = Program.start(jar, data, false)) {
        program.makeToken();
        Path file = RegistryFile.find(data);
        long from = System.nanoTime();
        job = program.importFile(file);
        imports.add(seconds(from));
        try (Connection database = program.superuser();
            Statement sql = database.createStatement()) {
          double[] copied = copy(database, sql);
          copies.add(copied[0] + copied[1]);
          bare.add(copied[0]);
        }
      }
    }
    results.say(
        "Import of the registry file end to end, against COPY of the same rows; median of %d runs,"
            + " each on a fresh data folder.",
        RUNS);
    results.say("");
    results.say("| | seconds | ratio |");
    results.say("|---|---:|---:|");
    results.say(
        "| import through the API: parse, check, stage, commit, audit, search index | %.2f | |",
        median(imports));
    results.say(
        "| COPY into both tables with their indexes (the bigram index among them) | %.2f | %.1f |",
        median(copies), median(ratios(imports, copies)));
    results.say(
        "| COPY into the enterprises' table alone with its indexes | %.2f | %.1f |",
        median(bare), median(ratios(imports, bare)));
    results.say("");
    results.say(
        "All runs: import %s, COPY %s. The job's answer: `%s`",
        imports, copies, job.replaceAll("\"who\":\"[^\"]*\",?", ""));
  }

  /** Seconds for each table: rows out to memory first, not counted, then in as one transaction. */
  private static double[] copy(Connection database, Statement sql) throws Exception {
    var copier = database.unwrap(PGConnection.class).getCopyAPI();
    double[] seconds = new double[TABLES.size()];
    sql.execute("CREATE SCHEMA bench");
    for (int i = 0; i < TABLES.size(); i++) {
      String table = TABLES.get(i);
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      copier.copyOut("COPY " + table + " TO STDOUT", rows);
      sql.execute("CREATE TABLE bench." + table + " (LIKE " + table + " INCLUDING ALL)");
      sql.execute("CHECKPOINT");
      long from = System.nanoTime();
      copier.copyIn(
          "COPY bench." + table + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
      seconds[i] = seconds(from);
    }
    return seconds;
  }

  private static double seconds(long from) {
    return Math.round((System.nanoTime() - from) / 1e7) / 100.0;
  }

  private static List<Double> ratios(List<Double> imports, List<Double> copies) {
    return java.util.stream.IntStream.range(0, imports.size())
        .mapToObj(i -> imports.get(i) / copies.get(i))
        .toList();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}

package org.mujian.bench;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every page for one user, one after the other, with the sample zone and the registry loaded. */
record PagesBenchmark(Path jar) {

  private static final int TIMES = 60;
  private static final int WARM_UP = 15;
  private static final double LIMIT = 150;
  private static final String ZONE = "/z/beifang/";

  private static final List<String> PAGES =
      List.of(
          "today",
          "wall",
          "layers",
          "land",
          "land/outlines",
          "land/parcels/7",
          "land/works",
          "land/works/1",
          "factors",
          "factors/1",
          "projects",
          "projects/1",
          "projects/dispatch",
          "projects/plan",
          "projects/meetings",
          "projects/meetings/1",
          "projects/plans",
          "promotion/structure/petrochemicals",
          "promotion",
          "promotion/chains/petrochemicals",
          "promotion/chains/petrochemicals/refining",
          "promotion/leads",
          "promotion/leads/1",
          "leader",
          "clusters",
          "clusters/1",
          "services",
          "services/matters",
          "governance",
          "governance/rounds/1",
          "reports",
          "reports/1",
          "enterprises",
          "enterprises?q=%E5%A1%91%E6%96%99",
          "enterprises/1",
          "facts",
          "imports",
          "jobs",
          "zone",
          "history",
          "search?q=%E5%A1%91%E6%96%99");

  void run(Results results) throws Exception {
    Path data = Files.createTempDirectory("mujian-bench");
    try (Program program = Program.start(jar, data, false, true)) {
      program.makeToken();
      program.importFile(RegistryFile.find(data));
      double tagging = job(program, "/api/v1/chains/tagging");
      double report = job(program, "/api/v1/reports/weekly?zone=beifang");
      try (var database = program.superuser();
          var sql = database.createStatement()) {
        sql.execute("ANALYZE"); // the server does so by itself about a minute after loading
      }
      program.signIn();
      results.say(
          "%d requests a page after %d to warm up, one at a time, sample zone and registry file"
              + " loaded, statistics gathered.",
          TIMES, WARM_UP);
      results.say("");
      results.say("| page | p50 ms | p95 ms | of the limit of %.0f ms |", LIMIT);
      results.say("|---|---:|---:|---:|");
      for (String page : PAGES) {
        double[] times = times(program, ZONE + page);
        results.say(
            "| %s | %.1f | %.1f | %.2f |",
            page, times[TIMES / 2], times[TIMES * 95 / 100], times[TIMES * 95 / 100] / LIMIT);
      }
      results.say("");
      results.say("| job | seconds |");
      results.say("|---|---:|");
      results.say("| tagging the registry file by all atlases | %.1f |", tagging);
      results.say("| a weekly report, Word and PDF | %.1f |", report);
    }
  }

  private static double job(Program program, String path) throws Exception {
    long from = System.nanoTime();
    HttpResponse<String> asked = program.post(path);
    Matcher id = Pattern.compile("\"(?:id|job)\":(\\d+)").matcher(asked.body());
    if (!id.find()) {
      throw new IllegalStateException(path + ": " + asked.statusCode() + " " + asked.body());
    }
    program.await(id.group(1));
    return (System.nanoTime() - from) / 1e9;
  }

  private static double[] times(Program program, String path) throws Exception {
    double[] times = new double[TIMES];
    for (int i = -WARM_UP; i < TIMES; i++) {
      long from = System.nanoTime();
      HttpResponse<String> answer = program.page(path);
      if (i >= 0) {
        times[i] = (System.nanoTime() - from) / 1e6;
      }
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode());
      }
    }
    Arrays.sort(times);
    return times;
  }
}

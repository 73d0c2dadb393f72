package org.mujian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start command to the first page on existing data, and resident memory. */
record StartBenchmark(Path jar) {

  private static final int RUNS = 5;

  void run(Results results) throws Exception {
    Path data = Files.createTempDirectory("mujian-bench");
    long from = System.nanoTime();
    Program.start(jar, data, true).close();
    double first = (System.nanoTime() - from) / 1e9;
    List<Double> warm = new ArrayList<>();
    List<Long> resident = List.of();
    for (int i = 0; i < RUNS; i++) {
      from = System.nanoTime();
      try (Program program = Program.start(jar, data, i < RUNS - 1)) {
        warm.add(Math.round((System.nanoTime() - from) / 1e7) / 100.0);
        resident = program.residentMb();
      }
    }
    results.say("| | |");
    results.say("|---|---:|");
    results.say("| start command to first page, empty data folder | %.1f s |", first);
    results.say(
        "| the same on existing data, median of %d | %.1f s |",
        RUNS, warm.stream().sorted().toList().get(RUNS / 2));
    results.say(
        "| resident memory of the program after the first page | %d MB |", resident.getFirst());
    results.say(
        "| of the database server's processes, shared pages once | %d MB |", resident.getLast());
  }
}

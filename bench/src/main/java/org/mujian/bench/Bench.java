package org.mujian.bench;

import java.nio.file.Path;

/** Runs the benchmark named by the first argument and writes its result. */
final class Bench {

  private Bench() {}

  public static void main(String[] names) throws Exception {
    Path jar = Path.of("..", "app", "target", "mujian.jar").toAbsolutePath().normalize();
    String name = names.length == 0 ? "" : names[0];
    Results results = new Results(name);
    switch (name) {
      case "import" -> new ImportBenchmark(jar).run(results);
      case "search" -> new SearchBenchmark(jar, 1).run(results);
      case "million" -> new SearchBenchmark(jar, 20).run(results);
      case "start" -> new StartBenchmark(jar).run(results);
      case "pages" -> new PagesBenchmark(jar).run(results);
      case "chain" -> new ChainBenchmark().run(results);
      case "nation" -> new NationBenchmark().run(results);
      case "allocation" -> new AllocationBenchmark(System.getenv()).run(results);
      default ->
          throw new IllegalArgumentException(
              "No benchmark '"
                  + name
                  + "': -Dbench=import, search, million, start, pages, chain, nation or"
                  + " allocation");
    }
    System.out.println(results.write(Path.of("results")));
  }
}

package org.mujian.chain.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.registry.CsvRows;
import org.mujian.chain.registry.CsvTagging;

/**
 * Two workers of one core each, in processes of their own, beside two threads of one process: the
 * same CSV file tagged to a file, wall time, Spark's start-up left out and one round to warm up.
 * Writes a page into the folder that is its argument.
 */
final class SparkBenchmark {

  private static final double AIM = 3;

  private SparkBenchmark() {}

  private interface Work {
    void run() throws IOException;
  }

  public static void main(String[] folder) throws IOException {
    int rows = setting("BENCH_ROWS", 3_000_000);
    int rounds = setting("BENCH_ROUNDS", 5);
    Path scratch = Files.createTempDirectory("mujian-spark");
    Path csv = scratch.resolve("in.csv");
    write(csv, rows);
    Atlas atlas = ShippedAtlases.list().getFirst();
    double process =
        median(
            rounds,
            () -> {
              try (Writer out = Files.newBufferedWriter(scratch.resolve("tags.csv"))) {
                CsvTagging.tag(csv, atlas, 2, out);
              }
            });
    SparkHome.link();
    SparkSession spark =
        SparkSession.builder()
            .appName("bench")
            .master("local-cluster[2,1,2048]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 8)
            .config("spark.executor.memory", "2g")
            .config("spark.executor.extraClassPath", SparkHome.classes())
            .config("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"))
            .getOrCreate();
    int[] round = {0};
    double cluster =
        median(
            rounds,
            () -> {
              Path out = scratch.resolve("tags" + round[0]++);
              Main.run(spark, "tag", csv.toString(), out.toString(), "--atlas", atlas.code());
            });
    List<String> one =
        Files.readAllLines(scratch.resolve("tags.csv")).stream().skip(1).sorted().toList();
    boolean equal =
        one.equals(
            ChainOnSparkTest.lines(spark.read().parquet(scratch.resolve("tags0").toString())));
    spark.stop();
    if (!equal) {
      throw new IllegalStateException("Spark and one process differ");
    }
    List<String> page =
        List.of(
            "# spark, " + LocalDate.now(),
            "",
            Runtime.getRuntime().availableProcessors()
                + " processors, Java "
                + System.getProperty("java.version")
                + ".",
            "",
            "%,d rows, %.0f MB of CSV, %,d tags, equal. Wall time, median of %d rounds after one to warm up."
                .formatted(rows, Files.size(csv) / 1e6, one.size(), rounds),
            "",
            "| seconds | |",
            "|---|---:|",
            "| one process, two threads: CSV → CSV | %.2f |".formatted(process),
            "| Spark local-cluster, two workers of one core: CSV → Parquet | %.2f |"
                .formatted(cluster),
            "",
            "**Spark against one process**: %.1f times its time (aim: at most %.1f): %s."
                .formatted(
                    cluster / process, AIM, cluster / process <= AIM ? "reached" : "not reached"));
    page.forEach(System.out::println);
    Path file = Path.of(folder[0], LocalDate.now() + "-spark.md");
    Files.write(file, page);
    System.out.println(file);
  }

  private static int setting(String name, int usual) {
    String given = System.getenv(name);
    return given == null ? usual : Integer.parseInt(given);
  }

  /** The registry file's rows again and again, each with a code of its own; else invented ones. */
  private static void write(Path csv, int rows) throws IOException {
    String data = System.getenv("MUJIAN_TEST_DATA");
    Path real = Path.of(data == null ? "absent" : data, "registry", "liaoning.csv");
    if (!Files.exists(real)) {
      Registers.writeClean(csv, rows);
      return;
    }
    try (Writer out = Files.newBufferedWriter(csv)) {
      for (int n = 0; n < rows; ) {
        try (InputStream in = Files.newInputStream(real)) {
          CsvRows records = new CsvRows(in);
          List<String> header = records.next();
          if (header == null) {
            throw new IOException("The registry file is empty");
          }
          if (n == 0) {
            out.append(line(header));
          }
          int code = header.indexOf("统一社会信用代码");
          for (List<String> row = records.next();
              row != null && n < rows;
              row = records.next(), n++) {
            if (row.size() == header.size()) {
              row.set(code, "91211100%010d".formatted(n));
              out.append(line(row));
            }
          }
        }
      }
    }
  }

  private static String line(List<String> fields) {
    return String.join(
            ",", fields.stream().map(it -> '"' + it.replace("\"", "\"\"") + '"').toList())
        + "\n";
  }

  private static double median(int rounds, Work work) throws IOException {
    work.run(); // to warm up
    double[] seconds = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long from = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - from) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[rounds / 2];
  }
}

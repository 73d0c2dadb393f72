package org.mujian.chain.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.registry.CsvTagging;

/** Two workers in processes of their own; one of them dies. */
class LocalClusterTest {

  private static final Atlas ATLAS = ShippedAtlases.list().getFirst();

  @TempDir static Path folder;
  private static SparkSession spark;
  private static Path csv;
  private static List<String> expected;

  @BeforeAll
  static void start() throws IOException {
    SparkHome.link();
    spark =
        SparkHome.settings()
            .master("local-cluster[2,1,1024]")
            .config("spark.executor.extraClassPath", SparkHome.classes())
            .config("spark.executor.memory", "512m")
            .config("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1")
            .config("spark.executorEnv.JAVA_HOME", System.getProperty("java.home"))
            .getOrCreate();
    csv = Registers.write(folder.resolve("in.csv"), 20_000);
    StringWriter lines = new StringWriter();
    CsvTagging.tag(csv, ATLAS, 2, lines);
    expected = lines.toString().lines().skip(1).sorted().toList();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Stream<ProcessHandle> executors() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"));
  }

  private static List<String> tagged(String name) throws IOException {
    Path out = folder.resolve(name);
    assertThat(Main.run(spark, "tag", csv.toString(), out.toString(), "--atlas", "petrochemicals"))
        .isEqualTo(3);
    return ChainOnSparkTest.lines(spark.read().parquet(out.toString()));
  }

  @Test
  void twoProcessesTagAsOneMachineAndAKilledOneChangesNothing() throws IOException {
    assertThat(tagged("tags")).isEqualTo(expected).isNotEmpty();
    assertThat(executors()).as("processes of their own").hasSize(2);
    Killer killer = new Killer();
    spark.sparkContext().addSparkListener(killer);
    assertThat(tagged("again")).isEqualTo(expected);
    assertThat(killer.killed.get()).isEqualTo(1);
    assertThat(killer.lost.get()).as("executors that Spark saw die").isPositive();
  }

  /** Kills an executor when some tasks of the last work are done and others are not. */
  private static final class Killer extends SparkListener {
    final AtomicInteger killed = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (ended.incrementAndGet() >= 20 && killed.compareAndSet(0, 1)) {
        executors().findFirst().orElseThrow().destroyForcibly();
      }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      lost.incrementAndGet();
    }
  }
}

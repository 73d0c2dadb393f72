package org.mujian.chain.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Settings for tests, and a Spark home of links to the jars in use: executors are started from it.
 */
final class SparkHome {

  private SparkHome() {}

  static SparkSession.Builder settings() {
    return SparkSession.builder()
        .appName("test")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.codegen.wholeStage", false) // small data: compiling takes longer
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/warehouse");
  }

  /** The folder that the environment names SPARK_HOME. */
  static void link() {
    String home = System.getenv("SPARK_HOME");
    if (home == null) {
      throw new IllegalStateException("SPARK_HOME is not set: the build sets it for tests");
    }
    try {
      Path jars = Files.createDirectories(Path.of(home, "jars"));
      for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
        Path link = jars.resolve(Path.of(entry).getFileName());
        if (entry.endsWith(".jar") && !Files.exists(link)) {
          Files.deleteIfExists(link);
          Files.createSymbolicLink(link, Path.of(entry));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders of classes, which no folder of jars can hold. */
  static String classes() {
    StringBuilder classes = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      if (!entry.endsWith(".jar")) {
        classes.append(classes.isEmpty() ? "" : java.io.File.pathSeparator).append(entry);
      }
    }
    return classes.toString();
  }
}

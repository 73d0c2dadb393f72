package org.mujian.chain.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.mujian.chain.registry.RegistryCsv;

/** What {@code spark-submit} runs. */
public final class Main {

  private static final String USAGE =
      """
      用法 usage: spark-submit … mujian-chain-spark.jar
        tag     IN OUT --atlas CODE|YAML              打标 tags a register, or one encoded before
        encode  IN OUT                                编码 encodes a register: items and rows
        profile IN OUT --atlas CODE|YAML [--digits N] 画像 links by region (2, 4 or 6 digits; 6)
      IN: CSV（UTF-8）、一个目录的 CSV 或 Parquet；OUT: 新目录，写 Parquet\
      """;

  /** Something was left out; the rest is done. */
  private static final int FAULTS = 3;

  private Main() {}

  public static void main(String[] args) throws IOException {
    int code;
    try (SparkSession spark = SparkSession.builder().appName("mujian chain").getOrCreate()) {
      code = run(spark, args);
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(SparkSession spark, String... args) {
    try {
      return new Asked(args).run(spark);
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println(e);
      return 1;
    }
  }

  /** What was asked for. */
  private static final class Asked {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    Asked(String[] args) {
      for (int i = 0; i < args.length; i++) {
        if (args[i].startsWith("--")) {
          options.put(args[i], i + 1 < args.length ? args[++i] : "");
        } else {
          words.add(args[i]);
        }
      }
    }

    int run(SparkSession spark) throws IOException {
      if (words.size() != 3) {
        System.err.println(USAGE);
        return 2;
      }
      Configuration files = spark.sparkContext().hadoopConfiguration();
      String in = words.get(1);
      String out = words.get(2);
      if (new Path(out).getFileSystem(files).exists(new Path(out))) {
        throw new Refused("目录 " + out + " 已经存在，请换一个");
      }
      switch (words.getFirst()) {
        case "tag" -> {
          AtlasSource atlas = AtlasSource.of(option("--atlas"), files);
          if (new Path(in, "items").getFileSystem(files).exists(new Path(in, "items"))) {
            EncodedOnSpark.read(spark, in).tags(atlas).write().parquet(out);
            return 0;
          }
          ChainOnSpark chain = new ChainOnSpark(spark, in);
          chain.tags(atlas).write().parquet(out);
          return told(chain.read());
        }
        case "encode" -> {
          ChainOnSpark chain = new ChainOnSpark(spark, in);
          EncodedOnSpark.of(chain).write(out);
          return told(chain.read());
        }
        case "profile" -> {
          AtlasSource atlas = AtlasSource.of(option("--atlas"), files);
          ChainOnSpark chain = new ChainOnSpark(spark, in);
          Profiles profiles = new Profiles(chain, atlas, digits());
          profiles.links.write().parquet(out + "/links");
          profiles.regions.write().parquet(out + "/regions");
          profiles.quotients.write().parquet(out + "/quotients");
          return told(chain.read());
        }
        default -> {
          System.err.println(USAGE);
          return 2;
        }
      }
    }

    private String option(String name) {
      String value = options.getOrDefault(name, "");
      if (value.isEmpty()) {
        throw new Refused("缺少 " + name + "\n" + USAGE);
      }
      return value;
    }

    private int digits() {
      String digits = options.getOrDefault("--digits", "6");
      if (!List.of("2", "4", "6").contains(digits)) {
        throw new Refused("--digits 应是 2、4 或 6，不是 " + digits);
      }
      return Integer.parseInt(digits);
    }

    private static int told(RegistryCsv.Read read) {
      System.out.printf("读入 %,d 家企业 rows read%n", read.rows());
      if (read.wrongFields() > 0) {
        System.out.printf("列数不对而跳过 %,d 行，第一处在第 %d 行%n", read.wrongFields(), read.firstWrong());
        return FAULTS;
      }
      return 0;
    }
  }
}

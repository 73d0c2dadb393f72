package org.mujian.chain.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.chain.Atlas;
import org.mujian.chain.ChainFiles;
import org.mujian.chain.Link;
import org.mujian.chain.Role;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.profile.Profile;
import org.mujian.chain.profile.TagTable;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.RegistryTagging;
import org.mujian.chain.registry.Stored;
import org.mujian.chain.registry.TagLines;

/** On Spark every answer is that of one machine. */
class ChainOnSparkTest {

  private static final Atlas ATLAS = ShippedAtlases.list().getFirst();

  @TempDir static Path folder;
  private static SparkSession spark;
  private static Path csv;
  private static Path registry;

  @BeforeAll
  static void start() throws IOException {
    spark = SparkHome.settings().master("local[2]").getOrCreate();
    csv = Registers.write(folder.resolve("in.csv"), 6000);
    registry = folder.resolve("registry.mjr");
    ChainFiles.encode(csv, registry, false, 2);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static List<String> one(Path registry) throws IOException {
    StringWriter lines = new StringWriter();
    ChainFiles.tag(registry, ATLAS, 2, lines);
    return lines.toString().lines().skip(1).sorted().toList();
  }

  static List<String> lines(Dataset<Row> tags) {
    List<String> lines = new ArrayList<>();
    for (Row tag : tags.collectAsList()) {
      StringBuilder line = new StringBuilder();
      TagLines.append(
          line,
          tag.getLong(0),
          tag.getString(1),
          tag.getString(2),
          tag.getString(3),
          tag.getInt(4),
          tag.getString(5));
      lines.add(line.toString().strip());
    }
    lines.sort(null);
    return lines;
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private int run(Object... args) {
    return Main.run(spark, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
  }

  private static Dataset<Row> parquet(Path path) {
    return spark.read().parquet(path.toString());
  }

  @Test
  void tagsOfACsvFileAreThoseOfOneMachine() throws IOException {
    assertThat(run("tag", csv, out("tags"), "--atlas", "petrochemicals"))
        .as("a row has the wrong number of fields")
        .isEqualTo(3);
    assertThat(lines(parquet(out("tags")))).isEqualTo(one(registry)).hasSizeGreaterThan(3000);
  }

  @Test
  void tagsOfParquetAndOfManyFilesAreThoseOfOneMachine() throws IOException {
    Path many = Files.createDirectories(out("many"));
    Path all = Registers.writeClean(out("clean.csv"), 3000);
    List<String> rows = Files.readAllLines(all);
    for (int i = 0; i < 3; i++) {
      List<String> part = new ArrayList<>(List.of(rows.getFirst()));
      part.addAll(rows.subList(1 + i * 1000, 1 + (i + 1) * 1000));
      Files.write(many.resolve("part" + i + ".csv"), part);
    }
    Path clean = out("clean.mjr");
    ChainFiles.encode(all, clean, false, 1);
    assertThat(run("tag", many, out("tags-many"), "--atlas", "petrochemicals")).isZero();
    assertThat(lines(parquet(out("tags-many")))).isEqualTo(one(clean));
    spark
        .read()
        .option("header", true)
        .csv(all.toString())
        .coalesce(1)
        .write()
        .parquet(out("parquet").toString());
    assertThat(run("tag", out("parquet"), out("tags-parquet"), "--atlas", "petrochemicals"))
        .isZero();
    assertThat(lines(parquet(out("tags-parquet")))).isEqualTo(one(clean)).isNotEmpty();
  }

  @Test
  void whatIsEncodedIsWhatOneMachineEncodesAndIsTaggedAlike() throws IOException {
    assertThat(run("encode", csv, out("encoded"))).isEqualTo(3);
    EncodedRegistry one = EncodedRegistry.open(registry);
    List<String> items = new ArrayList<>();
    parquet(out("encoded/items"))
        .orderBy("item")
        .collectAsList()
        .forEach(row -> items.add(row.getInt(0) + " " + row.getString(1) + " " + row.getInt(2)));
    assertThat(items)
        .isEqualTo(
            IntStream.range(0, one.items())
                .mapToObj(
                    i -> i + " " + Stored.item(one, i).text() + " " + Stored.item(one, i).kind())
                .toList());
    List<Stored.Row> rows = new ArrayList<>();
    for (Row row : parquet(out("encoded/rows")).orderBy("row").collectAsList()) {
      rows.add(
          new Stored.Row(
              row.getString(1),
              row.getInt(2),
              row.getInt(3),
              row.getInt(4),
              row.getLong(5),
              row.getString(6),
              row.getList(8),
              row.getInt(7)));
    }
    assertThat(rows).isEqualTo(Stored.rows(one));
    assertThat(run("tag", out("encoded"), out("retagged"), "--atlas", "petrochemicals")).isZero();
    assertThat(lines(parquet(out("retagged")))).isEqualTo(one(registry));
  }

  @Test
  void profilesAreThoseOfOneMachine() throws IOException {
    run("profile", csv, out("profile"), "--atlas", "petrochemicals", "--digits", "4");
    Profile one =
        Profile.of(TagTable.of(RegistryTagging.of(EncodedRegistry.open(registry), ATLAS, 1), 1), 4);
    long enterprises = 0;
    for (Row row : parquet(out("profile/links")).collectAsList()) {
      Role role = Role.of(row.getString(3));
      assertThat(row.getLong(4))
          .isEqualTo(one.entries(row.getString(0), role, row.getInt(1), row.getInt(2)));
      enterprises += row.getLong(4);
    }
    long all = 0;
    for (Link link : ATLAS.links()) {
      for (Role role : Role.values()) {
        all += one.count(link.code(), role, null);
      }
    }
    assertThat(enterprises).isEqualTo(all).isPositive();
    assertThat(parquet(out("profile/regions")).collectAsList())
        .hasSize(one.regions().length)
        .allSatisfy(
            row -> {
              assertThat(row.getLong(1)).isEqualTo(one.enterprises(row.getInt(0)));
              assertThat(row.getDouble(2)).isEqualTo(one.completeness(row.getInt(0)));
            });
    assertThat(parquet(out("profile/quotients")).collectAsList())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.getDouble(4))
                    .isEqualTo(
                        one.locationQuotient(row.getString(0), row.getInt(1)).orElseThrow()));
  }

  @Test
  void whatCannotBeUsedIsRefusedInWords() throws IOException {
    assertThat(refusal("tag", out("none.csv"), out("x"), "--atlas", "petrochemicals"))
        .contains("找不到文件");
    assertThat(refusal("tag", csv, out("x"), "--atlas", "none")).contains("没有图谱 none");
    assertThat(refusal("tag", csv, out("x"))).contains("缺少 --atlas", "usage");
    assertThat(refusal("profile", csv, out("x"), "--atlas", "plastics", "--digits", "3"))
        .contains("应是 2、4 或 6");
    assertThat(refusal("tag", csv, folder, "--atlas", "plastics")).contains("已经存在");
    Path open = Files.writeString(out("open.csv"), "企业名称,经营范围\n甲,染料\n乙,\"染料\n");
    assertThat(refusal("encode", open, out("x"))).contains("open.csv：第 3 行的引号没有结束");
    Path other = Files.writeString(out("other.csv"), "企业名称,范围\n甲,染料\n");
    assertThat(refusal("encode", other, out("x"))).contains("没有“经营范围”一列");
    Path empty = Files.writeString(out("empty.csv"), "");
    assertThat(refusal("encode", empty, out("x"))).contains("文件是空的");
    assertThat(out("x")).doesNotExist();
  }

  private String refusal(Object... args) {
    java.io.PrintStream before = System.err;
    var said = new java.io.ByteArrayOutputStream();
    System.setErr(new java.io.PrintStream(said, true, java.nio.charset.StandardCharsets.UTF_8));
    try {
      assertThat(run(args)).isPositive();
    } finally {
      System.setErr(before);
    }
    return said.toString(java.nio.charset.StandardCharsets.UTF_8);
  }
}

package org.mujian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain engine from the command line, on files of our own. */
class ChainCommandTest {

  private static final String CSV =
      """
      企业名称,统一社会信用代码,注册日期,注册资金,经营范围
      甲染料厂,91211102MA0000000X,2001-02-03,1000(万元人民币),染料、油墨
      乙公司,91210102MA0000000X,2003-02-03,,染料生产；涂料销售
      """;

  @TempDir Path folder;
  private Path csv;
  private Path registry;

  @BeforeEach
  void aFile() throws IOException {
    csv = Files.writeString(folder.resolve("in.csv"), CSV);
    registry = folder.resolve("registry.mjr");
  }

  private record Ran(int code, String out, String err) {}

  private static Ran run(Object... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code =
          Commands.run(java.util.Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
      return new Ran(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void aRegistryIsEncodedTaggedAndProfiled() throws IOException {
    Ran encoded = run("chain", "encode", csv, registry);
    assertThat(encoded.code()).isZero();
    assertThat(encoded.out()).contains("读入 2 家企业");
    Path tags = folder.resolve("tags.csv");
    assertThat(run("chain", "tag", registry, "--atlas", "petrochemicals", "--out", tags).code())
        .isZero();
    assertThat(Files.readString(tags))
        .contains("0,91211102MA0000000X,dyes,makes,70,\"染料\"")
        .contains("1,91210102MA0000000X,coatings,trades,30,\"涂料\"");
    Ran profile =
        run("chain", "profile", registry, "--atlas", "petrochemicals", "--region", "2111");
    assertThat(profile.out())
        .contains("2111：企业 1 家", "dyes\t染料\t1\t2\t1.00\t1\t0\t0\t0\t10000000\t2.0");
    assertThat(
            run(
                    "chain",
                    "profile",
                    registry,
                    "--atlas",
                    "petrochemicals",
                    "--region",
                    "2111",
                    "--candidates",
                    "dyes")
                .out())
        .contains("91210102MA0000000X\t210102\t70");
    assertThat(run("chain", "bench", registry).out()).contains("2 家");
  }

  @Test
  void appendingReplacesTheSameCode() throws IOException {
    run("chain", "encode", csv, registry);
    Files.writeString(csv, CSV.replace("染料、油墨", "轮胎"));
    assertThat(run("chain", "encode", csv, registry, "--append").out()).contains("登记库共 4 家");
    assertThat(
            run("chain", "profile", registry, "--atlas", "petrochemicals", "--region", "2111")
                .out())
        .contains("2111：企业 1 家", "tyres\t轮胎\t1\t1");
  }

  @Test
  void wrongRowsAreToldAndWhatCannotBeUsedIsRefusedInWords() throws IOException {
    Files.writeString(csv, CSV + "丙,缺列\n");
    Ran encoded = run("chain", "encode", csv, registry);
    assertThat(encoded.code()).isEqualTo(Commands.FAULTS);
    assertThat(encoded.out()).contains("跳过 1 行，第一处在第 4 行");
    assertThat(run("chain", "encode", folder.resolve("none"), registry).err()).contains("找不到文件");
    assertThat(run("chain", "tag", registry, "--atlas", "none").err())
        .contains("没有图谱 none", "petrochemicals、plastics");
    assertThat(run("chain", "profile", registry, "--atlas", "plastics", "--region", "盘锦").err())
        .contains("应是 2、4 或 6 位数字");
    Files.write(registry, new byte[100]);
    Ran damaged = run("chain", "tag", registry, "--atlas", "plastics");
    assertThat(damaged.code()).isEqualTo(Commands.NOT_DONE);
    assertThat(damaged.err()).contains("不是母舰的登记库文件", "重新编码");
  }

  @Test
  void aCsvFileIsTaggedStraightAndSaysTheSame() throws IOException {
    run("chain", "encode", csv, registry);
    Path encoded = folder.resolve("encoded.csv");
    Path straight = folder.resolve("straight.csv");
    run("chain", "tag", registry, "--atlas", "petrochemicals", "--out", encoded);
    assertThat(run("chain", "tag", csv, "--atlas", "petrochemicals", "--out", straight).code())
        .isZero();
    assertThat(Files.mismatch(encoded, straight)).isEqualTo(-1);
    Files.writeString(csv, CSV + "丙,缺列\n");
    Ran wrong = run("chain", "tag", csv, "--atlas", "petrochemicals", "--out", straight);
    assertThat(wrong.code()).isEqualTo(Commands.FAULTS);
    assertThat(wrong.out()).contains("跳过 1 行，第一处在第 4 行");
  }

  @Test
  void entriesOfARegionAreListedByYear() {
    run("chain", "encode", csv, registry);
    assertThat(
            run(
                    "chain",
                    "profile",
                    registry,
                    "--atlas",
                    "petrochemicals",
                    "--region",
                    "21",
                    "--entries")
                .out())
        .contains("dyes\t染料\t2001\tmakes\t1", "coatings\t涂料\t2003\ttrades\t1");
  }

  @Test
  void aLeaderPullsLinksByATableOfOnesOwn() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("table.csv"),
            "部门,C25 石油,C26 化工,最终需求\nC25 石油,10,40,50\nC26 化工,20,60,120\n");
    Ran pulled =
        run(
            "chain",
            "pull",
            table,
            "--atlas",
            "petrochemicals",
            "--link",
            "dyes",
            "--output",
            "100");
    assertThat(pulled.code()).isZero();
    assertThat(pulled.out()).contains("link\tname\tupstream\tdownstream", "链外 beyond");
    assertThat(run("chain", "pull", table, "--atlas", "petrochemicals", "--link", "none").err())
        .contains("没有环节 none");
    Path own = Files.writeString(folder.resolve("own.csv"), "环节,部门\nrefining,C25 石油\n");
    assertThat(
            run(
                    "chain",
                    "pull",
                    table,
                    "--atlas",
                    "petrochemicals",
                    "--link",
                    "dyes",
                    "--sectors",
                    own)
                .err())
        .contains("环节 dyes 没有对应的投入产出部门", "--sectors");
    Files.writeString(table, "部门,甲,乙,最终需求\n甲,0,5,0\n乙,5,0,0\n");
    Ran singular = run("chain", "pull", table, "--atlas", "petrochemicals", "--link", "dyes");
    assertThat(singular.code()).isEqualTo(Commands.NOT_DONE);
    assertThat(singular.err()).contains("投入产出表不能用", "奇异");
  }

  @Test
  void theShapeOfAnAtlasIsTold() {
    Ran all = run("chain", "graph", "--atlas", "petrochemicals");
    assertThat(all.out()).contains("link\tname\tfeeders", "\nrefining\t");
    assertThat(
            run("chain", "graph", "--atlas", "petrochemicals", "--from", "refining", "--to", "dyes")
                .out())
        .contains("refining\t", "dyes\t染料");
    run("chain", "encode", csv, registry);
    assertThat(
            run(
                    "chain",
                    "graph",
                    "--atlas",
                    "petrochemicals",
                    "--registry",
                    registry,
                    "--region",
                    "2111")
                .out())
        .contains("missing\tname", "\ntyres\t")
        .doesNotContain("\ndyes\t");
    assertThat(run("chain", "graph", "--atlas", "petrochemicals", "--from", "dyes").err())
        .contains("要一起给");
    assertThat(run("chain", "graph").err()).contains("请用 --atlas");
  }
}

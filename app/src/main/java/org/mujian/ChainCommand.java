package org.mujian;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.ChainFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The chain engine on files, without database and server. */
@Command(
    name = "chain",
    description = {
      "产业链引擎：登记数据编码、打标、画像，引一牵百，图谱分析，不用数据库。",
      "The chain engine on files: encodes a registry, tags it, profiles regions, tells what a"
          + " leader draws and what the atlas's shape says. No database."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ChainCommand.Encode.class,
      ChainCommand.TagAll.class,
      ChainProfileCommand.class,
      ChainPullCommand.class,
      ChainGraphCommand.class,
      ChainCommand.Bench.class
    })
final class ChainCommand {

  private ChainCommand() {}

  /** Says which rows were left out; the exit code. */
  private static int leftOut(long rows, int firstLine) {
    if (rows == 0) {
      return 0;
    }
    Terminal.say(
        "列数不对而跳过 %,d 行，第一处在第 %d 行".formatted(rows, firstLine),
        "%,d rows with a wrong number of fields left out".formatted(rows));
    return Commands.FAULTS;
  }

  @Command(
      name = "encode",
      description = {
        "把登记数据（UTF-8 的 CSV，有“经营范围”一列）编码成登记库文件。",
        "Encodes a registry (CSV in UTF-8 with a column 经营范围) into a registry file."
      },
      mixinStandardHelpOptions = true)
  static final class Encode implements Callable<Integer> {

    @Parameters(
        index = "0",
        paramLabel = "CSV",
        description = {"登记数据", "the registry's rows"})
    private Path csv = Path.of("");

    @Parameters(
        index = "1",
        paramLabel = "FILE",
        description = {"登记库文件", "the registry file to write"})
    private Path file = Path.of("");

    @Option(
        names = "--append",
        description = {
          "接在已有登记库后面；代码相同的以新的为准",
          "goes on behind a registry; a code that comes again counts anew"
        })
    private boolean append;

    @Override
    public Integer call() throws IOException {
      long from = System.nanoTime();
      ChainFiles.Encoded done =
          ChainInput.on(csv, () -> ChainFiles.encode(csv, file, append, ChainInput.THREADS));
      Terminal.say(
          "读入 %,d 家企业，%.1f 秒；登记库共 %,d 家、%,d 种说法，%.1f MB"
              .formatted(
                  done.read(),
                  (System.nanoTime() - from) / 1e9,
                  done.rows(),
                  done.items(),
                  Files.size(file) / 1e6),
          "%,d rows read, %,d in the file, %,d different items"
              .formatted(done.read(), done.rows(), done.items()));
      return leftOut(done.wrongFields(), done.firstWrong());
    }
  }

  @Command(
      name = "tag",
      description = {
        "按图谱给登记库（或直接给 .csv 登记数据）打标，写出 CSV：代码、环节、角色、积分、依据的词。",
        "Tags a registry file, or a .csv file straight, by an atlas; writes CSV: code, link, role,"
            + " score, words."
      },
      mixinStandardHelpOptions = true)
  static final class TagAll implements Callable<Integer> {

    @Mixin private ChainInput.RegistryFile file = new ChainInput.RegistryFile();
    @Mixin private ChainInput.AtlasOption atlas = new ChainInput.AtlasOption();

    @Option(
        names = "--out",
        paramLabel = "CSV",
        description = {"写到文件，缺省写到屏幕", "to a file instead of the screen"})
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
      Atlas read = atlas.read();
      Path to = out;
      if (to == null) {
        Writer csv = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        int code = write(read, csv, false);
        csv.flush(); // and left open: others speak there too
        return code;
      }
      try (Writer csv = Files.newBufferedWriter(to)) {
        return write(read, csv, true);
      }
    }

    private int write(Atlas read, Writer csv, boolean telling) throws IOException {
      return file.on(
          () -> {
            if (!file.path().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".csv")) {
              ChainFiles.tag(file.path(), read, ChainInput.THREADS, csv);
              return 0;
            }
            ChainFiles.TaggedCsv rows =
                ChainFiles.tagCsv(file.path(), read, ChainInput.THREADS, csv);
            return telling
                ? leftOut(rows.wrongFields(), rows.firstWrong())
                : rows.wrongFields() > 0 ? Commands.FAULTS : 0;
          });
    }
  }

  @Command(
      name = "bench",
      description = {
        "在本机量一量：编码好的登记库打标、画像各用多少时间。",
        "Measures on this machine: tagging and profiling of an encoded registry."
      },
      mixinStandardHelpOptions = true)
  static final class Bench implements Callable<Integer> {

    private static final int ROUNDS = 5;

    @Mixin private ChainInput.RegistryFile file = new ChainInput.RegistryFile();
    @Mixin private ChainInput.AtlasOption atlas = new ChainInput.AtlasOption();

    @Override
    public Integer call() throws IOException {
      Atlas read = atlas.readOr("petrochemicals");
      double[] millis = new double[ROUNDS];
      ChainFiles.Counted counted = new ChainFiles.Counted(0, 0, 0);
      for (int round = 0; round < ROUNDS; round++) {
        long from = System.nanoTime();
        counted = file.on(() -> ChainFiles.count(file.path(), read, ChainInput.THREADS));
        millis[round] = (System.nanoTime() - from) / 1e6;
      }
      java.util.Arrays.sort(millis);
      Terminal.say(
          "%,d 家、%,d 种说法、%,d 个标签；打开、打标、按市统计，%d 轮中位 %.0f 毫秒，%d 线程"
              .formatted(
                  counted.rows(),
                  counted.items(),
                  counted.tags(),
                  ROUNDS,
                  millis[ROUNDS / 2],
                  ChainInput.THREADS),
          "%,d rows, %,d tags; opened, tagged and counted by city: median of %d, %.0f ms"
              .formatted(counted.rows(), counted.tags(), ROUNDS, millis[ROUNDS / 2]));
      return 0;
    }
  }
}

package org.mujian;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasReader;
import org.mujian.chain.AtlasRefused;
import org.mujian.chain.ChainFiles;
import org.mujian.chain.RegistryRefused;
import org.mujian.chain.ShippedAtlases;
import org.mujian.launch.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The chain engine on files, without database and server. */
@Command(
    name = "chain",
    description = {
      "产业链引擎：登记数据编码、打标、画像，不用数据库。",
      "The chain engine on files: encodes a registry, tags it, profiles regions. No database."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ChainCommand.Encode.class,
      ChainCommand.TagAll.class,
      ChainCommand.ProfileRegion.class,
      ChainCommand.Bench.class
    })
final class ChainCommand {

  private ChainCommand() {}

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private interface Work<A> {
    A run() throws IOException;
  }

  /** Looks for the file first, and turns an engine's refusal into the command line's. */
  private static <A> A on(Path file, Work<A> work) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("找不到文件 " + file, "there is no file " + file);
    }
    try {
      return work.run();
    } catch (RegistryRefused refused) {
      throw new Refusal(
          String.valueOf(refused.getMessage()), "the registry file cannot be used: encode it anew");
    }
  }

  /** A shipped one by its code, or a file. */
  private static Atlas atlas(String name) throws IOException {
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      try {
        return AtlasReader.read(name, Files.readString(file));
      } catch (AtlasRefused refused) {
        throw new Refusal(String.valueOf(refused.getMessage()), name + " cannot be used");
      }
    }
    List<Atlas> shipped = ShippedAtlases.list();
    String known = shipped.stream().map(Atlas::code).collect(Collectors.joining("、"));
    return shipped.stream()
        .filter(atlas -> atlas.code().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "没有图谱 " + name + "，也没有这个文件；自带的有 " + known,
                    "no atlas or file " + name + "; shipped are " + known));
  }

  @Command(
      name = "encode",
      description = {
        "把登记数据（UTF-8 的 CSV，有“经营范围”一列）编码成登记库文件。",
        "Encodes a registry (CSV in UTF-8 with a column 经营范围) into a registry file."
      },
      mixinStandardHelpOptions = true)
  static final class Encode implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CSV")
    private Path csv = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE")
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
      ChainFiles.Encoded done = on(csv, () -> ChainFiles.encode(csv, file, append));
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
      if (done.wrongFields() > 0) {
        Terminal.say(
            "列数不对而跳过 %,d 行，第一处在第 %d 行".formatted(done.wrongFields(), done.firstWrong()),
            "%,d rows with a wrong number of fields left out".formatted(done.wrongFields()));
        return Commands.FAULTS;
      }
      return 0;
    }
  }

  @Command(
      name = "tag",
      description = {
        "按图谱给登记库打标，写出 CSV：代码、环节、角色、积分、依据的词。",
        "Tags a registry file by an atlas; writes CSV: code, link, role, score, words."
      },
      mixinStandardHelpOptions = true)
  static final class TagAll implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--atlas", required = true, paramLabel = "CODE|YAML")
    private String atlas = "";

    @Option(names = "--out", paramLabel = "CSV")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
      Atlas read = atlas(atlas);
      Path to = out;
      if (to == null) {
        Writer csv = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        write(read, csv);
        csv.flush(); // and left open: others speak there too
      } else {
        try (Writer csv = Files.newBufferedWriter(to)) {
          write(read, csv);
        }
      }
      return 0;
    }

    private void write(Atlas read, Writer csv) throws IOException {
      on(
          file,
          () -> {
            ChainFiles.tag(file, read, THREADS, csv);
            return 0;
          });
    }
  }

  @Command(
      name = "profile",
      description = {
        "一个地区在链上的家底：各环节企业数、区位商、完整度、可引企业。",
        "A region in a chain: enterprises by link, location quotient, completeness, candidates."
      },
      mixinStandardHelpOptions = true)
  static final class ProfileRegion implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--atlas", required = true, paramLabel = "CODE|YAML")
    private String atlas = "";

    @Option(
        names = "--region",
        required = true,
        paramLabel = "DIGITS",
        description = {"行政区划代码的前 2、4 或 6 位", "the first 2, 4 or 6 digits of a division's code"})
    private String region = "";

    @Option(names = "--candidates", paramLabel = "LINK")
    private @Nullable String candidates;

    private static final int MOST = 50;

    @Override
    public Integer call() throws IOException {
      if (!region.matches("\\d{2}|\\d{4}|\\d{6}")) {
        throw new Refusal("地区“" + region + "”应是 2、4 或 6 位数字", "no region: " + region);
      }
      Atlas read = atlas(atlas);
      String link = candidates;
      if (link == null) {
        tell(read, on(file, () -> ChainFiles.profile(file, read, region, THREADS)));
      } else if (read.find(link).isEmpty()) {
        throw new Refusal("图谱没有环节 " + link, "the atlas has no link " + link);
      } else {
        tell(on(file, () -> ChainFiles.candidates(file, read, link, region, MOST)));
      }
      return 0;
    }

    private static void tell(List<ChainFiles.Ranked> candidates) {
      System.out.println("code\tdivision\ttotal\trole\twords\tleading\tneighbours\tcapital");
      for (ChainFiles.Ranked c : candidates) {
        System.out.printf(
            "%s\t%06d\t%d\t%d\t%d\t%d\t%d\t%d%n",
            c.code(),
            c.division(),
            c.total(),
            c.role(),
            c.words(),
            c.leading(),
            c.neighbours(),
            c.capital());
      }
    }

    private void tell(Atlas read, ChainFiles.Region here) {
      Terminal.say(
          "%s：企业 %,d 家，%s完整度 %.0f%%"
              .formatted(region, here.enterprises(), read.name(), 100 * here.completeness()),
          "%s: %,d enterprises, %.0f %% of the links filled"
              .formatted(region, here.enterprises(), 100 * here.completeness()));
      System.out.println("link\tname\there\tall\tquotient");
      for (ChainFiles.LinkHere each : here.links()) {
        System.out.printf(
            "%s\t%s\t%d\t%d\t%s%n",
            each.link().code(),
            each.link().name(),
            each.here(),
            each.all(),
            each.quotient().isEmpty() ? "-" : "%.2f".formatted(each.quotient().getAsDouble()));
      }
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

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--atlas", defaultValue = "petrochemicals", paramLabel = "CODE|YAML")
    private String atlas = "";

    @Override
    public Integer call() throws IOException {
      Atlas read = atlas(atlas);
      double[] millis = new double[ROUNDS];
      ChainFiles.Counted counted = new ChainFiles.Counted(0, 0, 0);
      for (int round = 0; round < ROUNDS; round++) {
        long from = System.nanoTime();
        counted = on(file, () -> ChainFiles.count(file, read, THREADS));
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
                  THREADS),
          "%,d rows, %,d tags; opened, tagged and counted by city: median of %d, %.0f ms"
              .formatted(counted.rows(), counted.tags(), ROUNDS, millis[ROUNDS / 2]));
      return 0;
    }
  }
}

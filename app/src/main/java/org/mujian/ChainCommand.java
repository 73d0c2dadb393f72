package org.mujian;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
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
import org.mujian.chain.Link;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.Tag;
import org.mujian.chain.profile.Candidates;
import org.mujian.chain.profile.Profile;
import org.mujian.chain.registry.EncodedRegistry;
import org.mujian.chain.registry.RegistryCsv;
import org.mujian.chain.registry.RegistryRefused;
import org.mujian.chain.registry.RegistryTagging;
import org.mujian.chain.registry.RegistryWriter;
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

  private static EncodedRegistry open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("找不到登记库 " + file, "there is no registry " + file);
    }
    try {
      return EncodedRegistry.open(file);
    } catch (RegistryRefused refused) {
      throw new Refusal(
          String.valueOf(refused.getMessage()), "the registry " + file + " cannot be used");
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
        description = {"接在已有登记库后面；代码相同的以新的为准", "goes on behind a registry; a code that comes again counts anew"})
    private boolean append;

    @Override
    public Integer call() throws IOException {
      if (!Files.isRegularFile(csv)) {
        throw new Refusal("找不到文件 " + csv, "there is no file " + csv);
      }
      long from = System.nanoTime();
      RegistryCsv.Read read;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(csv), 1 << 20);
          RegistryWriter writer =
              append ? RegistryWriter.append(file) : RegistryWriter.create(file)) {
        read = RegistryCsv.read(in, writer::add);
      } catch (RegistryRefused refused) {
        throw new Refusal(String.valueOf(refused.getMessage()), file + " cannot be used");
      }
      EncodedRegistry registry = EncodedRegistry.open(file);
      Terminal.say(
          "读入 %,d 家企业，%.1f 秒；登记库共 %,d 家、%,d 种说法，%.1f MB"
              .formatted(
                  read.rows(),
                  (System.nanoTime() - from) / 1e9,
                  registry.rows(),
                  registry.items(),
                  Files.size(file) / 1e6),
          "%,d rows read, %,d in the file, %,d different items"
              .formatted(read.rows(), registry.rows(), registry.items()));
      if (read.wrongFields() > 0) {
        Terminal.say(
            "列数不对而跳过 %,d 行，第一处在第 %d 行".formatted(read.wrongFields(), read.firstWrong()),
            "%,d rows with a wrong number of fields left out".formatted(read.wrongFields()));
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
      EncodedRegistry registry = open(file);
      RegistryTagging tagging = RegistryTagging.of(registry, atlas(atlas), THREADS);
      Path to = out;
      try (PrintStream csv =
          to == null
              ? new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8)
              : new PrintStream(
                  new java.io.BufferedOutputStream(Files.newOutputStream(to)),
                  false,
                  StandardCharsets.UTF_8)) {
        csv.println("row,credit_code,link,role,score,words");
        for (int row = 0; row < registry.rows(); row++) {
          if (!registry.isReplaced(row)) {
            for (Tag tag : tagging.tags(row)) {
              csv.printf(
                  "%d,%s,%s,%s,%d,%s%n",
                  row,
                  registry.key(row),
                  tag.link(),
                  tag.role().code(),
                  tag.score(),
                  tag.words().stream()
                      .map(Tag.Word::text)
                      .distinct()
                      .collect(Collectors.joining("；", "\"", "\"")));
            }
          }
        }
      }
      return 0;
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

    @Override
    public Integer call() throws IOException {
      if (!region.matches("\\d{2}|\\d{4}|\\d{6}")) {
        throw new Refusal("地区“" + region + "”应是 2、4 或 6 位数字", "no region: " + region);
      }
      Atlas read = atlas(atlas);
      EncodedRegistry registry = open(file);
      RegistryTagging tagging = RegistryTagging.of(registry, read, THREADS);
      String link = candidates;
      if (link != null) {
        if (read.find(link).isEmpty()) {
          throw new Refusal("图谱没有环节 " + link, "the atlas has no link " + link);
        }
        System.out.println("code\tdivision\ttotal\trole\twords\tleading\tneighbours\tcapital");
        for (Candidates.Candidate c : Candidates.rank(tagging, link, region, 50)) {
          System.out.printf(
              "%s\t%06d\t%d\t%d\t%d\t%d\t%d\t%d%n",
              registry.key(c.row()), c.division(), c.total(), c.role(), c.words(), c.leading(),
              c.neighbours(), c.capital());
        }
        return 0;
      }
      Profile profile = Profile.of(tagging, region.length(), THREADS);
      int place = Integer.parseInt(region);
      Terminal.say(
          "%s：企业 %,d 家，%s完整度 %.0f%%"
              .formatted(
                  region,
                  profile.enterprises(place),
                  read.name(),
                  100 * profile.completeness(place)),
          "%s: %,d enterprises, %.0f %% of the links filled"
              .formatted(region, profile.enterprises(place), 100 * profile.completeness(place)));
      System.out.println("link\tname\there\tall\tquotient");
      for (Link each : read.links()) {
        java.util.OptionalDouble quotient = profile.locationQuotient(each.code(), place);
        System.out.printf(
            "%s\t%s\t%d\t%d\t%s%n",
            each.code(),
            each.name(),
            profile.count(each.code(), each.counts(), place),
            profile.count(each.code(), each.counts(), null),
            quotient.isEmpty() ? "-" : "%.2f".formatted(quotient.getAsDouble()));
      }
      return 0;
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
      EncodedRegistry registry = open(file);
      Atlas read = atlas(atlas);
      double[] tag = new double[ROUNDS];
      double[] profile = new double[ROUNDS];
      long[] tags = new long[1];
      for (int round = 0; round < ROUNDS; round++) {
        long from = System.nanoTime();
        RegistryTagging tagging = RegistryTagging.of(registry, read, THREADS);
        tags[0] = 0;
        tagging.sweep((row, link, role, words, leading) -> tags[0]++);
        tag[round] = (System.nanoTime() - from) / 1e6;
        from = System.nanoTime();
        Profile.of(tagging, 4, THREADS);
        profile[round] = (System.nanoTime() - from) / 1e6;
      }
      java.util.Arrays.sort(tag);
      java.util.Arrays.sort(profile);
      Terminal.say(
          "%,d 家、%,d 种说法、%,d 个标签；%d 轮中位：打标 %.0f 毫秒，画像 %.0f 毫秒，%d 线程"
              .formatted(
                  registry.rows(),
                  registry.items(),
                  tags[0],
                  ROUNDS,
                  tag[ROUNDS / 2],
                  profile[ROUNDS / 2],
                  THREADS),
          "%,d rows, %,d tags; median of %d: tagging %.0f ms, profile %.0f ms"
              .formatted(
                  registry.rows(), tags[0], ROUNDS, tag[ROUNDS / 2], profile[ROUNDS / 2]));
      return 0;
    }
  }
}

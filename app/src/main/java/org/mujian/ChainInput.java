package org.mujian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasReader;
import org.mujian.chain.AtlasRefused;
import org.mujian.chain.Link;
import org.mujian.chain.RegistryRefused;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.TableRefused;
import org.mujian.launch.Refusal;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands of the chain engine are given, each in one shape. */
final class ChainInput {

  static final int THREADS = Runtime.getRuntime().availableProcessors();

  private ChainInput() {}

  interface Work<A> {
    A run() throws IOException;
  }

  /** Looks for the file first, and turns an engine's refusal into the command line's. */
  static <A> A on(Path file, Work<A> work) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("找不到文件 " + file, "there is no file " + file);
    }
    try {
      return work.run();
    } catch (RegistryRefused refused) {
      throw new Refusal(
          String.valueOf(refused.getMessage()), "the registry file cannot be used: encode it anew");
    } catch (TableRefused refused) {
      throw new Refusal(
          String.valueOf(refused.getMessage()), "the input-output table cannot be used");
    }
  }

  /** The registry file. */
  static final class RegistryFile {

    @Parameters(
        index = "0",
        paramLabel = "FILE",
        description = {"登记库文件（chain encode 写出的）", "a registry file, as chain encode writes it"})
    private Path file = Path.of("");

    Path path() {
      return file;
    }

    <A> A on(Work<A> work) throws IOException {
      return ChainInput.on(file, work);
    }
  }

  /** The atlas: a shipped one by its code, or a file. */
  static final class AtlasOption {

    @Option(
        names = "--atlas",
        paramLabel = "CODE|YAML",
        description = {"图谱：自带的代码或 YAML 文件", "an atlas: a shipped code or a YAML file"})
    private @Nullable String name;

    Atlas read() throws IOException {
      String given = name;
      if (given == null) {
        throw new Refusal(
            "请用 --atlas 指明图谱：自带的有 " + known(), "name an atlas by --atlas; shipped are " + known());
      }
      return read(given);
    }

    Atlas readOr(String other) throws IOException {
      String given = name;
      return read(given == null ? other : given);
    }

    private static Atlas read(String name) throws IOException {
      Path file = Path.of(name);
      if (Files.isRegularFile(file)) {
        try {
          return AtlasReader.read(name, Files.readString(file));
        } catch (AtlasRefused refused) {
          throw new Refusal(String.valueOf(refused.getMessage()), name + " cannot be used");
        }
      }
      return ShippedAtlases.list().stream()
          .filter(atlas -> atlas.code().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new Refusal(
                      "没有图谱 " + name + "，也没有这个文件；自带的有 " + known(),
                      "no atlas or file " + name + "; shipped are " + known()));
    }

    private static String known() {
      List<Atlas> shipped = ShippedAtlases.list();
      return shipped.stream().map(Atlas::code).collect(Collectors.joining("、"));
    }
  }

  static Link link(Atlas atlas, String code) {
    return atlas
        .find(code)
        .orElseThrow(
            () ->
                new Refusal(
                    "图谱“%s”没有环节 %s".formatted(atlas.name(), code),
                    "the atlas has no link " + code));
  }

  static String region(String digits) {
    if (!digits.matches("\\d{2}|\\d{4}|\\d{6}")) {
      throw new Refusal("地区“" + digits + "”应是 2、4 或 6 位数字", "no region: " + digits);
    }
    return digits;
  }
}

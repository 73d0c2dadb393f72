package org.mujian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.ChainFiles;
import org.mujian.launch.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a leader draws after it. */
@Command(
    name = "pull",
    description = {
      "引一牵百：一个环节落下一家龙头，按投入产出表会带动哪些环节。",
      "What a producer in a link draws up and down the chain, by an input-output table (Leontief,"
          + " Ghosh)."
    },
    mixinStandardHelpOptions = true)
final class ChainPullCommand implements Callable<Integer> {

  @Mixin private ChainInput.AtlasOption atlas = new ChainInput.AtlasOption();

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = {
        "投入产出表（CSV）：方表（部门、最终需求…）或长表（供给部门,使用部门,金额）",
        "an input-output table: square, or long (from,to,amount)"
      })
  private Path table = Path.of("");

  @Option(
      names = "--link",
      required = true,
      paramLabel = "LINK",
      description = {"龙头所在的环节", "the link of the producer"})
  private String link = "";

  @Option(
      names = "--output",
      defaultValue = "1",
      paramLabel = "AMOUNT",
      description = {"它的产值，任何货币单位，缺省 1", "its output in any unit of money, 1 by default"})
  private double output;

  @Option(
      names = "--sectors",
      paramLabel = "CSV",
      description = {
        "环节与部门的对照表（环节,部门）；不给则按部门名称开头的行业代码",
        "the sector of each link; else sectors' names begin with industry codes"
      })
  private @Nullable Path sectors;

  @Override
  public Integer call() throws IOException {
    Atlas read = atlas.read();
    ChainInput.link(read, link);
    if (!(output > 0) || Double.isInfinite(output)) {
      throw new Refusal("产值应是大于零的数，不是 " + output, "the output must be above zero");
    }
    Path own = sectors;
    if (own != null && !Files.isRegularFile(own)) {
      throw new Refusal("找不到文件 " + own, "there is no file " + own);
    }
    ChainFiles.Pull pull =
        ChainInput.on(
            table,
            () -> {
              try {
                return ChainFiles.pull(read, table, own, link, output);
              } catch (IllegalArgumentException unknown) {
                throw new Refusal(
                    unknown.getMessage() + "；请在对照表里给出（--sectors），或让部门名称以行业代码开头",
                    "no sector is known for the link: give it by --sectors");
              }
            });
    System.out.println("link\tname\tupstream\tdownstream");
    for (ChainFiles.PulledLink each : pull.links()) {
      System.out.printf(
          "%s\t%s\t%.6g\t%.6g%n",
          each.link().code(), each.link().name(), each.upstream(), each.downstream());
    }
    System.out.printf("-\t链外 beyond\t%.6g\t%.6g%n", pull.beyondUp(), pull.beyondDown());
    return 0;
  }
}

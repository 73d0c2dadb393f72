package org.mujian;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.ChainFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A region in a chain. */
@Command(
    name = "profile",
    description = {
      "一个地区在链上的家底：各环节企业数、区位商、完整度、可引企业。",
      "A region in a chain: enterprises by link and role, capital, age, entries, location quotient,"
          + " completeness, candidates."
    },
    mixinStandardHelpOptions = true)
final class ChainProfileCommand implements Callable<Integer> {

  private static final int MOST = 50;

  @Mixin private ChainInput.RegistryFile file = new ChainInput.RegistryFile();
  @Mixin private ChainInput.AtlasOption atlas = new ChainInput.AtlasOption();

  @Option(
      names = "--region",
      required = true,
      paramLabel = "DIGITS",
      description = {"行政区划代码的前 2、4 或 6 位", "the first 2, 4 or 6 digits of a division's code"})
  private String region = "";

  @Option(
      names = "--candidates",
      paramLabel = "LINK",
      description = {
        "列出一个环节的可引企业（在地区之外），积分分项",
        "ranks enterprises elsewhere for a link, with the parts"
      })
  private @Nullable String candidates;

  @Option(
      names = "--entries",
      description = {"列出各环节每年新登记的企业数", "lists entries by link, year and role"})
  private boolean entries;

  @Override
  public Integer call() throws IOException {
    ChainInput.region(region);
    Atlas read = atlas.read();
    String link = candidates;
    if (link != null) {
      ChainInput.link(read, link);
      tell(file.on(() -> ChainFiles.candidates(file.path(), read, link, region, MOST)));
      return 0;
    }
    ChainFiles.Region here =
        file.on(() -> ChainFiles.profile(file.path(), read, region, ChainInput.THREADS));
    if (entries) {
      tellEntries(here);
    } else {
      tell(read, here);
    }
    return 0;
  }

  private static void tell(List<ChainFiles.Ranked> candidates) {
    System.out.println(
        "code\tdivision\ttotal\trole\twords\tleading\tindustry\tneighbours\tcapital");
    for (ChainFiles.Ranked c : candidates) {
      System.out.printf(
          "%s\t%06d\t%d\t%d\t%d\t%d\t%d\t%d\t%d%n",
          c.code(),
          c.division(),
          c.total(),
          c.role(),
          c.words(),
          c.leading(),
          c.industry(),
          c.neighbours(),
          c.capital());
    }
  }

  private static void tellEntries(ChainFiles.Region here) {
    System.out.println("link\tname\tyear\trole\tcount");
    for (ChainFiles.Entries each : here.entries()) {
      System.out.printf(
          "%s\t%s\t%d\t%s\t%d%n",
          each.link().code(), each.link().name(), each.year(), each.role().code(), each.count());
    }
  }

  private void tell(Atlas read, ChainFiles.Region here) {
    Terminal.say(
        "%s：企业 %,d 家，%s完整度 %.0f%%"
            .formatted(region, here.enterprises(), read.name(), 100 * here.completeness()),
        "%s: %,d enterprises, %.0f %% of the links filled"
            .formatted(region, here.enterprises(), 100 * here.completeness()));
    System.out.println(
        "link\tname\there\tall\tquotient\tmakes\ttrades\tserves\tunstated\tyuan\tage");
    for (ChainFiles.LinkHere each : here.links()) {
      System.out.printf(
          "%s\t%s\t%d\t%d\t%s\t%s\t%d\t%s%n",
          each.link().code(),
          each.link().name(),
          each.here(),
          each.all(),
          said(each.quotient(), "%.2f"),
          each.roles().stream().map(String::valueOf).collect(Collectors.joining("\t")),
          each.yuan(),
          said(each.age(), "%.1f"));
    }
  }

  private static String said(OptionalDouble number, String form) {
    return number.isEmpty() ? "-" : form.formatted(number.getAsDouble());
  }
}

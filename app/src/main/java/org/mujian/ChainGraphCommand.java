package org.mujian;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasGraph;
import org.mujian.chain.ChainFiles;
import org.mujian.chain.Link;
import org.mujian.launch.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the shape of an atlas tells. */
@Command(
    name = "graph",
    description = {
      "图谱的形状：缺了谁会断哪些环节、谁能替代、最短供给路径、一个地区该补哪些环节。",
      "The atlas's shape: what breaks without a link, substitutes, shortest supply path, which"
          + " links a region lacks."
    },
    mixinStandardHelpOptions = true)
final class ChainGraphCommand implements Callable<Integer> {

  @Mixin private ChainInput.AtlasOption atlas = new ChainInput.AtlasOption();

  @Option(
      names = "--from",
      paramLabel = "LINK",
      description = {"最短供给路径的起点", "the beginning of a shortest path"})
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "LINK",
      description = {"最短供给路径的终点", "its end"})
  private @Nullable String to;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = {
        "登记库：与 --region 一起，列出该地区缺的环节",
        "a registry file: with --region, what it lacks"
      })
  private @Nullable Path registry;

  @Option(
      names = "--region",
      paramLabel = "DIGITS",
      description = {"行政区划代码的前 2、4 或 6 位", "the first 2, 4 or 6 digits of a division's code"})
  private @Nullable String region;

  @Override
  public Integer call() throws IOException {
    Atlas read = atlas.read();
    AtlasGraph graph = new AtlasGraph(read);
    if (both(from, to, "--from", "--to")) {
      path(read, graph, String.valueOf(from), String.valueOf(to));
    } else if (both(registry, region, "--registry", "--region")) {
      missing(read, graph, registry == null ? Path.of("") : registry, String.valueOf(region));
    } else {
      links(read, graph);
    }
    return 0;
  }

  private static boolean both(
      @Nullable Object one, @Nullable Object other, String name, String otherName) {
    if ((one == null) != (other == null)) {
      throw new Refusal(
          name + " 和 " + otherName + " 要一起给", name + " and " + otherName + " go together");
    }
    return one != null;
  }

  private static void path(Atlas atlas, AtlasGraph graph, String from, String to) {
    List<Link> path = graph.shortestPath(ChainInput.link(atlas, from), ChainInput.link(atlas, to));
    if (path.isEmpty()) {
      Terminal.say(
          "从 %s 走不到 %s".formatted(from, to), "no way leads from %s to %s".formatted(from, to));
      return;
    }
    System.out.println("link\tname");
    path.forEach(link -> System.out.printf("%s\t%s%n", link.code(), link.name()));
  }

  private static void missing(Atlas atlas, AtlasGraph graph, Path registry, String region)
      throws IOException {
    ChainInput.region(region);
    ChainFiles.Region here =
        ChainInput.on(
            registry, () -> ChainFiles.profile(registry, atlas, region, ChainInput.THREADS));
    Set<String> present =
        here.links().stream()
            .filter(each -> each.here() > 0)
            .map(each -> each.link().code())
            .collect(Collectors.toSet());
    System.out.println("missing\tname\tneighbours_present");
    for (AtlasGraph.Missing each : graph.missing(present)) {
      System.out.printf("%s\t%s\t%d%n", each.link().code(), each.link().name(), each.neighbours());
    }
  }

  private static void links(Atlas atlas, AtlasGraph graph) {
    System.out.println("link\tname\tfeeders\tfed\tbroken_without\tbroken\tsubstitutes");
    for (Link link : atlas.links()) {
      List<Link> broken = graph.brokenWithout(link);
      System.out.printf(
          "%s\t%s\t%d\t%d\t%d\t%s\t%s%n",
          link.code(),
          link.name(),
          atlas.upstreamOf(link).size(),
          atlas.downstreamOf(link).size(),
          broken.size(),
          broken.stream().map(Link::code).collect(Collectors.joining(",")),
          graph.substitutes(link).stream()
              .map(it -> "%s:%.2f".formatted(it.link().code(), it.shared()))
              .collect(Collectors.joining(",")));
    }
  }
}

package org.mujian.promotion.chain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.chain.Atlas;
import org.mujian.chain.AtlasGraph;
import org.mujian.chain.Link;
import org.springframework.stereotype.Component;

/**
 * What the shape of each chain tells, reckoned once: an atlas never changes while the program runs.
 */
@Component
public class Shapes {

  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  /**
   * @param breaks by link, the links that no beginning reaches without it
   * @param substitutes by link, those that feed the same, the most alike first
   */
  public record Shape(
      AtlasGraph graph,
      Map<String, List<Link>> breaks,
      Map<String, List<AtlasGraph.Substitute>> substitutes) {}

  public Shape of(Atlas atlas) {
    return shapes.computeIfAbsent(atlas.code(), code -> reckon(atlas));
  }

  private static Shape reckon(Atlas atlas) {
    AtlasGraph graph = new AtlasGraph(atlas);
    return new Shape(graph, byLink(atlas, graph::brokenWithout), byLink(atlas, graph::substitutes));
  }

  private static <T> Map<String, T> byLink(Atlas atlas, Function<Link, T> of) {
    return atlas.links().stream().collect(Collectors.toUnmodifiableMap(Link::code, of));
  }
}

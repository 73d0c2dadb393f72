package org.mujian.chain.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;

/**
 * Which links a producer of one link would draw: up the chain by what it needs (Leontief), down by
 * what its output lets others make (Ghosh).
 *
 * <p>A sector's demand goes in equal parts to those of its links that the chain leads to from the
 * producer's; what goes to sectors without such a link leaves the chain and is given as such. Equal
 * parts are an assumption where an atlas says no shares.
 */
public final class PullThrough {

  private final Atlas atlas;
  private final InputOutput table;
  private final Map<String, Integer> sectors;

  /**
   * @param sectors of the links: place in the table; links that are absent take part in nothing
   */
  public PullThrough(Atlas atlas, InputOutput table, Map<String, Integer> sectors) {
    this.atlas = atlas;
    this.table = table;
    this.sectors = Map.copyOf(sectors);
    sectors.forEach(
        (link, sector) -> {
          if (atlas.find(link).isEmpty() || sector < 0 || sector >= table.sectors().size()) {
            throw new IllegalArgumentException("环节 " + link + " 或部门 " + sector + " 不存在");
          }
        });
  }

  /**
   * @param upstream demand in the unit of the output asked about
   * @param downstream output made possible
   */
  public record Pulled(String link, double upstream, double downstream) {}

  /**
   * @param beyondUp demand that leaves the chain
   */
  public record Answer(List<Pulled> links, double beyondUp, double beyondDown) {}

  /**
   * @param output of the producer in {@code link}, in any unit of money
   */
  public Answer of(String link, double output) {
    Link start = atlas.find(link).orElseThrow();
    Integer sector = sectors.get(link);
    if (sector == null) {
      throw new IllegalArgumentException("环节 " + link + " 没有对应的投入产出部门");
    }
    Spread up = spread(start, table.leontief(sector), sector, output, atlas::upstreamOf);
    Spread down = spread(start, table.ghosh(sector), sector, output, atlas::downstreamOf);
    Set<String> all = new LinkedHashSet<>(up.byLink.keySet());
    all.addAll(down.byLink.keySet());
    List<Pulled> pulled = new ArrayList<>();
    for (String each : all) {
      pulled.add(
          new Pulled(each, up.byLink.getOrDefault(each, 0.0), down.byLink.getOrDefault(each, 0.0)));
    }
    pulled.sort(
        Comparator.comparingDouble((Pulled p) -> -(p.upstream + p.downstream))
            .thenComparing(Pulled::link));
    return new Answer(List.copyOf(pulled), up.beyond, down.beyond);
  }

  private record Spread(Map<String, Double> byLink, double beyond) {}

  private Spread spread(
      Link start, double[] effect, int own, double output, Function<Link, List<Link>> next) {
    Map<Integer, List<String>> takers = new HashMap<>();
    for (Link link : reachable(start, next)) {
      Integer sector = sectors.get(link.code());
      if (sector != null) {
        takers.computeIfAbsent(sector, x -> new ArrayList<>()).add(link.code());
      }
    }
    Map<String, Double> byLink = new HashMap<>();
    double beyond = 0;
    for (int s = 0; s < effect.length; s++) {
      double amount = output * (effect[s] - (s == own ? 1 : 0));
      List<String> links = takers.getOrDefault(s, List.of());
      for (String link : links) {
        byLink.merge(link, amount / links.size(), Double::sum);
      }
      beyond += links.isEmpty() ? amount : 0;
    }
    return new Spread(byLink, beyond);
  }

  private static Set<Link> reachable(Link start, Function<Link, List<Link>> next) {
    Set<Link> seen = new LinkedHashSet<>();
    Deque<Link> queue = new ArrayDeque<>(next.apply(start));
    while (!queue.isEmpty()) {
      Link link = queue.remove();
      if (seen.add(link)) {
        queue.addAll(next.apply(link));
      }
    }
    return seen;
  }
}

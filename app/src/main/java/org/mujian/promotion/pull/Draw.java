package org.mujian.promotion.pull;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.LeaderPull;
import org.mujian.chain.Link;

/**
 * What a leader draws: the table tells how much of each sector, the atlas which of the sector's
 * links.
 *
 * @param beyondUp demand that goes to sectors without a link on the way
 */
public record Draw(
    List<Drawn> links, List<LeaderPull.OfSector> sectors, double beyondUp, double beyondDown) {

  /**
   * A link drawn, amounts in the unit of the output.
   *
   * @param sector its name
   * @param tonnes of this link's product in a tonne of the leader's, where the atlas knows; the
   *     link's part of its sector's demand follows it when it is known of at least two
   * @param weighed whether its part of the demand follows {@code tonnes}; else it is an equal one
   */
  public record Drawn(
      Link link,
      String sector,
      double upstream,
      double downstream,
      @Nullable BigDecimal tonnes,
      boolean weighed) {}

  static Draw of(IoTable table, Atlas atlas, Link leader, double output) {
    Map<String, Integer> places = table.sectorsOf(atlas);
    LeaderPull.Answer answer =
        IoTable.solved(table.sectors()).of(atlas, places, leader.code(), output);
    Map<Link, BigDecimal> tonnes = tonnes(atlas, leader);
    Map<Link, Double> up = new LinkedHashMap<>();
    Map<Link, Double> down = new LinkedHashMap<>();
    Set<Link> weighed = new LinkedHashSet<>();
    double beyondUp = 0;
    double beyondDown = 0;
    List<Link> sources = reached(leader, atlas::upstreamOf);
    List<Link> users = reached(leader, atlas::downstreamOf);
    for (int s = 0; s < answer.sectors().size(); s++) {
      LeaderPull.OfSector sector = answer.sectors().get(s);
      List<Link> above = of(sources, places, s);
      List<Link> below = of(users, places, s);
      beyondUp += above.isEmpty() ? sector.upstream() : 0;
      beyondDown += below.isEmpty() ? sector.downstream() : 0;
      Map<Link, Double> shares = shares(above, tonnes, weighed);
      shares.forEach((link, share) -> up.merge(link, share * sector.upstream(), Double::sum));
      below.forEach(link -> down.merge(link, sector.downstream() / below.size(), Double::sum));
    }
    List<Drawn> drawn = new ArrayList<>();
    Set<Link> all = new LinkedHashSet<>(up.keySet());
    all.addAll(down.keySet());
    for (Link link : all) {
      drawn.add(
          new Drawn(
              link,
              table.sectors().get(Objects.requireNonNull(places.get(link.code()))).name(),
              up.getOrDefault(link, 0.0),
              down.getOrDefault(link, 0.0),
              tonnes.get(link),
              weighed.contains(link)));
    }
    drawn.sort(
        Comparator.comparingDouble((Drawn d) -> -(d.upstream + d.downstream))
            .thenComparing(d -> d.link.code()));
    return new Draw(List.copyOf(drawn), answer.sectors(), beyondUp, beyondDown);
  }

  private static List<Link> of(List<Link> links, Map<String, Integer> places, int sector) {
    return links.stream().filter(link -> Objects.equals(places.get(link.code()), sector)).toList();
  }

  /**
   * The part of each link in its sector's demand. Those whose tonnes are known share, by tonnes,
   * what they would get together in equal parts: not to be known makes a link neither less nor
   * more.
   */
  private static Map<Link, Double> shares(
      List<Link> links, Map<Link, BigDecimal> tonnes, Set<Link> weighed) {
    List<Link> known = links.stream().filter(tonnes::containsKey).toList();
    double sum = known.stream().mapToDouble(link -> amount(tonnes, link)).sum();
    Map<Link, Double> shares = new LinkedHashMap<>();
    for (Link link : links) {
      boolean byTonnes = known.size() > 1 && tonnes.containsKey(link);
      double part = byTonnes ? known.size() * amount(tonnes, link) / sum : 1;
      shares.put(link, part / links.size());
      if (byTonnes) {
        weighed.add(link);
      }
    }
    return shares;
  }

  private static double amount(Map<Link, BigDecimal> tonnes, Link link) {
    return Objects.requireNonNull(tonnes.get(link)).doubleValue();
  }

  /** Of each link above, the tonnes in one tonne of the leader's product, by all ways known. */
  static Map<Link, BigDecimal> tonnes(Atlas atlas, Link leader) {
    Map<Link, BigDecimal> tonnes = new HashMap<>();
    add(atlas, leader, BigDecimal.ONE, tonnes);
    return tonnes;
  }

  /** Ends because an atlas has no cycles. */
  private static void add(Atlas atlas, Link link, BigDecimal tonnes, Map<Link, BigDecimal> found) {
    for (Link.Input input : link.inputs()) {
      Link from = atlas.find(input.of()).orElseThrow();
      BigDecimal more = tonnes.multiply(input.perTonne());
      found.merge(from, more, BigDecimal::add);
      add(atlas, from, more, found);
    }
  }

  private static List<Link> reached(Link start, Function<Link, List<Link>> next) {
    Set<Link> seen = new LinkedHashSet<>();
    Deque<Link> queue = new ArrayDeque<>(next.apply(start));
    while (!queue.isEmpty()) {
      Link link = queue.remove();
      if (seen.add(link)) {
        queue.addAll(next.apply(link));
      }
    }
    return List.copyOf(seen);
  }
}

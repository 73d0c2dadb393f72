package org.mujian.promotion.pull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.LeaderPull;
import org.mujian.chain.Link;

/**
 * An input-output table of a zone.
 *
 * @param year that it is of; null when it was not said
 * @param source empty when it was not said
 * @param madeBy who brought it in
 */
public record IoTable(
    long id,
    String name,
    @Nullable Integer year,
    String source,
    Instant madeAt,
    String madeBy,
    boolean sample,
    int version,
    List<Sector> sectors) {

  /**
   * @param codes GB/T 4754 that belong to it
   * @param flows what it delivers to each sector, in their order
   * @param finalUse what it delivers to final users, exports with it
   */
  public record Sector(
      String name, List<String> codes, List<BigDecimal> flows, BigDecimal finalUse) {

    public Sector {
      codes = List.copyOf(codes);
      flows = List.copyOf(flows);
    }
  }

  public IoTable {
    sectors = List.copyOf(sectors);
  }

  /**
   * @throws IllegalArgumentException that says why the table cannot be solved
   */
  static LeaderPull solved(List<Sector> sectors) {
    return LeaderPull.by(
        sectors.stream().map(Sector::name).toList(),
        sectors.stream()
            .map(s -> s.flows.stream().mapToDouble(BigDecimal::doubleValue).toArray())
            .toArray(double[][]::new),
        sectors.stream().mapToDouble(s -> s.finalUse.doubleValue()).toArray());
  }

  /** The sector of each link: the one with the longest code that the link's first begins with. */
  Map<String, Integer> sectorsOf(Atlas atlas) {
    Map<String, Integer> places = new HashMap<>();
    for (Link link : atlas.links()) {
      int longest = 0;
      for (int s = 0; s < sectors.size(); s++) {
        for (String code : sectors.get(s).codes) {
          if (code.length() > longest && link.industries().getFirst().startsWith(code)) {
            longest = code.length();
            places.put(link.code(), s);
          }
        }
      }
    }
    return places;
  }
}

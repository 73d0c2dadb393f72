package org.mujian.chain.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.registry.RegistryTagging;

/**
 * Enterprises outside a region that could fill a link, the best first. Among equals the later row
 * of the register stands behind.
 */
public final class Candidates {

  private static final int EACH_NEIGHBOUR = 5;
  private static final int MOST_NEIGHBOURS = 15;
  private static final int MOST_WORDS = 20;
  private static final int LEADING = 10;
  private static final int SAME_INDUSTRY = 10;

  private Candidates() {}

  /**
   * The parts of a score.
   *
   * @param industry for an industry code that is one of the link's
   * @param neighbours for links next to this one in which the enterprise works too
   * @param capital 5 from a million yuan, 10 from ten, 15 from a hundred
   */
  public record Candidate(
      int row,
      int division,
      int role,
      int words,
      int leading,
      int industry,
      int neighbours,
      int capital) {

    public int total() {
      return role + words + leading + industry + neighbours + capital;
    }
  }

  /**
   * @param region the beginning of a division's code; its own enterprises are no candidates
   */
  public static List<Candidate> rank(
      RegistryTagging tagging, String link, String region, int most) {
    Atlas atlas = tagging.atlas();
    Link asked = atlas.find(link).orElseThrow();
    Set<Integer> neighbours = neighbours(atlas, asked);
    Collector collector = new Collector(atlas.links().indexOf(asked), asked, neighbours, region);
    tagging.sweep(collector);
    collector.close();
    collector.found.sort(
        Comparator.comparingInt(Candidate::total).reversed().thenComparing(Candidate::row));
    return List.copyOf(collector.found.subList(0, Math.min(most, collector.found.size())));
  }

  private static Set<Integer> neighbours(Atlas atlas, Link link) {
    Set<Integer> neighbours = new HashSet<>();
    atlas.upstreamOf(link).forEach(l -> neighbours.add(atlas.links().indexOf(l)));
    atlas.downstreamOf(link).forEach(l -> neighbours.add(atlas.links().indexOf(l)));
    return neighbours;
  }

  /** Tags come by row: a row is whole when the next begins. */
  private static final class Collector implements RegistryTagging.Sink {
    private final int link;
    private final Link asked;
    private final Set<Integer> neighbours;
    private final String region;
    private final List<Candidate> found = new ArrayList<>();
    private int row = -1;
    private int near;
    private @org.jspecify.annotations.Nullable Candidate here;

    Collector(int link, Link asked, Set<Integer> neighbours, String region) {
      this.link = link;
      this.asked = asked;
      this.neighbours = neighbours;
      this.region = region;
    }

    @Override
    public void tag(
        RegistryTagging.Row at,
        int tagged,
        org.mujian.chain.Role role,
        int words,
        boolean leading,
        boolean sameIndustry) {
      if (at.number() != row) {
        close();
        row = at.number();
      }
      if (tagged == link && role == asked.counts() && !isHome(at.division())) {
        here =
            new Candidate(
                at.number(),
                at.division(),
                role.points(),
                Math.min(MOST_WORDS, 5 * (words - 1)),
                leading ? LEADING : 0,
                sameIndustry ? SAME_INDUSTRY : 0,
                0,
                capital(at.yuan()));
      } else if (neighbours.contains(tagged)) {
        near++;
      }
    }

    private boolean isHome(int division) {
      return "%06d".formatted(division).startsWith(region);
    }

    void close() {
      Candidate it = here;
      if (it != null) {
        found.add(
            new Candidate(
                it.row,
                it.division,
                it.role,
                it.words,
                it.leading,
                it.industry,
                Math.min(MOST_NEIGHBOURS, EACH_NEIGHBOUR * near),
                it.capital));
      }
      here = null;
      near = 0;
    }
  }

  private static int capital(long yuan) {
    return yuan < 1_000_000 ? 0 : yuan < 10_000_000 ? 5 : yuan < 100_000_000 ? 10 : 15;
  }
}

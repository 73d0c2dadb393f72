package org.mujian.promotion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.promotion.ChainStanding.Obstacle;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.gap.Coverage;
import org.mujian.promotion.gap.Gaps;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The links of the atlases, and what the registry says of several together: for other rooms. */
@Component
public class ChainPlaces {

  private final Atlases atlases;
  private final Gaps gaps;
  private final JdbcClient jdbc;

  ChainPlaces(Atlases atlases, Gaps gaps, JdbcClient jdbc) {
    this.atlases = atlases;
    this.gaps = gaps;
    this.jdbc = jdbc;
  }

  /** All links of all chains, in the atlases' order. */
  public List<ChainPlace> listAll() {
    return atlases.listAll().stream()
        .flatMap(atlas -> atlas.links().stream().map(link -> place(atlas, link)))
        .toList();
  }

  public Optional<ChainPlace> find(String chain, String link) {
    return atlases.find(chain).flatMap(atlas -> atlas.find(link).map(found -> place(atlas, found)));
  }

  private static ChainPlace place(Atlas atlas, Link link) {
    return new ChainPlace(
        atlas.code(),
        link.code(),
        atlas.name(),
        atlas.nameEn(),
        link.name(),
        link.nameEn(),
        link.group().code());
  }

  /**
   * What the shared registry says of the links together. Links that the atlases no longer have are
   * left out.
   *
   * @param division of the zone, six digits
   */
  @Transactional(readOnly = true)
  public ChainStanding standing(String division, Collection<ChainPlace> places) {
    Set<String> chains = new TreeSet<>();
    places.forEach(place -> chains.add(place.chain()));
    if (chains.isEmpty()) {
      return ChainStanding.without(Obstacle.NO_LINKS);
    }
    List<Coverage> covered =
        chains.stream()
            .flatMap(code -> atlases.find(code).stream())
            .flatMap(atlas -> gaps.coverage(atlas, division).stream())
            .toList();
    if (covered.size() < chains.size()) {
      return ChainStanding.without(Obstacle.UNTAGGED);
    }
    Set<List<Long>> bases = new HashSet<>();
    covered.forEach(c -> bases.add(List.of(c.city().enterprises(), c.province().enterprises())));
    return bases.size() > 1
        ? ChainStanding.without(Obstacle.TAGGED_APART)
        : count(division, places, covered);
  }

  private ChainStanding count(
      String division, Collection<ChainPlace> places, List<Coverage> covered) {
    List<ChainPlace> known =
        places.stream().filter(p -> find(p.chain(), p.link()).isPresent()).toList();
    String[] roles = known.stream().map(this::role).toArray(String[]::new);
    Coverage one = covered.getFirst();
    return jdbc.sql(
            """
            SELECT count(DISTINCT t.enterprise_id) FILTER (WHERE starts_with(t.city, :city)) AS city,
              count(DISTINCT t.enterprise_id) AS province
            FROM chain_tag t
            JOIN unnest(:chains, :links, :roles) AS w(chain, link, role)
              ON t.chain = w.chain AND t.link = w.link AND t.role = w.role
            WHERE t.zone_id = :shared AND starts_with(t.city, :province)
            """)
        .param("city", division.substring(0, 4))
        .param("province", division.substring(0, 2))
        .param("chains", known.stream().map(ChainPlace::chain).toArray(String[]::new))
        .param("links", known.stream().map(ChainPlace::link).toArray(String[]::new))
        .param("roles", roles)
        .param("shared", Scope.PROVINCE)
        .query(
            (row, i) -> {
              long inCity = row.getLong("city");
              long inProvince = row.getLong("province");
              return new ChainStanding(
                  inCity,
                  one.city().enterprises(),
                  inProvince,
                  one.province().enterprises(),
                  versions(covered),
                  earliest(covered),
                  obstacle(one, inProvince));
            })
        .single();
  }

  private String role(ChainPlace place) {
    Atlas atlas = atlases.find(place.chain()).orElseThrow();
    return atlas.find(place.link()).orElseThrow().counts().code();
  }

  private static String versions(List<Coverage> covered) {
    return String.join("、", new TreeSet<>(covered.stream().map(Coverage::version).toList()));
  }

  private static Instant earliest(List<Coverage> covered) {
    return Objects.requireNonNull(
        covered.stream().map(Coverage::taggedAt).min(Instant::compareTo).orElse(null));
  }

  private static ChainStanding.@org.jspecify.annotations.Nullable Obstacle obstacle(
      Coverage one, long inProvince) {
    if (one.city().enterprises() == 0) {
      return Obstacle.NONE_IN_CITY_REGISTRY;
    }
    return inProvince == 0 ? Obstacle.NONE_IN_PROVINCE : null;
  }
}

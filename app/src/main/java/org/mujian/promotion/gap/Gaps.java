package org.mujian.promotion.gap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.Role;
import org.mujian.store.Scope;
import org.mujian.web.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a city has of a chain against its province, by the shared registry as it was last tagged.
 * Enterprises that a zone alone knows are not counted: the two sides must be of one source. All
 * chains are read together, from counts that the tagging wrote with its tags.
 */
@Component
@Transactional(readOnly = true)
public class Gaps {

  private final JdbcClient jdbc;
  private final ReadOnce once;

  Gaps(JdbcClient jdbc, ReadOnce once) {
    this.jdbc = jdbc;
    this.once = once;
  }

  /** One thing of the city and of its province. */
  private record Sides<T>(T city, T province) {}

  private record Tagged(
      String version, java.time.Instant at, long millis, long enterprises, long tagged) {}

  private static final Sides<Base> NO_BASE = new Sides<>(Base.NONE, Base.NONE);
  private static final Sides<Gap.Counts> NO_COUNTS = new Sides<>(Gap.Counts.NONE, Gap.Counts.NONE);

  /** Empty before the first tagging. */
  public Optional<Coverage> coverage(Atlas atlas, String division) {
    Tagged tagged = taggings().get(atlas.code());
    if (tagged == null) {
      return Optional.empty();
    }
    Sides<Base> bases = bases(division).getOrDefault(atlas.code(), NO_BASE);
    return Optional.of(
        new Coverage(
            tagged.version,
            tagged.at,
            tagged.millis,
            tagged.enterprises,
            tagged.tagged,
            bases.city,
            bases.province));
  }

  /**
   * All links in the atlas' order.
   *
   * @param division of the zone, six digits: its first four are the city, its first two the
   *     province
   */
  public List<Gap> list(Atlas atlas, String division) {
    Map<String, Sides<Gap.Counts>> counts = counts(division).getOrDefault(atlas.code(), Map.of());
    Sides<Base> bases = bases(division).getOrDefault(atlas.code(), NO_BASE);
    return atlas.links().stream()
        .map(
            link -> {
              Sides<Gap.Counts> of = counts.getOrDefault(link.code(), NO_COUNTS);
              return new Gap(
                  link,
                  of.city,
                  of.province,
                  bases.city,
                  bases.province,
                  neighbours(atlas, link, counts));
            })
        .toList();
  }

  private static int neighbours(Atlas atlas, Link link, Map<String, Sides<Gap.Counts>> counts) {
    return (int)
        Stream.concat(atlas.upstreamOf(link).stream(), atlas.downstreamOf(link).stream())
            .filter(n -> counts.getOrDefault(n.code(), NO_COUNTS).city.of(n.counts()) > 0)
            .count();
  }

  private Map<String, Tagged> taggings() {
    return once.get(List.of("taggings", Gaps.class), this::taggingsNow);
  }

  private Map<String, Tagged> taggingsNow() {
    Map<String, Tagged> taggings = new HashMap<>();
    jdbc.sql("SELECT * FROM chain_tagging WHERE zone_id = ?")
        .param(Scope.PROVINCE)
        .query(
            row -> {
              taggings.put(
                  row.getString("chain"),
                  new Tagged(
                      row.getString("version"),
                      row.getTimestamp("tagged_at").toInstant(),
                      row.getLong("millis"),
                      row.getLong("enterprises"),
                      row.getLong("tagged")));
            });
    return taggings;
  }

  /** By chain and link. */
  private Map<String, Map<String, Sides<Gap.Counts>>> counts(String division) {
    String city = division.substring(0, 4);
    return once.get(List.of("counts", Gaps.class, city), () -> countsNow(city));
  }

  private Map<String, Map<String, Sides<Gap.Counts>>> countsNow(String city) {
    Map<String, Map<String, Sides<Gap.Counts>>> counts = new HashMap<>();
    String province = city.substring(0, 2);
    jdbc.sql(
            """
            SELECT chain, link, role, sum(enterprises) AS province,
              coalesce(sum(enterprises) FILTER (WHERE city = ?), 0) AS city
            FROM chain_count WHERE zone_id = ? AND city >= ? AND city < ?
            GROUP BY chain, link, role
            """)
        .params(city, Scope.PROVINCE, province, after(province))
        .query(
            row -> {
              Role role = Role.of(row.getString("role"));
              Sides<Gap.Counts> more =
                  new Sides<>(
                      Gap.Counts.NONE.plus(role, row.getLong("city")),
                      Gap.Counts.NONE.plus(role, row.getLong("province")));
              counts
                  .computeIfAbsent(row.getString("chain"), chain -> new HashMap<>())
                  .merge(row.getString("link"), more, Gaps::plus);
            });
    return counts;
  }

  /** The least text that is greater than all that begin with these digits. */
  static String after(String digits) {
    return digits + ":"; // follows 9
  }

  private static Sides<Gap.Counts> plus(Sides<Gap.Counts> one, Sides<Gap.Counts> other) {
    return new Sides<>(one.city.plus(other.city), one.province.plus(other.province));
  }

  /** By chain. */
  private Map<String, Sides<Base>> bases(String division) {
    String city = division.substring(0, 4);
    return once.get(List.of("bases", Gaps.class, city), () -> basesNow(city));
  }

  private Map<String, Sides<Base>> basesNow(String city) {
    Map<String, Sides<Base>> bases = new HashMap<>();
    jdbc.sql(
            "SELECT chain, city, enterprises, with_scope, first_year, last_year FROM chain_base"
                + " WHERE zone_id = ? AND starts_with(city, ?)")
        .params(Scope.PROVINCE, city.substring(0, 2))
        .query(
            row -> {
              Base base =
                  new Base(
                      row.getLong("enterprises"),
                      row.getLong("with_scope"),
                      row.getObject("first_year", Integer.class),
                      row.getObject("last_year", Integer.class));
              boolean here = row.getString("city").equals(city);
              bases.merge(
                  row.getString("chain"),
                  new Sides<>(here ? base : Base.NONE, base),
                  (one, other) ->
                      new Sides<>(one.city.plus(other.city), one.province.plus(other.province)));
            });
    return bases;
  }
}

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
 * Enterprises that a zone alone knows are not counted: the two sides must be of one source.
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

  /** Empty before the first tagging. */
  public Optional<Coverage> coverage(Atlas atlas, String division) {
    Base city = base(atlas, division.substring(0, 4));
    Base province = base(atlas, division.substring(0, 2));
    return jdbc.sql("SELECT * FROM chain_tagging WHERE zone_id = ? AND chain = ?")
        .params(Scope.PROVINCE, atlas.code())
        .query(
            (row, i) ->
                new Coverage(
                    row.getString("version"),
                    row.getTimestamp("tagged_at").toInstant(),
                    row.getLong("millis"),
                    row.getLong("enterprises"),
                    row.getLong("tagged"),
                    city,
                    province))
        .optional();
  }

  /**
   * All links in the atlas' order.
   *
   * @param division of the zone, six digits: its first four are the city, its first two the
   *     province
   */
  public List<Gap> list(Atlas atlas, String division) {
    String city = division.substring(0, 4);
    String province = division.substring(0, 2);
    Map<String, Gap.Counts> inCity = counts(atlas, city);
    Map<String, Gap.Counts> inProvince = counts(atlas, province);
    Base cityBase = base(atlas, city);
    Base provinceBase = base(atlas, province);
    return atlas.links().stream()
        .map(
            link ->
                new Gap(
                    link,
                    inCity.getOrDefault(link.code(), Gap.Counts.NONE),
                    inProvince.getOrDefault(link.code(), Gap.Counts.NONE),
                    cityBase,
                    provinceBase,
                    neighbours(atlas, link, inCity)))
        .toList();
  }

  private static int neighbours(Atlas atlas, Link link, Map<String, Gap.Counts> inCity) {
    return (int)
        Stream.concat(atlas.upstreamOf(link).stream(), atlas.downstreamOf(link).stream())
            .filter(n -> inCity.getOrDefault(n.code(), Gap.Counts.NONE).of(n.counts()) > 0)
            .count();
  }

  private Map<String, Gap.Counts> counts(Atlas atlas, String place) {
    return once.get(
        List.of("counts", Gaps.class, atlas.code(), place), () -> countsNow(atlas, place));
  }

  private Map<String, Gap.Counts> countsNow(Atlas atlas, String place) {
    Map<String, Gap.Counts> counts = new HashMap<>();
    jdbc.sql(
            """
            SELECT link, role, count(*) AS n FROM chain_tag
            WHERE zone_id = ? AND chain = ? AND starts_with(city, ?) GROUP BY link, role
            """)
        .params(Scope.PROVINCE, atlas.code(), place)
        .query(
            row -> {
              Role role = Role.of(row.getString("role"));
              long n = row.getLong("n");
              counts.merge(
                  row.getString("link"),
                  Gap.Counts.NONE.plus(role, n),
                  (known, more) -> known.plus(role, n));
            });
    return counts;
  }

  private Base base(Atlas atlas, String place) {
    return once.get(List.of("base", Gaps.class, atlas.code(), place), () -> baseNow(atlas, place));
  }

  private Base baseNow(Atlas atlas, String place) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(enterprises), 0) AS enterprises, coalesce(sum(with_scope), 0) AS with_scope,
              min(first_year) AS first_year, max(last_year) AS last_year
            FROM chain_base WHERE zone_id = ? AND chain = ? AND starts_with(city, ?)
            """)
        .params(Scope.PROVINCE, atlas.code(), place)
        .query(
            (row, i) ->
                new Base(
                    row.getLong("enterprises"),
                    row.getLong("with_scope"),
                    row.getObject("first_year", Integer.class),
                    row.getObject("last_year", Integer.class)))
        .single();
  }
}

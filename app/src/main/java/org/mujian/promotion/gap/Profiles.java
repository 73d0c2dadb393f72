package org.mujian.promotion.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.chain.Role;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Profiles of links (环节画像) by the shared registry as it was last tagged. */
@Component
@Transactional(readOnly = true)
public class Profiles {

  private final JdbcClient jdbc;

  Profiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Enterprises of one role, year and side of the city's border. */
  private record Group(
      Role role, @Nullable Integer year, boolean here, long n, long withCapital, BigDecimal yuan) {}

  /**
   * @param division of the zone, six digits
   */
  public LinkProfile of(Atlas atlas, Link link, String division) {
    List<Group> groups =
        jdbc.sql(
                """
                SELECT role, registered, starts_with(city, ?) AS here, count(*) AS n,
                  count(capital) AS with_capital, coalesce(sum(capital), 0) AS yuan
                FROM chain_tag
                WHERE zone_id = ? AND chain = ? AND link = ? AND starts_with(city, ?)
                GROUP BY role, registered, here
                """)
            .params(
                division.substring(0, 4),
                Scope.PROVINCE,
                atlas.code(),
                link.code(),
                division.substring(0, 2))
            .query(
                (row, i) ->
                    new Group(
                        Role.of(row.getString("role")),
                        row.getObject("registered", Integer.class),
                        row.getBoolean("here"),
                        row.getLong("n"),
                        row.getLong("with_capital"),
                        row.getBigDecimal("yuan")))
            .list();
    List<Group> counted = groups.stream().filter(g -> g.role == link.counts()).toList();
    return new LinkProfile(
        side(groups.stream().filter(Group::here).toList(), link.counts()),
        side(groups, link.counts()),
        years(counted),
        counted.stream().filter(g -> g.year == null).mapToLong(Group::n).sum());
  }

  private static LinkProfile.Side side(List<Group> groups, Role counts) {
    Gap.Counts all = Gap.Counts.NONE;
    for (Group group : groups) {
      all = all.plus(group.role, group.n);
    }
    List<Group> counted = groups.stream().filter(g -> g.role == counts).toList();
    return new LinkProfile.Side(
        all,
        counted.stream().map(Group::yuan).reduce(BigDecimal.ZERO, BigDecimal::add),
        counted.stream().mapToLong(Group::withCapital).sum(),
        middle(counted));
  }

  private static @Nullable Integer middle(List<Group> groups) {
    TreeMap<Integer, Long> byYear = new TreeMap<>();
    for (Group group : groups) {
      if (group.year != null) {
        byYear.merge(group.year, group.n, Long::sum);
      }
    }
    long all = byYear.values().stream().mapToLong(Long::longValue).sum();
    long until = 0;
    for (Map.Entry<Integer, Long> year : byYear.entrySet()) {
      until += year.getValue();
      if (2 * until >= all) {
        return year.getKey();
      }
    }
    return null;
  }

  private static List<LinkProfile.Year> years(List<Group> groups) {
    TreeMap<Integer, long[]> byYear = new TreeMap<>();
    for (Group group : groups) {
      if (group.year != null) {
        long[] n = byYear.computeIfAbsent(group.year, x -> new long[2]);
        n[0] += group.here ? group.n : 0;
        n[1] += group.n;
      }
    }
    List<LinkProfile.Year> years = new ArrayList<>();
    byYear.forEach((year, n) -> years.add(new LinkProfile.Year(year, n[0], n[1])));
    return List.copyOf(years);
  }
}

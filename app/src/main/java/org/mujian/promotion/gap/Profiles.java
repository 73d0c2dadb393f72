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
    TreeMap<Integer, Entries> all = entries(atlas, division);
    return new LinkProfile(
        side(groups.stream().filter(Group::here).toList(), link.counts()),
        side(groups, link.counts()),
        years(counted, all),
        counted.stream().filter(g -> g.year == null).mapToLong(Group::n).sum(),
        !all.isEmpty());
  }

  /** How many of a year, in the city and in its province. */
  private record Entries(long city, long province) {

    static final Entries NONE = new Entries(0, 0);

    Entries plus(Entries other) {
      return new Entries(city + other.city, province + other.province);
    }

    /** The share of these in all, the city's over the province's. */
    @Nullable Double quotient(Entries all) {
      return province == 0 || all.city == 0
          ? null
          : (Double) (((double) city / all.city) / ((double) province / all.province));
    }
  }

  /** By year, those of all trades. */
  private TreeMap<Integer, Entries> entries(Atlas atlas, String division) {
    TreeMap<Integer, Entries> entries = new TreeMap<>();
    String province = division.substring(0, 2);
    jdbc.sql(
            """
            SELECT year, coalesce(sum(enterprises) FILTER (WHERE city = ?), 0) AS city,
              sum(enterprises) AS province
            FROM chain_entry WHERE zone_id = ? AND chain = ? AND city >= ? AND city < ? GROUP BY year
            """)
        .params(
            division.substring(0, 4), Scope.PROVINCE, atlas.code(), province, Gaps.after(province))
        .query(
            row -> {
              entries.put(
                  row.getInt("year"), new Entries(row.getLong("city"), row.getLong("province")));
            });
    return entries;
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

  private static List<LinkProfile.Year> years(List<Group> groups, TreeMap<Integer, Entries> all) {
    TreeMap<Integer, Entries> byYear = new TreeMap<>();
    for (Group group : groups) {
      if (group.year != null) {
        byYear.merge(group.year, new Entries(group.here ? group.n : 0, group.n), Entries::plus);
      }
    }
    List<LinkProfile.Year> years = new ArrayList<>();
    Entries until = Entries.NONE;
    for (Map.Entry<Integer, Entries> each : byYear.entrySet()) {
      Entries of = each.getValue();
      Entries inAll = all.getOrDefault(each.getKey(), Entries.NONE);
      Entries allUntil =
          all.headMap(each.getKey(), true).values().stream().reduce(Entries.NONE, Entries::plus);
      until = until.plus(of);
      years.add(
          new LinkProfile.Year(
              each.getKey(),
              of.city,
              of.province,
              inAll.city,
              inAll.province,
              of.quotient(inAll),
              until.quotient(allUntil)));
    }
    return List.copyOf(years);
  }
}

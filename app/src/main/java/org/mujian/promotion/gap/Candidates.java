package org.mujian.promotion.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mujian.chain.Atlas;
import org.mujian.chain.Link;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom to look for to fill a link: makers elsewhere in the province. */
@Component
@Transactional(readOnly = true)
public class Candidates {

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt(Candidate::total)
          .reversed()
          .thenComparingLong(Candidate::enterpriseId);

  private final JdbcClient jdbc;

  Candidates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The most points first; equal points in the registry's order. */
  public List<Candidate> list(Atlas atlas, Link link, String division) {
    return listByLink(atlas, List.of(link), division).getOrDefault(link.code(), List.of());
  }

  /** The same for many links of a chain at once, by link; links without candidates are absent. */
  public Map<String, List<Candidate>> listByLink(Atlas atlas, List<Link> links, String division) {
    List<String[]> next = links.stream().flatMap(link -> neighbours(atlas, link)).toList();
    Map<String, List<Candidate>> byLink = new HashMap<>();
    jdbc.sql(
            """
            SELECT t.link, t.enterprise_id, t.city, t.words, t.starts, t.in_first, t.capital,
              (SELECT count(*) FROM chain_tag n
               WHERE n.zone_id = t.zone_id AND n.enterprise_id = t.enterprise_id AND n.chain = t.chain
                 AND n.role = 'makes' AND EXISTS (
                   SELECT FROM unnest(:of, :next) AS e (link, next)
                   WHERE e.link = t.link AND e.next = n.link)) AS neighbours
            FROM unnest(:links, :roles) AS w (link, role)
            JOIN chain_tag t ON t.link = w.link AND t.role = w.role
            WHERE t.zone_id = :shared AND t.chain = :chain
              AND starts_with(t.city, :province) AND t.city <> :city
            """)
        .param("of", next.stream().map(pair -> pair[0]).toArray(String[]::new))
        .param("next", next.stream().map(pair -> pair[1]).toArray(String[]::new))
        .param("links", links.stream().map(Link::code).toArray(String[]::new))
        .param("roles", links.stream().map(link -> link.counts().code()).toArray(String[]::new))
        .param("shared", Scope.PROVINCE)
        .param("chain", atlas.code())
        .param("province", division.substring(0, 2))
        .param("city", division.substring(0, 4))
        .query(
            row -> {
              byLink
                  .computeIfAbsent(row.getString("link"), link -> new ArrayList<>())
                  .add(candidate(row));
            });
    byLink.values().forEach(candidates -> candidates.sort(ORDER));
    return byLink;
  }

  private static Stream<String[]> neighbours(Atlas atlas, Link link) {
    return Stream.concat(atlas.upstreamOf(link).stream(), atlas.downstreamOf(link).stream())
        .map(Link::code)
        .distinct()
        .map(code -> new String[] {link.code(), code});
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getLong("enterprise_id"),
        row.getString("city"),
        List.of((String[]) row.getArray("words").getArray()),
        List.of((Integer[]) row.getArray("starts").getArray()),
        row.getBoolean("in_first"),
        row.getBigDecimal("capital"),
        row.getInt("neighbours"));
  }
}

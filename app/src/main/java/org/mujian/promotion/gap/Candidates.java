package org.mujian.promotion.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
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
    String[] neighbours =
        Stream.concat(atlas.upstreamOf(link).stream(), atlas.downstreamOf(link).stream())
            .map(Link::code)
            .distinct()
            .toArray(String[]::new);
    return jdbc
        .sql(
            """
            SELECT t.enterprise_id, t.city, t.words, t.starts, t.in_first, t.capital,
              (SELECT count(*) FROM chain_tag n
               WHERE n.zone_id = t.zone_id AND n.enterprise_id = t.enterprise_id AND n.chain = t.chain
                 AND n.role = 'makes' AND n.link = ANY (?)) AS neighbours
            FROM chain_tag t
            WHERE t.zone_id = ? AND t.chain = ? AND t.link = ? AND t.role = ?
              AND starts_with(t.city, ?) AND t.city <> ?
            """)
        .params(
            neighbours,
            Scope.PROVINCE,
            atlas.code(),
            link.code(),
            link.counts().code(),
            division.substring(0, 2),
            division.substring(0, 4))
        .query(Candidates::candidate)
        .list()
        .stream()
        .sorted(ORDER)
        .toList();
  }

  private static Candidate candidate(ResultSet row, int number) throws SQLException {
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

package org.mujian.promotion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of enterprises in chains, as they were last tagged: of the shared registry (zone 0),
 * and of enterprises that a zone alone knows.
 */
@Component
@Transactional(readOnly = true)
public class ChainTags {

  private final JdbcClient jdbc;

  ChainTags(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The places of one enterprise, the strongest first. */
  public List<EnterpriseTag> listOf(long zone, long enterpriseId) {
    return jdbc.sql(
            """
            SELECT * FROM chain_tag WHERE zone_id IN (0, ?) AND enterprise_id = ?
            ORDER BY score DESC, chain, link
            """)
        .params(zone, enterpriseId)
        .query(ChainTags::tag)
        .list();
  }

  /**
   * The enterprises of a link, the strongest first.
   *
   * @param zone 0 for the shared registry, else only those that zone alone knows
   * @param place the beginning of a city's code: 21 is the province, 2111 the city
   * @param role null for all
   */
  public List<EnterpriseTag> listIn(
      long zone,
      String chain,
      String link,
      String place,
      @Nullable String role,
      int offset,
      int limit) {
    return jdbc.sql(
            """
            SELECT * FROM chain_tag
            WHERE zone_id = ? AND chain = ? AND link = ? AND starts_with(coalesce(city, ''), ?)
              AND (?::text IS NULL OR role = ?)
            ORDER BY score DESC, enterprise_id OFFSET ? LIMIT ?
            """)
        .params(java.util.Arrays.asList(zone, chain, link, place, role, role, offset, limit))
        .query(ChainTags::tag)
        .list();
  }

  private static EnterpriseTag tag(ResultSet row, int number) throws SQLException {
    return new EnterpriseTag(
        row.getLong("enterprise_id"),
        row.getString("chain"),
        row.getString("link"),
        row.getString("role"),
        row.getInt("score"),
        List.of((String[]) row.getArray("words").getArray()),
        List.of((Integer[]) row.getArray("starts").getArray()),
        row.getString("city"));
  }
}

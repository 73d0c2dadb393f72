package org.mujian.promotion;

import java.util.List;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for the chains of a zone: 链长 and 链主. */
@Component
@Transactional
class Stewards {

  private final JdbcClient jdbc;
  private final Changes changes;

  Stewards(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  @Transactional(readOnly = true)
  public List<Steward> list(long zone) {
    return jdbc.sql(
            "SELECT chain, kind, name, title, enterprise_id, sample FROM chain_steward"
                + " WHERE zone_id = ? ORDER BY chain, kind DESC, id")
        .param(zone)
        .query(Steward.class)
        .list();
  }

  public void add(long zone, Steward steward) {
    changes.join(zone, "产业链 " + steward.chain() + "：" + steward.name());
    jdbc.sql(
            """
            INSERT INTO chain_steward (zone_id, chain, kind, name, title, enterprise_id, sample)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            java.util.Arrays.asList(
                zone,
                steward.chain(),
                steward.kind(),
                steward.name(),
                steward.title(),
                steward.enterpriseId(),
                steward.sample()))
        .update();
  }
}

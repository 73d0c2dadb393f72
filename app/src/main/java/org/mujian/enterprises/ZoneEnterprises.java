package org.mujian.enterprises;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which enterprises a zone counts as its own (在本园区), whoever's register they stand in. */
@Component
@Transactional
public class ZoneEnterprises {

  private final JdbcClient jdbc;
  private final Changes changes;

  ZoneEnterprises(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /**
   * @param since in the zone, when known
   */
  public record Membership(long id, @Nullable LocalDate since, String note) {}

  public Optional<Membership> find(long zone, long enterprise) {
    return jdbc.sql(
            "SELECT id, since, note FROM zone_enterprise WHERE zone_id = ? AND enterprise_id = ?")
        .params(zone, enterprise)
        .query(Membership.class)
        .optional();
  }

  /** Those of {@code enterprises} that are the zone's own. */
  public Set<Long> among(long zone, List<Long> enterprises) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT enterprise_id FROM zone_enterprise WHERE zone_id = ? AND enterprise_id ="
                    + " ANY (?)")
            .params(zone, enterprises.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  /** All that the zone counts as its own, by name. */
  @Transactional(readOnly = true)
  public List<Enterprise> list(long zone) {
    return jdbc.sql(
            """
            SELECT e.* FROM zone_enterprise z JOIN enterprise e ON e.id = z.enterprise_id
            WHERE z.zone_id = ? AND e.zone_id IN (0, z.zone_id) ORDER BY e.name, e.id
            """)
        .param(zone)
        .query((row, i) -> EnterpriseRows.read(row))
        .list();
  }

  /** Counts the enterprise as the zone's own; again is no change. */
  public void add(long zone, Enterprise enterprise, @Nullable LocalDate since, String note) {
    if (find(zone, enterprise.id()).isPresent()) {
      return;
    }
    changes.begin(zone, "标记在本园区：" + enterprise.name());
    jdbc.sql(
            "INSERT INTO zone_enterprise (zone_id, enterprise_id, since, note) VALUES (?, ?, ?, ?)")
        .param(1, zone)
        .param(2, enterprise.id())
        .param(3, since, java.sql.Types.DATE)
        .param(4, note)
        .update();
  }

  /** Counts all sample enterprises of the zone as its own, within a change that is open. */
  @Transactional(propagation = Propagation.MANDATORY)
  void addSamples(long zone) {
    jdbc.sql(
            """
            INSERT INTO zone_enterprise (zone_id, enterprise_id, since, note)
            SELECT zone_id, id, registered_on, '示例' FROM enterprise WHERE zone_id = ? AND sample
            """)
        .param(zone)
        .update();
  }

  public void remove(long zone, Enterprise enterprise) {
    changes.begin(zone, "不再标记在本园区：" + enterprise.name());
    jdbc.sql("DELETE FROM zone_enterprise WHERE zone_id = ? AND enterprise_id = ?")
        .params(zone, enterprise.id())
        .update();
  }
}

package org.mujian.services.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.enterprises.Enterprise;
import org.mujian.services.cases.Said;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits to the zones' enterprises. */
@Component
@Transactional
public class Visits {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;
  private final Requests requests;

  Visits(JdbcClient jdbc, Changes changes, Clock clock, Requests requests) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
    this.requests = requests;
  }

  /**
   * What was heard on a visit that somebody must see to.
   *
   * @param owner who answers for it, by {@code due}
   */
  public record Problem(String what, String owner, @Nullable LocalDate due) {}

  /**
   * Records a visit, and its problem as a request, in one transaction.
   *
   * @return the visit's id
   * @throws ServiceRefused when the problem has no owner or no day
   */
  public long record(
      long zone,
      Enterprise enterprise,
      LocalDate on,
      String visitors,
      String findings,
      @Nullable Problem problem) {
    return record(zone, enterprise, on, visitors, findings, problem, false);
  }

  public long record(
      long zone,
      Enterprise enterprise,
      LocalDate on,
      String visitors,
      String findings,
      @Nullable Problem problem,
      boolean sample) {
    if (on.isAfter(requests.today())) {
      throw new ServiceRefused("走访日期 " + on + " 晚于今天 " + requests.today());
    }
    changes.join(zone, "走访：" + enterprise.name());
    long id =
        jdbc.sql(
                """
                INSERT INTO service_visit (zone_id, enterprise_id, enterprise_name, visited_on, visitors, findings, sample, at, who)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """)
            .params(
                zone,
                enterprise.id(),
                enterprise.name(),
                on,
                Said.some(visitors, 100, "请写明走访人员"),
                Said.some(findings, 2000, "请写明了解到的情况"),
                sample,
                Timestamp.from(clock.instant()),
                Scope.current().who())
            .query(Long.class)
            .single();
    if (problem != null) {
      if (problem.due() == null || problem.due().isBefore(on)) {
        throw new ServiceRefused("走访发现的问题要写明办理时限，不早于走访日期");
      }
      requests.raise(
          zone,
          enterprise,
          id,
          problem.what(),
          Said.some(problem.owner(), 60, "走访发现的问题要写明由谁办理"),
          problem.due(),
          on,
          sample);
    }
    return id;
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Visit> list(long zone, @Nullable Long enterprise, @Nullable String words) {
    return jdbc.sql(
            """
            SELECT * FROM service_visit WHERE zone_id = :zone
              AND (:enterprise::bigint IS NULL OR enterprise_id = :enterprise)
              AND (:words::text IS NULL OR position(:words IN enterprise_name || ' ' || visitors || ' ' || findings) > 0)
            ORDER BY visited_on DESC, id DESC
            """)
        .param("zone", zone)
        .param("enterprise", enterprise, Types.BIGINT)
        .param("words", words, Types.VARCHAR)
        .query(Visits::read)
        .list();
  }

  private static Visit read(ResultSet row, int number) throws SQLException {
    return new Visit(
        row.getLong("id"),
        row.getLong("enterprise_id"),
        row.getString("enterprise_name"),
        row.getObject("visited_on", LocalDate.class),
        row.getString("visitors"),
        row.getString("findings"),
        row.getBoolean("sample"),
        row.getString("who"));
  }
}

package org.mujian.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.Question;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans of the zones. */
@Component
@Transactional
class FactorPlans {

  private static final int LISTED = 100;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;

  FactorPlans(JdbcClient jdbc, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /** The newest first. */
  List<FactorPlan> list(long zone) {
    return jdbc.sql("SELECT * FROM factor_plan WHERE zone_id = ? ORDER BY id DESC LIMIT ?")
        .params(zone, LISTED)
        .query(FactorPlans::plan)
        .list();
  }

  /**
   * A plan that somebody should look at, without what it was computed from.
   *
   * @param result of the search
   */
  record Standing(long id, String name, boolean adopted, Instant madeAt, String result) {}

  /** The plan adopted last, and the newest that was solved after it and is not adopted. */
  List<Standing> standing(long zone) {
    return jdbc.sql(
            """
            WITH last AS (
              SELECT coalesce(max(id), 0) AS id FROM factor_plan
              WHERE zone_id = :zone AND status = 'adopted'
            )
            SELECT id, name, status, made_at, result FROM factor_plan
            WHERE zone_id = :zone AND (id = (SELECT id FROM last) OR id = (
              SELECT max(id) FROM factor_plan
              WHERE zone_id = :zone AND status = 'solved' AND id > (SELECT id FROM last)))
            ORDER BY id DESC
            """)
        .param("zone", zone)
        .query(
            (row, i) ->
                new Standing(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("status").equals("adopted"),
                    row.getTimestamp("made_at").toInstant(),
                    row.getString("result")))
        .list();
  }

  List<FactorPlan> search(long zone, String q, int limit) {
    return jdbc.sql(
            "SELECT * FROM factor_plan WHERE zone_id = ? AND strpos(name, ?) > 0"
                + " ORDER BY id DESC LIMIT ?")
        .params(zone, q, limit)
        .query(FactorPlans::plan)
        .list();
  }

  Optional<FactorPlan> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM factor_plan WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(FactorPlans::plan)
        .optional();
  }

  FactorPlan get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> FactorPlan.none(id));
  }

  /** The row, kept from others until the transaction ends. */
  FactorPlan lock(long zone, long id) {
    return jdbc.sql("SELECT * FROM factor_plan WHERE zone_id = ? AND id = ? FOR UPDATE")
        .params(zone, id)
        .query(FactorPlans::plan)
        .optional()
        .orElseThrow(() -> FactorPlan.none(id));
  }

  long add(long zone, Question question, @Nullable Long follows) {
    changes.join(zone, "要素配置方案「" + question.ask().name() + "」");
    String input = PlanJson.write(question);
    return jdbc.sql(
            """
            INSERT INTO factor_plan (zone_id, name, follows, ask, input, input_sha256, made_at, made_by)
            VALUES (:zone, :name, :follows, :ask, :input, :hash, :at, :who) RETURNING id
            """)
        .param("zone", zone)
        .param("name", question.ask().name())
        .param("follows", follows, Types.BIGINT)
        .param("ask", PlanJson.write(question.ask()))
        .param("input", input)
        .param("hash", PlanJson.sha256(input))
        .param("at", Timestamp.from(clock.instant()))
        .param("who", Scope.current().who())
        .query(Long.class)
        .single();
  }

  void setJob(long zone, long id, long job) {
    changes.join(zone, "求解要素配置方案 " + id);
    jdbc.sql("UPDATE factor_plan SET job_id = ? WHERE zone_id = ? AND id = ?")
        .params(job, zone, id)
        .update();
  }

  /** Once: a plan that has its result keeps it. */
  void solved(long zone, long id, FactorPlan.Status status, String result, String course, long ms) {
    FactorPlan plan = lock(zone, id);
    if (plan.status() == FactorPlan.Status.SOLVING) {
      changes.join(zone, "方案「" + plan.name() + "」求解完毕");
      jdbc.sql(
              """
              UPDATE factor_plan SET status = ?, result = ?, course = ?, millis = ?, solved_at = ?,
                version = version + 1
              WHERE zone_id = ? AND id = ?
              """)
          .params(status.code(), result, course, ms, Timestamp.from(clock.instant()), zone, id)
          .update();
    }
  }

  void setAdopted(FactorPlan plan) {
    changes.join(plan.zoneId(), "采纳方案「" + plan.name() + "」");
    jdbc.sql(
            """
            UPDATE factor_plan SET status = 'adopted', adopted_at = ?, adopted_by = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(Timestamp.from(clock.instant()), Scope.current().who(), plan.zoneId(), plan.id())
        .update();
  }

  private static FactorPlan plan(ResultSet row, int i) throws SQLException {
    return new FactorPlan(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("name"),
        row.getObject("follows", Long.class),
        PlanJson.ask(row.getString("ask")),
        row.getString("input"),
        row.getString("input_sha256"),
        FactorPlan.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getObject("job_id", Long.class),
        row.getString("result"),
        row.getString("course"),
        row.getObject("millis", Long.class),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        instant(row.getTimestamp("solved_at")),
        instant(row.getTimestamp("adopted_at")),
        row.getString("adopted_by"),
        row.getInt("version"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}

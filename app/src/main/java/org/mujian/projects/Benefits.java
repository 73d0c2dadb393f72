package org.mujian.projects;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.ZoneState;
import org.mujian.store.Changes;
import org.mujian.units.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Benefits of projects. */
@Component
@Transactional
class Benefits {

  static final int LONGEST_KIND = 20;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Projects projects;

  Benefits(JdbcClient jdbc, Changes changes, Projects projects) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.projects = projects;
  }

  /** By project; those of which nothing is known are absent. */
  Map<Long, Benefit> of(long zone) {
    Map<Long, Benefit> benefits = new HashMap<>();
    jdbc.sql("SELECT * FROM project_benefit WHERE zone_id = ?")
        .param(zone)
        .query(
            row -> {
              benefits.put(row.getLong("project_id"), benefit(row));
            });
    return benefits;
  }

  Benefit of(long zone, long project) {
    return of(zone).getOrDefault(project, Benefit.UNKNOWN);
  }

  void set(long zone, long id, Benefit benefit) {
    Project project = projects.get(zone, id);
    Integer jobs = benefit.jobs();
    if (jobs != null && jobs < 0
        || benefit.link().length() > 60
        || benefit.kind().strip().length() > LONGEST_KIND) {
      throw new ProjectRefused("就业人数不能小于 0，所补环节至多 60 字，邻里类别至多 20 字");
    }
    changes.join(zone, "「" + project.name() + "」预期效益");
    jdbc.sql(
            """
            INSERT INTO project_benefit (zone_id, project_id, chemical, land_use, output, tax, jobs, link, kind)
            VALUES (:zone, :project, :chemical, :use, :output, :tax, :jobs, :link,
              :kind)
            ON CONFLICT (zone_id, project_id) DO UPDATE SET chemical = excluded.chemical,
              land_use = excluded.land_use, output = excluded.output, tax = excluded.tax,
              jobs = excluded.jobs, link = excluded.link, kind = excluded.kind
            """)
        .param("zone", zone)
        .param("project", id)
        .param("chemical", benefit.chemical(), Types.BOOLEAN)
        .param("use", benefit.use().name().toLowerCase(Locale.ROOT))
        .param("output", Benefit.yuan(benefit.output()), Types.NUMERIC)
        .param("tax", Benefit.yuan(benefit.tax()), Types.NUMERIC)
        .param("jobs", jobs, Types.INTEGER)
        .param("link", benefit.link().strip())
        .param("kind", benefit.kind().strip())
        .update();
  }

  private static Benefit benefit(ResultSet row) throws SQLException {
    return new Benefit(
        row.getObject("chemical", Boolean.class),
        ZoneState.Use.valueOf(row.getString("land_use").toUpperCase(Locale.ROOT)),
        money(row.getBigDecimal("output")),
        money(row.getBigDecimal("tax")),
        row.getObject("jobs", Integer.class),
        row.getString("link"),
        row.getString("kind"));
  }

  private static @Nullable Money money(@Nullable BigDecimal yuan) {
    return yuan == null ? null : Money.ofYuan(yuan);
  }
}

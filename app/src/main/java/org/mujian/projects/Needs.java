package org.mujian.projects;

import java.math.BigDecimal;
import java.util.List;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What projects need: land, power, water, energy and the like. */
@Component
@Transactional
class Needs {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Projects projects;

  Needs(JdbcClient jdbc, Changes changes, Projects projects) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.projects = projects;
  }

  /** Replaces all needs of the project. */
  void set(long zone, long id, List<Need> needs) {
    Project project = projects.get(zone, id);
    for (Need need : needs) {
      if (need.amount().signum() <= 0 || need.amount().compareTo(BigDecimal.valueOf(1e12)) > 0) {
        throw new ProjectRefused("要素需求要大于 0：" + need.factor() + " " + need.amount());
      }
    }
    changes.join(zone, "「" + project.name() + "」要素需求");
    jdbc.sql("DELETE FROM project_need WHERE zone_id = ? AND project_id = ?")
        .params(zone, id)
        .update();
    for (Need need : needs) {
      jdbc.sql("INSERT INTO project_need (zone_id, project_id, factor, amount) VALUES (?, ?, ?, ?)")
          .params(zone, id, need.factor(), need.amount())
          .update();
    }
  }

  List<Need> list(long zone, long project) {
    return jdbc.sql(
            "SELECT factor, amount FROM project_need WHERE zone_id = ? AND project_id = ? ORDER BY"
                + " id")
        .params(zone, project)
        .query((row, i) -> new Need(row.getString(1), row.getBigDecimal(2).stripTrailingZeros()))
        .list();
  }
}

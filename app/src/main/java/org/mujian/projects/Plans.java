package org.mujian.projects;

import java.sql.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plan dates of projects, and the year's cumulative targets. */
@Component
@Transactional
class Plans {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Today today;
  private final Courses courses;
  private final Standings standings;
  private final Projects projects;

  Plans(
      JdbcClient jdbc,
      Changes changes,
      Today today,
      Courses courses,
      Standings standings,
      Projects projects) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.today = today;
    this.courses = courses;
    this.standings = standings;
    this.projects = projects;
  }

  /** Sets the plan dates given; stages not named keep theirs. */
  void plan(long zone, long id, Map<String, LocalDate> days) {
    Project project = projects.get(zone, id);
    inOrder(zone, project, days);
    changes.join(zone, "「" + project.name() + "」计划日期");
    days.forEach(
        (stage, day) ->
            jdbc.sql(
                    """
                    INSERT INTO project_plan (zone_id, project_id, stage, planned_on) VALUES (?, ?, ?, ?)
                    ON CONFLICT (zone_id, project_id, stage) DO UPDATE SET planned_on = excluded.planned_on
                    WHERE project_plan.planned_on <> excluded.planned_on
                    """)
                .params(zone, id, stage, day)
                .update());
  }

  private void inOrder(long zone, Project project, Map<String, LocalDate> days) {
    Map<String, LocalDate> all = new LinkedHashMap<>(standings.get(zone, project.id()).planned());
    all.putAll(days);
    Stage before = null;
    for (Stage stage : courses.get().stages()) {
      LocalDate day = all.get(stage.code());
      if (day != null && before != null && day.isBefore(all.get(before.code()))) {
        throw new ProjectRefused(
            "「"
                + stage.name()
                + "」计划 "
                + day
                + " 早于「"
                + before.name()
                + "」计划 "
                + all.get(before.code()));
      }
      before = day == null ? before : stage;
    }
  }

  /**
   * @param months twelve cumulative numbers, January to December
   */
  void target(long zone, int year, String stage, List<Integer> months) {
    for (int i = 1; i < months.size(); i++) {
      if (months.get(i) < months.get(i - 1)) {
        throw new ProjectRefused(
            (i + 1) + " 月累计计划 " + months.get(i) + " 少于上月的 " + months.get(i - 1));
      }
    }
    if (months.size() != 12 || months.getFirst() < 0) {
      throw new ProjectRefused("年度计划要有 12 个月的累计数，且不为负");
    }
    changes.join(zone, year + " 年「" + courses.get().get(stage).name() + "」计划");
    jdbc.sql(
            """
            INSERT INTO project_target (zone_id, year, stage, months) VALUES (?, ?, ?, ?)
            ON CONFLICT (zone_id, year, stage) DO UPDATE SET months = excluded.months
            """)
        .params(zone, year, stage, months.toArray(Integer[]::new))
        .update();
  }

  /** The batches of the year, in order, counted from the entries. */
  List<YearPlan> year(long zone, int year) {
    return year(zone, year, standings.listAll(zone));
  }

  /** As it would be if the projects stood so. */
  List<YearPlan> year(long zone, int year, List<Standing> all) {
    Map<String, List<Integer>> targets = targets(zone, year);
    return courses.get().batches().stream()
        .map(stage -> YearPlan.of(year, stage, targets.get(stage.code()), all, today.date()))
        .toList();
  }

  private Map<String, List<Integer>> targets(long zone, int year) {
    Map<String, List<Integer>> targets = new LinkedHashMap<>();
    jdbc.sql("SELECT stage, months FROM project_target WHERE zone_id = ? AND year = ?")
        .params(zone, year)
        .query(
            row -> {
              Array months = row.getArray("months");
              targets.put(row.getString("stage"), Arrays.asList((Integer[]) months.getArray()));
            });
    return targets;
  }
}

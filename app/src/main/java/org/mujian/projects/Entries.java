package org.mujian.projects;

import java.time.LocalDate;
import java.util.List;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.Missing;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries into stages. The database refuses what the rules here refuse, whoever writes. */
@Component
@Transactional
class Entries {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Today today;
  private final Courses courses;
  private final Projects projects;
  private final Standings standings;
  private final ApplicationEventPublisher events;

  Entries(
      JdbcClient jdbc,
      Changes changes,
      Today today,
      Courses courses,
      Projects projects,
      Standings standings,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.today = today;
    this.courses = courses;
    this.projects = projects;
    this.standings = standings;
    this.events = events;
  }

  /**
   * Enters the project into the stage.
   *
   * @throws ProjectRefused naming all that is missing
   */
  void enter(long zone, long id, String stageCode, LocalDate on) {
    Course course = courses.get();
    Stage stage = course.find(stageCode).orElseThrow(() -> new ProjectRefused("没有阶段 " + stageCode));
    Project project = projects.get(zone, id);
    Standing standing = standings.get(zone, id);
    if (on.isAfter(today.date())) {
      throw new ProjectRefused("进入「" + stage.name() + "」的日期 " + on + " 在今天之后；计划日期请填在计划里");
    }
    List<Missing> missing = course.missing(standing, stage, on);
    if (!missing.isEmpty()) {
      throw new ProjectRefused(
          "「" + project.name() + "」不能进入「" + stage.name() + "」：" + Missing.words(missing));
    }
    changes.join(zone, "「" + project.name() + "」进入「" + stage.name() + "」");
    try {
      jdbc.sql(
              "INSERT INTO project_entry (zone_id, project_id, stage, entered_on, who)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .params(zone, id, stageCode, on, Scope.current().who())
          .update();
    } catch (DataIntegrityViolationException e) {
      throw new ProjectRefused("「" + project.name() + "」刚刚由他人变动，不能进入「" + stage.name() + "」；请刷新后再看");
    }
    touch(zone, id);
    events.publishEvent(new ProjectStageEntered(zone, id, stageCode, on));
  }

  /**
   * Takes a mistaken entry back; it stays on record with the reason.
   *
   * @throws ProjectRefused when a later stage stands on it
   */
  void withdraw(long zone, long id, String stageCode, String reason) {
    Course course = courses.get();
    Stage stage = course.find(stageCode).orElseThrow(() -> new ProjectRefused("没有阶段 " + stageCode));
    Project project = projects.get(zone, id);
    Standing standing = standings.get(zone, id);
    if (reason.isBlank()) {
      throw new ProjectRefused("撤回「" + stage.name() + "」要写原因");
    }
    course.stages().stream()
        .filter(later -> stage.order() > 0 && later.order() > stage.order())
        .filter(later -> standing.entered().containsKey(later.code()))
        .findFirst()
        .ifPresent(
            later -> {
              throw new ProjectRefused("请先撤回之后的阶段「" + later.name() + "」");
            });
    changes.join(zone, "撤回「" + project.name() + "」的「" + stage.name() + "」：" + reason.strip());
    int updated =
        jdbc.sql(
                "UPDATE project_entry SET withdrawn = ? WHERE zone_id = ? AND project_id = ?"
                    + " AND stage = ? AND withdrawn IS NULL")
            .params(reason.strip(), zone, id, stageCode)
            .update();
    if (updated == 0) {
      throw new ProjectRefused("「" + project.name() + "」没有进入「" + stage.name() + "」，无可撤回");
    }
    touch(zone, id);
  }

  List<Entry> list(long zone, long project) {
    return jdbc.sql(
            "SELECT id, stage, entered_on, at, who, withdrawn FROM project_entry"
                + " WHERE zone_id = ? AND project_id = ? ORDER BY entered_on, id")
        .params(zone, project)
        .query(
            (row, i) ->
                new Entry(
                    row.getLong(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getTimestamp(4).toInstant(),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  /** A returned dispatch table sees by the version that the project moved on. */
  private void touch(long zone, long id) {
    jdbc.sql("UPDATE project SET version = version + 1 WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .update();
  }
}

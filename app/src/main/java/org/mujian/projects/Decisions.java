package org.mujian.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of meetings, each saved as it is typed. */
@Component
@Transactional
class Decisions {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Meetings meetings;
  private final Projects projects;

  Decisions(JdbcClient jdbc, Changes changes, Meetings meetings, Projects projects) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.meetings = meetings;
    this.projects = projects;
  }

  Decision add(long zone, long meeting, @Nullable Long project) {
    Meeting open = openMeeting(zone, meeting);
    changes.join(zone, "第 " + open.number() + " 次调度会添一行");
    long id =
        jdbc.sql(
                "INSERT INTO project_decision (zone_id, meeting_id, project_id)"
                    + " VALUES (:zone, :meeting, :project) RETURNING id")
            .param("zone", zone)
            .param("meeting", meeting)
            .param(
                "project", project == null ? null : projects.get(zone, project).id(), Types.BIGINT)
            .query(Long.class)
            .single();
    return get(zone, id);
  }

  /** Saves what stands in the line now. */
  Decision save(long zone, Decision line) {
    Decision before = get(zone, line.id());
    Meeting open = openMeeting(zone, before.meetingId());
    if (line.projectId() != null) {
      projects.get(zone, line.projectId());
    }
    changes.join(zone, "第 " + open.number() + " 次调度会议定「" + line.what().strip() + "」");
    try {
      jdbc.sql(
              """
              UPDATE project_decision SET project_id = :project, what = :what, lead = :lead,
                support = :support, due = :due WHERE zone_id = :zone AND id = :id
              """)
          .param("project", line.projectId(), Types.BIGINT)
          .param("what", line.what().strip())
          .param("lead", line.lead().strip())
          .param("support", line.support().strip())
          .param("due", line.due(), Types.DATE)
          .param("zone", zone)
          .param("id", line.id())
          .update();
    } catch (DataIntegrityViolationException e) {
      throw new ProjectRefused("第 " + open.number() + " 次调度会刚刚结束，这一行没有保存");
    }
    return get(zone, line.id());
  }

  void remove(long zone, long id) {
    Decision line = get(zone, id);
    Meeting open = openMeeting(zone, line.meetingId());
    changes.join(zone, "第 " + open.number() + " 次调度会删去一行");
    jdbc.sql("DELETE FROM project_decision WHERE zone_id = ? AND id = ?").params(zone, id).update();
  }

  void becomes(long zone, long id, long problem) {
    jdbc.sql("UPDATE project_decision SET problem_id = ? WHERE zone_id = ? AND id = ?")
        .params(problem, zone, id)
        .update();
  }

  private Meeting openMeeting(long zone, long meeting) {
    Meeting found = meetings.get(zone, meeting);
    if (!found.open()) {
      throw new ProjectRefused("第 " + found.number() + " 次调度会已经结束，议定事项不能再改");
    }
    return found;
  }

  Decision get(long zone, long id) {
    return jdbc.sql("SELECT * FROM project_decision WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(Decisions::decision)
        .optional()
        .orElseThrow(() -> new NoSuchProject("议定事项 " + id));
  }

  List<Decision> list(long zone, long meeting) {
    return jdbc.sql(
            "SELECT * FROM project_decision WHERE zone_id = ? AND meeting_id = ? ORDER BY id")
        .params(zone, meeting)
        .query(Decisions::decision)
        .list();
  }

  private static Decision decision(ResultSet row, int i) throws SQLException {
    return new Decision(
        row.getLong("id"),
        row.getLong("meeting_id"),
        row.getObject("project_id", Long.class),
        row.getString("what"),
        row.getString("lead"),
        row.getString("support"),
        row.getObject("due", LocalDate.class),
        row.getObject("problem_id", Long.class));
  }
}

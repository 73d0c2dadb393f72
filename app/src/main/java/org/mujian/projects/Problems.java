package org.mujian.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Problems (问题): raised, moved with a reason, struck off with evidence. */
@Component
@Transactional
class Problems {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Today today;

  Problems(JdbcClient jdbc, Changes changes, Today today) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.today = today;
  }

  /** What a problem says: all but {@code support} is needed. */
  record Matter(String what, String lead, String support, LocalDate due) {
    Matter {
      what = what.strip();
      lead = lead.strip();
      support = support.strip();
      if (what.isEmpty() || lead.isEmpty()) {
        throw new ProjectRefused("问题要写明事项和牵头单位");
      }
    }
  }

  long raise(long zone, @Nullable Long project, @Nullable Long meeting, Matter matter) {
    changes.join(zone, "提出问题「" + matter.what() + "」");
    return jdbc.sql(
            """
            INSERT INTO project_problem (zone_id, project_id, meeting_id, what, lead, support, due, raised_on, who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
        .params(
            Arrays.asList(
                zone,
                project,
                meeting,
                matter.what(),
                matter.lead(),
                matter.support(),
                matter.due(),
                today.date(),
                Scope.current().who()))
        .query(Long.class)
        .single();
  }

  /** Changes the words of an open problem; a new due date needs {@link #postpone}'s reason too. */
  void reword(long zone, long id, Matter matter, String reason) {
    Problem before = getOpen(zone, id);
    changes.join(zone, "修改问题「" + before.what() + "」");
    jdbc.sql(
            """
            UPDATE project_problem SET what = ?, lead = ?, support = ?, due = ?, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(matter.what(), matter.lead(), matter.support(), matter.due(), zone, id)
        .update();
    if (!before.due().equals(matter.due())) {
      note(zone, id, reason, before.due());
    }
  }

  void postpone(long zone, long id, LocalDate due, String reason) {
    Problem before = getOpen(zone, id);
    if (reason.isBlank()) {
      throw new ProjectRefused("改时限要写原因");
    }
    reword(
        zone, id, new Matter(before.what(), before.lead(), before.support(), due), reason.strip());
  }

  /**
   * Strikes the problem off (销号).
   *
   * @throws ProjectRefused without evidence, or when it was struck off before
   */
  void strike(long zone, long id, String evidence) {
    Problem problem = getOpen(zone, id);
    if (evidence.isBlank()) {
      throw new ProjectRefused("「" + problem.what() + "」销号要写依据，例如：验收意见书 14 号");
    }
    changes.join(zone, "问题「" + problem.what() + "」销号：" + evidence.strip());
    int updated =
        jdbc.sql(
                """
                UPDATE project_problem SET struck_on = ?, struck_by = ?, struck_with = ?, version = version + 1
                WHERE zone_id = ? AND id = ? AND struck_on IS NULL
                """)
            .params(today.date(), Scope.current().who(), evidence.strip(), zone, id)
            .update();
    if (updated == 0) {
      throw new ProjectRefused("「" + problem.what() + "」刚刚已由他人销号");
    }
  }

  void note(long zone, long id, String what, @Nullable LocalDate dueBefore) {
    jdbc.sql(
            "INSERT INTO project_problem_note (zone_id, problem_id, what, due_before, who)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(Arrays.asList(zone, id, what.strip(), dueBefore, Scope.current().who()))
        .update();
  }

  Problem get(long zone, long id) {
    return jdbc.sql("SELECT * FROM project_problem WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(Problems::problem)
        .optional()
        .orElseThrow(() -> new NoSuchProject("问题 " + id));
  }

  private Problem getOpen(long zone, long id) {
    Problem problem = get(zone, id);
    if (!problem.open()) {
      throw new ProjectRefused(
          "「" + problem.what() + "」已于 " + problem.struckOn() + " 销号（" + problem.struckWith() + "）");
    }
    return problem;
  }

  /** The most urgent first. */
  List<Problem> listOpen(long zone) {
    return jdbc.sql(
            "SELECT * FROM project_problem WHERE zone_id = ? AND struck_on IS NULL ORDER BY due,"
                + " id")
        .param(zone)
        .query(Problems::problem)
        .list();
  }

  /** Open ones first, by due date. */
  List<Problem> listOfProject(long zone, long project) {
    return jdbc.sql(
            "SELECT * FROM project_problem WHERE zone_id = ? AND project_id = ?"
                + " ORDER BY struck_on IS NOT NULL, due, id")
        .params(zone, project)
        .query(Problems::problem)
        .list();
  }

  /** Decided by meetings before {@code meeting} and still open: what a meeting begins with. */
  List<Problem> listOpenOfMeetings(long zone, long meeting) {
    return jdbc.sql(
            "SELECT * FROM project_problem WHERE zone_id = ? AND struck_on IS NULL"
                + " AND meeting_id < ? ORDER BY due, id")
        .params(zone, meeting)
        .query(Problems::problem)
        .list();
  }

  /** Struck off on {@code day} or later. */
  List<Problem> listStruckSince(long zone, LocalDate day) {
    return jdbc.sql(
            "SELECT * FROM project_problem WHERE zone_id = ? AND struck_on >= ? ORDER BY struck_on,"
                + " id")
        .params(zone, day)
        .query(Problems::problem)
        .list();
  }

  List<ProblemNote> notes(long zone, long project) {
    return jdbc.sql(
            """
            SELECT n.* FROM project_problem_note n
            JOIN project_problem p ON p.zone_id = n.zone_id AND p.id = n.problem_id
            WHERE n.zone_id = ? AND p.project_id = ? ORDER BY n.at
            """)
        .params(zone, project)
        .query(
            (row, i) ->
                new ProblemNote(
                    row.getLong("problem_id"),
                    row.getString("what"),
                    row.getObject("due_before", LocalDate.class),
                    row.getTimestamp("at").toInstant(),
                    row.getString("who")))
        .list();
  }

  static Problem problem(ResultSet row, int i) throws SQLException {
    return new Problem(
        row.getLong("id"),
        row.getObject("project_id", Long.class),
        row.getObject("meeting_id", Long.class),
        row.getString("what"),
        row.getString("lead"),
        row.getString("support"),
        row.getObject("due", LocalDate.class),
        row.getObject("raised_on", LocalDate.class),
        row.getTimestamp("at").toInstant(),
        row.getString("who"),
        row.getObject("struck_on", LocalDate.class),
        row.getString("struck_by"),
        row.getString("struck_with"),
        row.getInt("version"));
  }
}

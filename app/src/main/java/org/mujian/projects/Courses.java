package org.mujian.projects;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.EvidenceKind;
import org.mujian.projects.course.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stages and kinds of evidence, which are data. */
@Component
@Transactional
class Courses {

  private final JdbcClient jdbc;

  Courses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Course get() {
    List<Stage> stages =
        jdbc.sql("SELECT * FROM project_stage ORDER BY place NULLS LAST, code")
            .query(Courses::stage)
            .list();
    List<EvidenceKind> kinds =
        jdbc.sql("SELECT * FROM project_evidence_kind ORDER BY place")
            .query(
                (row, i) ->
                    new EvidenceKind(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getBoolean("needs_file"),
                        row.getBoolean("needs_number")))
            .list();
    return new Course(stages, kinds);
  }

  private static Stage stage(ResultSet row, int i) throws SQLException {
    Array needs = row.getArray("needs");
    return new Stage(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getObject("place", Integer.class),
        row.getObject("batch", Integer.class),
        Arrays.asList((String[]) needs.getArray()),
        row.getBoolean("needs_code"));
  }
}

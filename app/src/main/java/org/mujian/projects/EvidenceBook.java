package org.mujian.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.EvidenceKind;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of projects: added, never taken away. */
@Component
@Transactional
class EvidenceBook {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Today today;
  private final Courses courses;
  private final Projects projects;

  EvidenceBook(JdbcClient jdbc, Changes changes, Today today, Courses courses, Projects projects) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.today = today;
    this.courses = courses;
    this.projects = projects;
  }

  /**
   * @param fileId in the file store, or null
   * @throws ProjectRefused when the kind asks for a number or a file that is not given
   */
  long add(
      long zone,
      long id,
      String kindCode,
      String number,
      LocalDate dated,
      String note,
      @Nullable Long fileId,
      String fileName) {
    Project project = projects.get(zone, id);
    EvidenceKind kind =
        courses.get().kinds().stream()
            .filter(k -> k.code().equals(kindCode))
            .findFirst()
            .orElseThrow(() -> new ProjectRefused("没有材料种类「" + kindCode + "」"));
    if (kind.needsNumber() && number.isBlank()) {
      throw new ProjectRefused(kind.name() + "要写编号");
    }
    if (kind.needsFile() && fileId == null) {
      throw new ProjectRefused(kind.name() + "要附照片文件");
    }
    if (dated.isAfter(today.date())) {
      throw new ProjectRefused(kind.name() + "的日期 " + dated + " 在今天之后");
    }
    changes.join(zone, "「" + project.name() + "」附" + kind.name());
    return jdbc.sql(
            """
            INSERT INTO project_evidence (zone_id, project_id, kind, number, dated, note, file_id, file_name, who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
        .params(
            java.util.Arrays.asList(
                zone,
                id,
                kindCode,
                number.strip(),
                dated,
                note.strip(),
                fileId,
                fileName,
                Scope.current().who()))
        .query(Long.class)
        .single();
  }

  List<Evidence> list(long zone, long project) {
    return jdbc.sql(
            "SELECT * FROM project_evidence WHERE zone_id = ? AND project_id = ? ORDER BY dated,"
                + " id")
        .params(zone, project)
        .query(
            (row, i) ->
                new Evidence(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("number"),
                    row.getObject("dated", LocalDate.class),
                    row.getString("note"),
                    row.getObject("file_id", Long.class),
                    row.getString("file_name"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("who")))
        .list();
  }
}

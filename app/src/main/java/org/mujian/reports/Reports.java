package org.mujian.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.KeptFiles;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of the zones. They are written once and never changed: a second one is an edition.
 */
@Component("weeklyReports") // clusters has its Reports too
@Transactional
class Reports {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final KeptFiles files;
  private final JsonMapper json;

  Reports(JdbcClient jdbc, Changes changes, KeptFiles files, JsonMapper json) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.files = files;
    this.json = json;
  }

  /**
   * Keeps the report with its files; two of one week at once become two editions.
   *
   * @param job the one that wrote it: run again after a crash, it gets the report that it kept
   */
  long keep(Span span, long job, Report.Content content, byte[] word, byte @Nullable [] pdf) {
    long zone = span.zone().id();
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('report'), ?::int)")
        .param((int) zone)
        .query((row, i) -> i)
        .list();
    return jdbc.sql("SELECT id FROM report WHERE zone_id = ? AND job_id = ?")
        .params(zone, job)
        .query(Long.class)
        .optional()
        .orElseGet(() -> insert(span, job, content, word, pdf));
  }

  private long insert(
      Span span, long job, Report.Content content, byte[] word, byte @Nullable [] pdf) {
    long zone = span.zone().id();
    changes.join(zone, "生成" + content.title() + " " + content.subtitle());
    String name = content.title() + " " + span.from();
    Long pdfFile = pdf == null ? null : files.keep(zone, name + ".pdf", pdf);
    return jdbc.sql(
            """
            INSERT INTO report (zone_id, kind, from_day, until_day, as_of, edition, job_id, content, word_file, pdf_file, who)
            VALUES (:zone, 'weekly', :from, :until, :asOf,
              (SELECT count(*) + 1 FROM report WHERE zone_id = :zone AND kind = 'weekly' AND from_day = :from),
              :job, :content::jsonb, :word, :pdf, :who)
            RETURNING id
            """)
        .param("zone", zone)
        .param("from", span.from())
        .param("until", span.until())
        .param("asOf", span.asOf())
        .param("job", job)
        .param("content", json.writeValueAsString(content))
        .param("word", files.keep(zone, name + ".docx", word))
        .param("pdf", pdfFile, Types.BIGINT)
        .param("who", Scope.current().who())
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  List<Report> list(long zone) {
    return jdbc.sql("SELECT * FROM report WHERE zone_id = ? ORDER BY from_day DESC, edition DESC")
        .param(zone)
        .query(this::report)
        .list();
  }

  @Transactional(readOnly = true)
  Optional<Report> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM report WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(this::report)
        .optional();
  }

  /**
   * @throws NoSuchReport when it is not there or another zone's
   */
  @Transactional(readOnly = true)
  Report get(long zone, long id) {
    return find(zone, id).orElseThrow(() -> new NoSuchReport(id));
  }

  @Transactional(readOnly = true)
  byte[] file(long zone, long id) {
    return files.read(zone, id);
  }

  private Report report(ResultSet row, int i) throws SQLException {
    return new Report(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getObject("from_day", java.time.LocalDate.class),
        row.getObject("until_day", java.time.LocalDate.class),
        row.getObject("as_of", java.time.LocalDate.class),
        row.getInt("edition"),
        json.readValue(row.getString("content"), Report.Content.class),
        row.getLong("word_file"),
        row.getObject("pdf_file", Long.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("who"));
  }
}

package org.mujian.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports of the zones that the current scope sees. */
@Component
@Transactional
class Imports {

  private static final int LISTED = 50;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Imports(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Import create(long zone, String kind, StoredFile file, String fileName) {
    Scope scope = Scope.current();
    return jdbc.sql(
            """
            INSERT INTO import (zone_id, kind, file_id, file_name, sha256, account_id, who)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *
            """)
        .params(zone, kind, file.id(), fileName, file.sha256(), scope.accountId(), scope.who())
        .query(this::read)
        .single();
  }

  @Transactional(readOnly = true)
  Optional<Import> find(long id) {
    return jdbc.sql("SELECT * FROM import WHERE zone_id = ANY (?) AND id = ?")
        .params(Scope.current().zones().toArray(Long[]::new), id)
        .query(this::read)
        .optional();
  }

  /** The newest first; the zone's and, for those who see them, the province's. */
  @Transactional(readOnly = true)
  List<Import> list(long zone) {
    return jdbc.sql("SELECT * FROM import WHERE zone_id = ANY (?) ORDER BY id DESC LIMIT ?")
        .params(new Long[] {zone, Scope.PROVINCE}, LISTED)
        .query(this::read)
        .list();
  }

  /** Jobs of imports of the same content, which may still be at work; no other can begin now. */
  List<Long> listJobsOf(long zone, String kind, byte[] sha256) {
    lock(zone, kind + HexFormat.of().formatHex(sha256));
    return jdbc.sql(
            """
            SELECT job_id FROM import
            WHERE zone_id = ? AND kind = ? AND sha256 = ? AND job_id IS NOT NULL ORDER BY id DESC LIMIT 5
            """)
        .params(zone, kind, sha256)
        .query(Long.class)
        .list();
  }

  private void lock(long zone, String what) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, ?))")
        .params(what, zone)
        .query((row, i) -> true)
        .single();
  }

  void setJob(Import what, long jobId) {
    jdbc.sql("UPDATE import SET job_id = ? WHERE zone_id = ? AND id = ?")
        .params(jobId, what.zoneId(), what.id())
        .update();
  }

  void setAsked(Import what, Asked asked) {
    jdbc.sql("UPDATE import SET asked = ?::jsonb WHERE zone_id = ? AND id = ?")
        .params(json.writeValueAsString(asked), what.zoneId(), what.id())
        .update();
  }

  /** Also when no row could be judged: then {@code counts} is null and the import stays new. */
  void setRead(Import what, Understood understood, Import.@Nullable Counts counts) {
    jdbc.sql(
            """
            UPDATE import SET state = :state, understood = :understood::jsonb, rows = :rows,
              accepted = :accepted, rejected = :rejected, blank = :blank, reasons = :reasons::jsonb
            WHERE zone_id = :zone AND id = :id
            """)
        .param("state", (counts == null ? Import.State.NEW : Import.State.STAGED).code())
        .param("understood", json.writeValueAsString(understood))
        .param("rows", counts == null ? null : counts.rows(), Types.BIGINT)
        .param("accepted", counts == null ? null : counts.accepted(), Types.BIGINT)
        .param("rejected", counts == null ? null : counts.rejected(), Types.BIGINT)
        .param("blank", counts == null ? null : counts.blank(), Types.BIGINT)
        .param("reasons", counts == null ? "{}" : json.writeValueAsString(counts.reasons()))
        .param("zone", what.zoneId())
        .param("id", what.id())
        .update();
  }

  void setCommitted(Import what, ImportKind.Committed committed) {
    jdbc.sql(
            """
            UPDATE import SET state = 'committed', inserted = ?, updated = ?, unchanged = ?,
              notes = ?::jsonb, committed_at = now()
            WHERE zone_id = ? AND id = ?
            """)
        .params(
            committed.inserted(),
            committed.updated(),
            committed.unchanged(),
            json.writeValueAsString(committed.notes()),
            what.zoneId(),
            what.id())
        .update();
  }

  void setAbandoned(Import what) {
    jdbc.sql(
            "UPDATE import SET state = 'abandoned' WHERE zone_id = ? AND id = ? AND state IN"
                + " ('new', 'staged')")
        .params(what.zoneId(), what.id())
        .update();
  }

  private Import read(ResultSet row, int number) throws SQLException {
    String understood = row.getString("understood");
    return new Import(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("kind"),
        Import.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("file_id"),
        row.getString("file_name"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getObject("job_id", Long.class),
        row.getLong("account_id"),
        row.getString("who"),
        json.readValue(row.getString("asked"), Asked.class),
        understood == null ? null : json.readValue(understood, Understood.class),
        counts(row),
        row.getObject("inserted") == null
            ? null
            : new ImportKind.Committed(
                row.getLong("inserted"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                numbers(row.getString("notes"))),
        row.getTimestamp("created_at").toInstant());
  }

  private Import.@Nullable Counts counts(ResultSet row) throws SQLException {
    return row.getObject("rows") == null
        ? null
        : new Import.Counts(
            row.getLong("rows"),
            row.getLong("accepted"),
            row.getLong("rejected"),
            row.getLong("blank"),
            numbers(row.getString("reasons")));
  }

  private Map<String, Long> numbers(String object) {
    return json.readValue(object, new TypeReference<Map<String, Long>>() {});
  }
}

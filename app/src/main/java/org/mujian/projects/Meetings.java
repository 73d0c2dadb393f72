package org.mujian.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The weekly meetings; one is open at a time. */
@Component
@Transactional
class Meetings {

  private final JdbcClient jdbc;
  private final Changes changes;

  Meetings(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  Meeting open(long zone, LocalDate heldOn, String chair, String attendees) {
    changes.join(zone, "开调度会 " + heldOn);
    try {
      long id =
          jdbc.sql(
                  """
                  INSERT INTO project_meeting (zone_id, number, held_on, chair, attendees, opened_by)
                  SELECT :zone, coalesce(max(number), 0) + 1, :on, :chair, :attendees, :who
                  FROM project_meeting WHERE zone_id = :zone RETURNING id
                  """)
              .param("zone", zone)
              .param("on", heldOn)
              .param("chair", chair.strip())
              .param("attendees", attendees.strip())
              .param("who", Scope.current().who())
              .query(Long.class)
              .single();
      return get(zone, id);
    } catch (DuplicateKeyException e) {
      throw new ProjectRefused("上一次调度会还没有结束：请先结束它，再开新的");
    }
  }

  Meeting get(long zone, long id) {
    return jdbc.sql("SELECT * FROM project_meeting WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query(Meetings::meeting)
        .optional()
        .orElseThrow(() -> new NoSuchProject("调度会 " + id));
  }

  /** The latest first. */
  List<Meeting> listAll(long zone) {
    return jdbc.sql("SELECT * FROM project_meeting WHERE zone_id = ? ORDER BY number DESC")
        .param(zone)
        .query(Meetings::meeting)
        .list();
  }

  Optional<Meeting> findOpen(long zone) {
    return jdbc.sql("SELECT * FROM project_meeting WHERE zone_id = ? AND closed_at IS NULL")
        .param(zone)
        .query(Meetings::meeting)
        .optional();
  }

  /**
   * Locks the meeting, so that lines being saved wait and then find it closed.
   *
   * @throws ProjectRefused when it is closed
   */
  Meeting lockOpen(long zone, long id) {
    get(zone, id);
    return jdbc.sql(
            "SELECT * FROM project_meeting WHERE zone_id = ? AND id = ? AND closed_at IS NULL"
                + " FOR UPDATE")
        .params(zone, id)
        .query(Meetings::meeting)
        .optional()
        .orElseThrow(() -> new ProjectRefused("第 " + get(zone, id).number() + " 次调度会已经结束"));
  }

  void close(long zone, long id, java.time.Instant at) {
    jdbc.sql(
            "UPDATE project_meeting SET closed_at = ?, closed_by = ? WHERE zone_id = ? AND id = ?"
                + " AND closed_at IS NULL")
        .params(Timestamp.from(at), Scope.current().who(), zone, id)
        .update();
  }

  private static Meeting meeting(ResultSet row, int i) throws SQLException {
    Timestamp closed = row.getTimestamp("closed_at");
    return new Meeting(
        row.getLong("id"),
        row.getInt("number"),
        row.getObject("held_on", LocalDate.class),
        row.getString("chair"),
        row.getString("attendees"),
        row.getTimestamp("opened_at").toInstant(),
        row.getString("opened_by"),
        closed == null ? null : closed.toInstant(),
        row.getString("closed_by"));
  }
}

package org.mujian.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The recorded changes of a zone, newest first. */
@Component
@Transactional(readOnly = true)
public class RecentChanges {

  private final JdbcClient jdbc;

  RecentChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One change: who did what when. */
  public record Entry(long id, Instant at, String who, String why) {}

  public List<Entry> listSince(long zone, Instant since, int limit) {
    return jdbc.sql(
            """
            SELECT id, at, who, why FROM change WHERE zone_id = ? AND at >= ? ORDER BY id DESC LIMIT ?
            """)
        .params(zone, Timestamp.from(since), limit)
        .query(Entry.class)
        .list();
  }

  public long countSince(long zone, Instant since) {
    return jdbc.sql("SELECT count(*) FROM change WHERE zone_id = ? AND at >= ?")
        .params(zone, Timestamp.from(since))
        .query(Long.class)
        .single();
  }
}

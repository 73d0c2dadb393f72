package org.mujian.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Long work of the zones that the current {@link Scope} sees. */
@Component
@Transactional
public class Jobs {

  private static final int LISTED = 100;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final JobRows rows;
  private final Bell bell;

  Jobs(JdbcClient jdbc, JsonMapper json, JobRows rows, Bell bell) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = rows;
    this.bell = bell;
  }

  /**
   * Queues work on behalf of the current scope's account; it starts as soon as this transaction
   * commits.
   *
   * @param zone whose work it is: its people see it
   * @param kind of a {@link JobHandler}
   * @param title for people, in the language of the one who asks
   */
  public Job submit(long zone, String kind, String title, Map<String, String> input) {
    Scope scope = Scope.current();
    Job job =
        jdbc.sql(
                """
                INSERT INTO job (zone_id, kind, title, account_id, who, input)
                VALUES (?, ?, ?, ?, ?, ?::jsonb) RETURNING *, now() AS read_at
                """)
            .params(
                zone, kind, title, scope.accountId(), scope.who(), json.writeValueAsString(input))
            .query(rows)
            .single();
    ringAfterCommit();
    return job;
  }

  @Transactional(readOnly = true)
  public Optional<Job> find(long id) {
    return jdbc.sql("SELECT *, now() AS read_at FROM job WHERE zone_id = ANY (?) AND id = ?")
        .params(visible(), id)
        .query(rows)
        .optional();
  }

  /** The newest first; the zone's and, for those who see them, the province's. */
  @Transactional(readOnly = true)
  public List<Job> list(long zone) {
    return jdbc.sql(
            """
            SELECT *, now() AS read_at FROM job WHERE zone_id = ANY (?)
            ORDER BY state IN ('queued', 'running') DESC, id DESC LIMIT ?
            """)
        .params(new Long[] {zone, Scope.PROVINCE}, LISTED)
        .query(rows)
        .list();
  }

  /** The newest of all visible zones. */
  @Transactional(readOnly = true)
  public List<Job> list() {
    return jdbc.sql(
            "SELECT *, now() AS read_at FROM job WHERE zone_id = ANY (?) ORDER BY id DESC LIMIT ?")
        .params(visible(), LISTED)
        .query(rows)
        .list();
  }

  /**
   * Asks the work to stop; queued work stops at once, running work at its next step. Work that is
   * over stays as it is.
   *
   * @throws AccessDeniedException when it is neither the account's own nor the account an
   *     administrator's
   */
  public Job askStop(Job job, Account account) {
    if (job.accountId() != account.id() && !account.has(Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("somebody else's job");
    }
    return jdbc.sql(
            """
            UPDATE job SET
              stop_asked = stop_asked OR state IN ('queued', 'running'),
              finished_at = CASE WHEN state = 'queued' THEN now() ELSE finished_at END,
              message_key = CASE WHEN state = 'queued' THEN 'job.stopped' ELSE message_key END,
              state = CASE WHEN state = 'queued' THEN 'stopped' ELSE state END
            WHERE zone_id = ? AND id = ? RETURNING *, now() AS read_at
            """)
        .params(job.zoneId(), job.id())
        .query(rows)
        .single();
  }

  private static Long[] visible() {
    return Scope.current().zones().toArray(Long[]::new);
  }

  private void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            bell.ring();
          }
        });
  }
}

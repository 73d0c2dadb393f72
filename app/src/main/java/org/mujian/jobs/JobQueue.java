package org.mujian.jobs;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The queue of all zones, as the workers see it. */
@Component
class JobQueue {

  static final int MOST_ATTEMPTS = 3;
  private static final String STALE = "20 seconds";
  private static final String MISSED = "5 seconds";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Zones zones;
  private final JobRows rows;
  private final JsonMapper json;
  private final Runner me = Runner.me();

  JobQueue(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Zones zones,
      JobRows rows,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.zones = zones;
    this.rows = rows;
    this.json = json;
  }

  /** Takes the oldest queued job. */
  Optional<Job> claim() {
    return inAllZones(
        () ->
            jdbc.sql(
                    """
                    UPDATE job SET state = 'running', attempts = attempts + 1, runner = ?, done = 0,
                      total = NULL, phase = NULL, message_key = NULL, started_at = now(), heartbeat_at = now()
                    WHERE (zone_id, id) = (SELECT zone_id, id FROM job WHERE state = 'queued'
                      ORDER BY created_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
                    RETURNING *, now() AS read_at
                    """)
                .param(me.name())
                .query(rows)
                .optional());
  }

  /** Writes what the run reports and tells it when it must end. */
  void pulse(Running run) {
    Optional<Boolean> stopAsked =
        inAllZones(
            () ->
                jdbc.sql(
                        """
                        UPDATE job SET heartbeat_at = now(), done = :done, total = :total, phase = :phase
                        WHERE zone_id = :zone AND id = :id AND runner = :runner AND attempts = :attempts
                          AND state = 'running'
                        RETURNING stop_asked
                        """)
                    .param("done", run.done())
                    .param("total", run.total(), Types.BIGINT)
                    .param("phase", run.phase(), Types.VARCHAR)
                    .param("zone", run.zone())
                    .param("id", run.id())
                    .param("runner", me.name())
                    .param("attempts", run.job().attempts())
                    .query(Boolean.class)
                    .optional());
    if (stopAsked.isEmpty()) {
      run.halt(Running.Halt.LOST);
    } else if (stopAsked.get()) {
      run.halt(Running.Halt.ASKED);
    }
  }

  void finish(Running run, Job.State state, @Nullable String messageKey, List<String> values) {
    Running.Result result = run.result();
    inAllZones(
        () ->
            jdbc.sql(
                    """
                    UPDATE job SET state = :state, done = :done, total = coalesce(:total, total),
                      accepted = :accepted, rejected = :rejected, report = :report::jsonb,
                      message_key = :key, message_values = :values, phase = NULL, finished_at = now()
                    WHERE zone_id = :zone AND id = :id AND runner = :runner AND attempts = :attempts
                      AND state = 'running'
                    """)
                .param("state", state.code())
                .param("done", run.done())
                .param("total", run.total(), Types.BIGINT)
                .param("accepted", result == null ? null : result.accepted(), Types.BIGINT)
                .param("rejected", result == null ? null : result.rejected(), Types.BIGINT)
                .param(
                    "report",
                    result == null ? null : json.writeValueAsString(result.report()),
                    Types.VARCHAR)
                .param("key", messageKey, Types.VARCHAR)
                .param("values", values.toArray(String[]::new))
                .param("zone", run.zone())
                .param("id", run.id())
                .param("runner", me.name())
                .param("attempts", run.job().attempts())
                .update());
  }

  /** Puts a job back that the closing program could not finish: that is no failed attempt. */
  void putBack(Running run) {
    inAllZones(
        () ->
            jdbc.sql(
                    """
                    UPDATE job SET state = 'queued', attempts = attempts - 1, runner = NULL
                    WHERE zone_id = ? AND id = ? AND runner = ? AND attempts = ? AND state = 'running'
                    """)
                .params(run.zone(), run.id(), me.name(), run.job().attempts())
                .update());
  }

  private record Orphan(long zoneId, long id, String runner, boolean stale, boolean missed) {}

  /**
   * Queues the running jobs again whose process is gone, at most three times.
   *
   * @param mine ids of what this process runs
   */
  void rescue(java.util.Set<Long> mine) {
    inAllZones(
        () -> {
          jdbc
              .sql(
                  """
                  SELECT zone_id, id, runner, heartbeat_at < now() - ?::interval AS stale,
                    heartbeat_at < now() - ?::interval AS missed
                  FROM job WHERE state = 'running' FOR UPDATE SKIP LOCKED
                  """)
              .params(STALE, MISSED)
              .query(Orphan.class)
              .stream()
              .filter(job -> isOrphan(job, mine))
              .toList()
              .forEach(this::requeue);
          return true;
        });
  }

  private boolean isOrphan(Orphan job, java.util.Set<Long> mine) {
    boolean forgotten = job.missed() && job.runner().equals(me.name()) && !mine.contains(job.id());
    return job.stale() || forgotten || me.knowsGone(job.runner());
  }

  private void requeue(Orphan job) {
    jdbc.sql(
            """
            UPDATE job SET
              state = CASE WHEN stop_asked THEN 'stopped' WHEN attempts >= :most THEN 'failed' ELSE 'queued' END,
              message_key = CASE WHEN stop_asked THEN 'job.stopped' WHEN attempts >= :most THEN 'job.crashed' END,
              message_values = ARRAY[attempts::text],
              finished_at = CASE WHEN stop_asked OR attempts >= :most THEN now() END,
              phase = NULL, runner = NULL
            WHERE zone_id = :zone AND id = :id
            """)
        .param("most", MOST_ATTEMPTS)
        .param("zone", job.zoneId())
        .param("id", job.id())
        .update();
  }

  private <T> T inAllZones(Supplier<T> work) {
    long[] all =
        Stream.concat(Stream.of(Scope.PROVINCE), zones.listAll().stream().map(Zone::id))
            .flatMapToLong(LongStream::of)
            .toArray();
    return Scope.ofProgram(all)
        .call(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
  }
}

package org.mujian.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Long work as it stood at {@code readAt}.
 *
 * @param done steps of {@code total}, which is null until it is known
 * @param phase message key of what is being done
 * @param messageKey why it failed or stopped
 * @param startedAt of the last attempt
 */
public record Job(
    long zoneId,
    long id,
    String kind,
    String title,
    State state,
    long accountId,
    String who,
    Map<String, String> input,
    long done,
    @Nullable Long total,
    @Nullable Long accepted,
    @Nullable Long rejected,
    Map<String, Object> report,
    @Nullable String phase,
    @Nullable String messageKey,
    List<String> messageValues,
    int attempts,
    boolean stopAsked,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Instant readAt) {

  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    STOPPED;

    /** As the database, the API and message keys write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isOver() {
      return this == DONE || this == FAILED || this == STOPPED;
    }
  }

  /** Steps a second since the attempt began; null before there is anything to measure. */
  public @Nullable Double rate() {
    Instant start = startedAt;
    if (start == null || done == 0) {
      return null;
    }
    long millis = Duration.between(start, finishedAt == null ? readAt : finishedAt).toMillis();
    return millis < 200 ? null : done * 1000.0 / millis;
  }

  /** Null when the total is unknown or the work is over. */
  public @Nullable Long secondsLeft() {
    Double rate = rate();
    Long all = total;
    if (rate == null || all == null || state != State.RUNNING || all < done) {
      return null;
    }
    return Math.round(Math.ceil((all - done) / rate));
  }
}

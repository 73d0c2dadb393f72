package org.mujian.jobs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Language;
import org.mujian.web.Texts;

/**
 * A job as the API returns it.
 *
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code stopped}
 * @param total null until it is known
 * @param rate steps a second
 * @param message why it failed or stopped, in Chinese
 */
public record JobView(
    long id,
    String kind,
    String title,
    String state,
    long done,
    @Nullable Long total,
    @Nullable Long accepted,
    @Nullable Long rejected,
    Map<String, Object> report,
    @Nullable Double rate,
    @Nullable Long secondsLeft,
    @Nullable String message,
    boolean stopAsked,
    String who,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  public static JobView of(Job job, Texts texts) {
    Double rate = job.rate();
    return new JobView(
        job.id(),
        job.kind(),
        job.title(),
        job.state().code(),
        job.done(),
        job.total(),
        job.accepted(),
        job.rejected(),
        job.report(),
        rate == null ? null : Math.round(rate * 10) / 10.0,
        job.secondsLeft(),
        message(job, texts, Language.SIMPLIFIED),
        job.stopAsked(),
        job.who(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt());
  }

  static @Nullable String message(Job job, Texts texts, Language language) {
    String key = job.messageKey();
    return key == null ? null : texts.get(language, key, job.messageValues().toArray());
  }
}

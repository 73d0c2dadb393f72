package org.mujian.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.web.Times;

/** A job in the words of a page. */
public record JobLine(
    Job job,
    String state,
    String progress,
    @Nullable String message,
    String createdAt,
    String over,
    String sub,
    List<Entry> report,
    @Nullable String href) {

  public record Entry(String label, String text) {}

  public static JobLine of(Job job, Page page) {
    Object there = job.report().get("page");
    return new JobLine(
        job,
        page.t("job.state." + job.state().code()),
        progress(job, page),
        JobView.message(job, page.texts(), page.language()),
        Times.minute(job.createdAt()),
        over(job, page),
        sub(job, page),
        report(job, page),
        there == null ? null : page.in(there.toString()));
  }

  private static String progress(Job job, Page page) {
    List<String> parts = new ArrayList<>();
    String phase = job.phase();
    if (phase != null && !job.state().isOver()) {
      parts.add(page.t(phase));
    }
    Long total = job.total();
    if (total != null) {
      parts.add("%,d / %,d".formatted(job.done(), total));
    } else if (job.done() > 0) {
      parts.add("%,d".formatted(job.done()));
    }
    Double rate = job.rate();
    if (rate != null) {
      parts.add(page.t("job.rate", "%,d".formatted(Math.round(rate))));
    }
    Long left = job.secondsLeft();
    if (left != null) {
      parts.add(page.t("job.left", seconds(left, page)));
    }
    return String.join(" · ", parts);
  }

  /** For the bar, which takes 0 for unknown. */
  public long total() {
    Long total = job.total();
    return total == null ? 0 : total;
  }

  private static String sub(Job job, Page page) {
    String sub = job.who() + " · " + Times.minute(job.createdAt());
    return job.attempts() > 1 ? sub + " · " + page.t("job.attempt", job.attempts()) : sub;
  }

  /** When it is over, how far it came and how long it took. */
  private static String over(Job job, Page page) {
    String lasted = lasted(job, page);
    return !job.state().isOver() || lasted.isEmpty()
        ? ""
        : String.join(" · ", progress(job, page), lasted);
  }

  private static String lasted(Job job, Page page) {
    return job.startedAt() == null || job.finishedAt() == null
        ? ""
        : page.t(
            "job.lasted",
            String.format(
                Locale.ROOT,
                "%.1f",
                Duration.between(job.startedAt(), job.finishedAt()).toMillis() / 1000.0));
  }

  private static String seconds(long seconds, Page page) {
    return seconds < 90
        ? page.t("job.seconds", seconds)
        : page.t("job.minutes", Math.round(seconds / 60.0));
  }

  private static final List<String> SHOWN =
      List.of("rows", "accepted", "rejected", "blankRows", "inserted", "updated", "unchanged");

  /** What the report says in numbers, in the order in which people ask. */
  private static List<Entry> report(Job job, Page page) {
    List<Entry> entries = new ArrayList<>();
    for (String key : SHOWN) {
      if (job.report().get(key) instanceof Number number) {
        entries.add(new Entry(page.t("job.report." + key), "%,d".formatted(number.longValue())));
      }
    }
    return entries;
  }
}

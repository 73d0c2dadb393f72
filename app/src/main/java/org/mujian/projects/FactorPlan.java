package org.mujian.projects;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.PlanAsk;

/**
 * A plan (要素配置方案) as it is kept.
 *
 * @param follows the plan that it was made from by hand, or null
 * @param input what it was computed from, byte by byte; see {@link PlanJson}
 * @param result what the engine answered, byte by byte; null while it is solving
 * @param course how value and bound met
 * @param millis that were spent
 */
record FactorPlan(
    long zoneId,
    long id,
    String name,
    @Nullable Long follows,
    PlanAsk ask,
    String input,
    String sha256,
    Status status,
    @Nullable Long jobId,
    @Nullable String result,
    String course,
    @Nullable Long millis,
    Instant madeAt,
    String madeBy,
    @Nullable Instant solvedAt,
    @Nullable Instant adoptedAt,
    @Nullable String adoptedBy,
    int version) {

  enum Status {
    SOLVING,
    SOLVED,
    /** It is proven that there is none, or none was found in time. */
    NONE,
    ADOPTED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  boolean hasPlan() {
    return status == Status.SOLVED || status == Status.ADOPTED;
  }

  static NoSuchProject none(long id) {
    return new NoSuchProject("方案 " + id);
  }
}

package org.mujian.documents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One bringing of one file.
 *
 * @param zoneId whose rows it writes
 * @param understood null until it was read
 * @param counts null until all rows were judged
 * @param committed null until committed
 */
record Import(
    long zoneId,
    long id,
    String kind,
    State state,
    long fileId,
    String fileName,
    String sha256,
    @Nullable Long jobId,
    long accountId,
    String who,
    Asked asked,
    @Nullable Understood understood,
    @Nullable Counts counts,
    ImportKind.@Nullable Committed committed,
    Instant createdAt) {

  enum State {
    NEW,
    STAGED,
    COMMITTED,
    ABANDONED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param reasons how many rows were refused first for what; they add up to {@code rejected}
   * @param blank rows without any content, which count nowhere
   */
  record Counts(long rows, long accepted, long rejected, long blank, Map<String, Long> reasons) {}
}

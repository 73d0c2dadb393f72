package org.mujian.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one zone's chain found.
 *
 * @param head the last seal, to be written down where this database's masters cannot reach it
 * @param firstBreak the first link that does not hold, or null
 * @param unsealed committed changes that await their seal: no fault, and not yet proven
 * @param strays rows that no seal covers and that await none
 */
public record ChainReport(
    long zone,
    long seals,
    Optional<Seal> head,
    @Nullable Break firstBreak,
    long unsealed,
    List<Stray> strays) {

  public ChainReport {
    strays = List.copyOf(strays);
  }

  public boolean holds() {
    return firstBreak == null && strays.isEmpty();
  }

  /** What is wrong with a link. */
  public enum Fault {
    /** No seal has the number that comes next. */
    SEAL_MISSING,
    /** The seal is there, the change it covers is not. */
    CHANGE_MISSING,
    /** Fewer audit rows than were sealed. */
    AUDIT_MISSING,
    /** More audit rows than were sealed. */
    AUDIT_INSERTED,
    /** As many rows as were sealed, and not the same: the change, an audit row or the seal. */
    ALTERED,
    /** A head written down earlier is not part of this chain. */
    HEAD_DIFFERS
  }

  /**
   * @param change 0 when the seal itself is missing
   */
  public record Break(long number, long change, Fault fault) {}

  /**
   * @param table {@code change} or {@code audit}
   * @param first the lowest of their ids
   */
  public record Stray(String table, long count, long first) {}
}

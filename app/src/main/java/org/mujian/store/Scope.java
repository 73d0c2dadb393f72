package org.mujian.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a thread works, and which zones it may see. Every transaction tells it to the
 * database, whose row-level security does the rest; without a scope a transaction sees no row of
 * any zone table.
 *
 * @param accountId 0 for the program itself
 * @param zones zone ids; {@link #PROVINCE} is the shared part (registry, province accounts)
 * @param enterpriseId set for an enterprise's user, who sees only rows of that enterprise
 * @param readOnly for assessors: the database refuses every write
 */
public record Scope(
    long accountId, String who, List<Long> zones, @Nullable Long enterpriseId, boolean readOnly) {

  /** The id under which the province's shared rows stand. */
  public static final long PROVINCE = 0;

  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  public Scope {
    zones = List.copyOf(zones);
  }

  /** The program's own work in the zones given, for example sealing or loading the sample. */
  public static Scope ofProgram(long... zones) {
    return new Scope(0, "mujian", LongStream.of(zones).boxed().toList(), null, false);
  }

  /** The thread's scope, or one that sees nothing. */
  public static Scope current() {
    return CURRENT.orElse(new Scope(0, "nobody", List.of(), null, false));
  }

  /** Runs {@code work} on this scope's behalf; a surrounding scope returns afterwards. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  String zonesSetting() {
    return zones.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}

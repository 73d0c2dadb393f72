package org.mujian.factors;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An amount of one account that somebody holds.
 *
 * @param holder opaque, for example {@code project:123}
 * @param holderName told to those who are refused
 * @param until the last day: a reservation lapses after it, a commitment of capacity ends with it
 */
public record FactorReservation(
    long zoneId,
    long id,
    long accountId,
    String holder,
    String holderName,
    BigDecimal amount,
    LocalDate from,
    LocalDate until,
    State state,
    Instant madeAt,
    String madeBy,
    boolean sample,
    int version) {

  public enum State {
    RESERVED,
    COMMITTED,
    RELEASED
  }
}

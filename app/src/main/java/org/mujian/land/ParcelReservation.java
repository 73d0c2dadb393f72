package org.mujian.land;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 意向预留: somebody intends to use a parcel from one day until another (both included). It is never a
 * right to the land.
 *
 * @param holder opaque, for example {@code project:123}
 * @param endedWhy why it is active no more; null while it is
 */
public record ParcelReservation(
    long zoneId,
    long id,
    long parcelId,
    String holder,
    String holderName,
    boolean chemical,
    LocalDate from,
    LocalDate until,
    boolean active,
    Instant madeAt,
    String madeBy,
    @Nullable String endedWhy,
    boolean sample,
    int version) {

  boolean covers(LocalDate day) {
    return active && !day.isBefore(from) && !day.isAfter(until);
  }
}

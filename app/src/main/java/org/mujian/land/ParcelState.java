package org.mujian.land;

import org.jspecify.annotations.Nullable;

/**
 * A parcel with what follows from its three tracks today.
 *
 * @param reservation the one in force today, or null
 * @param landable false when it is meant for chemical projects and the park's recognition is not
 *     known or was refused
 */
public record ParcelState(
    Parcel parcel,
    Commitment commitment,
    @Nullable ParcelReservation reservation,
    boolean clear,
    boolean landable,
    Supplyable supplyable,
    ParcelStatus status) {

  /** Whether a project could have it on that day if nobody else takes it. */
  public boolean isFreeOn(java.time.LocalDate day) {
    var on = supplyable.on();
    return landable && commitment == Commitment.FREE && on != null && !on.isAfter(day);
  }
}

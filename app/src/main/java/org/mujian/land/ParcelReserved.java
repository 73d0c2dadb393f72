package org.mujian.land;

/** A parcel was reserved. */
public record ParcelReserved(long zoneId, long reservationId, long parcelId, String holder) {}

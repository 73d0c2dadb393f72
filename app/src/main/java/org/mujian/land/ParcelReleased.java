package org.mujian.land;

/** A reservation ended: given back, or fallen because another won the parcel. */
public record ParcelReleased(
    long zoneId, long reservationId, long parcelId, String holder, String why) {}

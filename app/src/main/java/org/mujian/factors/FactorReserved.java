package org.mujian.factors;

/** A reservation was made. */
public record FactorReserved(long zoneId, long reservationId, long accountId, String holder) {}

package org.mujian.factors;

/** A reservation or commitment was given back, or lapsed. */
public record FactorReleased(long zoneId, long reservationId, long accountId, String holder) {}

package org.mujian.land;

import java.time.LocalDate;
import java.util.List;

/** A work will be finished on another day than was thought, and these parcels move with it. */
public record WorkForecastChanged(
    long zoneId, long workId, LocalDate from, LocalDate to, List<Long> parcelIds) {}

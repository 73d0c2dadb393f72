package org.mujian.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a parcel. It counts at the red line, accepted and flowing; what reaches only
 * the trunk or is temporary is shown apart.
 *
 * @param reach {@code none}, {@code trunk}, {@code temporary} or {@code red-line}
 * @param forecast its own; the work's when a work delivers it
 * @param workId the work that delivers it, or null
 */
public record Connection(
    long parcelId,
    ConnectionKind kind,
    String reach,
    @Nullable BigDecimal voltageKv,
    @Nullable String heatKind,
    @Nullable BigDecimal pressureMpa,
    @Nullable LocalDate planned,
    @Nullable LocalDate forecast,
    @Nullable LocalDate actual,
    String evidence,
    @Nullable Long workId,
    @Nullable String workName) {

  /** One of which nothing is known yet. */
  static Connection unknown(long parcelId, ConnectionKind kind) {
    return new Connection(
        parcelId, kind, "none", null, null, null, null, null, null, "", null, null);
  }

  Connection withForecast(LocalDate date) {
    return new Connection(
        parcelId,
        kind,
        reach,
        voltageKv,
        heatKind,
        pressureMpa,
        planned,
        date,
        actual,
        evidence,
        workId,
        workName);
  }
}

package org.mujian.services.visit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;

/**
 * What an enterprise asks of the committee (诉求).
 *
 * @param visitId the visit on which it was heard; null when the enterprise filed it itself
 * @param owner who answers for it; null, like {@code due}, until somebody takes it on
 * @param answer null until it is answered
 */
public record Request(
    long id,
    long enterpriseId,
    String enterpriseName,
    @Nullable Long visitId,
    String what,
    @Nullable String owner,
    @Nullable LocalDate due,
    LocalDate raisedOn,
    String raisedBy,
    @Nullable String answer,
    @Nullable LocalDate answeredOn,
    @Nullable String answeredBy,
    boolean sample,
    int version) {

  private static final int WARNED_DAYS = 2;

  public boolean isOpen() {
    return answeredOn == null;
  }

  /** ■ past its day; ▲ within two days of it, or nobody has taken it on. */
  public Light.State state(LocalDate today) {
    if (!isOpen()) {
      return due != null && answeredOn != null && answeredOn.isAfter(due)
          ? Light.State.BAD
          : Light.State.OK;
    }
    if (due == null) {
      return Light.State.WARN;
    }
    return due.isBefore(today)
        ? Light.State.BAD
        : ChronoUnit.DAYS.between(today, due) <= WARNED_DAYS ? Light.State.WARN : Light.State.OK;
  }
}

package org.mujian.services.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case as the province's platform tells it.
 *
 * @param outsideNumber the platform's own number
 * @param matter name or code
 * @param open what its status says; null when it says nothing
 * @param agent who accompanies it, or null
 */
public record OutsideCase(
    String outsideNumber,
    String matter,
    String enterpriseName,
    @Nullable String creditCode,
    @Nullable Boolean open,
    @Nullable LocalDate acceptedOn,
    @Nullable LocalDate closedOn,
    @Nullable Result result,
    String words,
    @Nullable String authority,
    @Nullable String agent) {

  boolean isClosed() {
    return Boolean.FALSE.equals(open) || closedOn != null || result != null;
  }

  /** What contradicts itself, whatever is known of the case; the first such thing. */
  Optional<CaseJudge.Fault> findFault(LocalDate today) {
    if (Boolean.TRUE.equals(open) && isClosed()) {
      return CaseJudge.fault("state", "case-open-and-closed");
    }
    if (isClosed() && closedOn == null) {
      return CaseJudge.fault("closed", "case-closed-missing");
    }
    if (isClosed() && result == null) {
      return CaseJudge.fault("result", "case-result-missing");
    }
    if (result != null && result != Result.GRANTED && words.isEmpty()) {
      return CaseJudge.fault("words", "case-words-missing");
    }
    if (acceptedOn != null && acceptedOn.isAfter(today)) {
      return CaseJudge.fault("accepted", "case-date-future");
    }
    if (closedOn != null && closedOn.isAfter(today)) {
      return CaseJudge.fault("closed", "case-date-future");
    }
    if (acceptedOn != null && closedOn != null && closedOn.isBefore(acceptedOn)) {
      return CaseJudge.fault("closed", "case-closed-before");
    }
    return Optional.empty();
  }
}

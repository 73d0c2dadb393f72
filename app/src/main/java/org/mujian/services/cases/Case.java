package org.mujian.services.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that the committee accompanies; the authority decides it.
 *
 * @param number ours, unique in the zone
 * @param authority the bureau that decides
 * @param outsideNumber the authority's own number (外部办件号), once it has given one
 * @param agent who accompanies it (帮代办)
 * @param resultWords the licence's number, or why it was refused or withdrawn
 */
public record Case(
    long zoneId,
    long id,
    String number,
    String matter,
    long enterpriseId,
    String enterpriseName,
    @Nullable Long projectId,
    String projectName,
    String authority,
    @Nullable String outsideNumber,
    String agent,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable Result result,
    String resultWords,
    boolean sample,
    int version) {

  public boolean isOpen() {
    return closedOn == null;
  }
}

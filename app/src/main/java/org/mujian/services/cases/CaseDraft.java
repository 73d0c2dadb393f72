package org.mujian.services.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a case when it is opened.
 *
 * @param enterprise of the registry or the zone's own
 * @param project a project of the zone, or null
 * @param authority the matter's own when null
 * @param outsideNumber when the authority has given one
 * @param acceptedOn the day on which the authority took it in, when it has: the clock starts
 */
public record CaseDraft(
    String matter,
    long enterprise,
    @Nullable Long project,
    @Nullable String authority,
    @Nullable String outsideNumber,
    String agent,
    @Nullable LocalDate acceptedOn) {

  public CaseDraft {
    agent = Said.some(agent, 60, "请写明帮代办人员");
    authority =
        authority == null || authority.isBlank() ? null : Said.some(authority, 60, "请写明主管部门");
    outsideNumber =
        outsideNumber == null || outsideNumber.isBlank()
            ? null
            : Said.some(outsideNumber, 60, "请写明外部办件号");
  }
}

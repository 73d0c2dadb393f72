package org.mujian.facts;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;

/**
 * A dated fact.
 *
 * @param measure its code
 * @param value in the measure's kept unit; null when there is none
 * @param missing why there is none
 * @param evidence a file's id or words, or empty
 * @param bureau the room whose bureau drafted it
 * @param supersedes the approved fact that it corrects, or null
 * @param recorded when and by whom it was put in
 * @param reason why it was returned, when it was
 * @param reviewed the last step of its review
 * @param seal the number under which the last step was sealed; null while it awaits its seal
 * @param knownAt since when the last step is known; null while it awaits its seal
 */
public record Fact(
    long zoneId,
    long id,
    Subject subject,
    String measure,
    Basis basis,
    Period period,
    @Nullable BigDecimal value,
    @Nullable String missing,
    String source,
    String evidence,
    String bureau,
    @Nullable Long supersedes,
    Act recorded,
    State state,
    @Nullable String reason,
    Act reviewed,
    @Nullable Long seal,
    @Nullable Instant knownAt) {

  /** Who did it, and when. */
  public record Act(Instant at, long accountId, String who) {}
}

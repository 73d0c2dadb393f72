package org.mujian.promotion.lead;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a lead.
 *
 * @param kind {@code opened}, an act's code, {@code stage} or {@code note}
 * @param words what happened; for a stage, its evidence
 * @param onDate when it happened, {@code at} when it was recorded
 */
public record LeadEvent(
    long leadId,
    String kind,
    @Nullable LeadStage stage,
    String words,
    LocalDate onDate,
    Instant at,
    String who) {

  boolean is(LeadAct act) {
    return kind.equals(act.code());
  }
}

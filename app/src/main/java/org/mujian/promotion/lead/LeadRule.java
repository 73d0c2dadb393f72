package org.mujian.promotion.lead;

import java.time.LocalDate;

/**
 * How long an act may take.
 *
 * @param days calendar days from the day the lead came in; for reports from the last one
 * @param source where the number comes from
 * @param own whether the zone set it itself; else it is the default of all
 */
public record LeadRule(LeadAct act, int days, String source, LocalDate validFrom, boolean own) {}

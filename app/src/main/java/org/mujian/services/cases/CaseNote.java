package org.mujian.services.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of a case's log.
 *
 * @param kind {@code opened}, {@code outside}, {@code material}, {@code note}, {@code withdrawn} or
 *     {@code result}
 * @param shown whether the enterprise sees it
 */
public record CaseNote(
    long caseId, String kind, String words, LocalDate on, boolean shown, Instant at, String who) {}

package org.mujian.services.visit;

import java.time.LocalDate;

/**
 * A visit to an enterprise (走访).
 *
 * @param visitors who went, as typed
 * @param findings what was learned: how the firm runs, what policy news was brought
 */
public record Visit(
    long id,
    long enterpriseId,
    String enterpriseName,
    LocalDate visitedOn,
    String visitors,
    String findings,
    boolean sample,
    String who) {}

package org.mujian.promotion.lead;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that somebody of the zone works on.
 *
 * @param enterpriseId of the registry or the zone's own, when it is known there
 * @param source where the lead came from, in words
 * @param owner who holds it; {@code ownerId} is the account
 * @param receivedOn the day from which the clock runs
 * @param project the project it became
 */
public record Lead(
    long zoneId,
    long id,
    String name,
    @Nullable String creditCode,
    @Nullable Long enterpriseId,
    @Nullable String chain,
    @Nullable String link,
    String source,
    String note,
    LeadStage stage,
    long ownerId,
    String owner,
    LocalDate receivedOn,
    Instant createdAt,
    @Nullable Long project,
    boolean sample,
    int version) {}

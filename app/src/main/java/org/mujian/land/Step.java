package org.mujian.land;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a parcel's legal or commitment track.
 *
 * @param step a {@link LegalStep}'s or {@link Commitment}'s code
 */
public record Step(
    long parcelId,
    String step,
    @Nullable LocalDate planned,
    @Nullable LocalDate forecast,
    @Nullable LocalDate done,
    String authority,
    String document,
    @Nullable String holder) {}

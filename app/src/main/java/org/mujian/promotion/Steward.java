package org.mujian.promotion;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a chain in a zone.
 *
 * @param kind {@code official} (链长) or {@code enterprise} (链主)
 */
public record Steward(
    String chain,
    String kind,
    String name,
    String title,
    @Nullable Long enterpriseId,
    boolean sample) {}

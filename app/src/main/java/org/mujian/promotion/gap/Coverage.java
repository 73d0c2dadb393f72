package org.mujian.promotion.gap;

import java.time.Instant;

/**
 * What the figures of a chain stand on.
 *
 * @param version of the atlas that gave the tags
 * @param millis how long the reading took
 * @param tagged enterprises with at least one tag
 */
public record Coverage(
    String version,
    Instant taggedAt,
    long millis,
    long enterprises,
    long tagged,
    Base city,
    Base province) {}

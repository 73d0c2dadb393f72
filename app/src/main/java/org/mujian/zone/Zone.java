package org.mujian.zone;

/**
 * A development zone: a tenant.
 *
 * @param code its name in page addresses, for example {@code beifang}
 * @param operator the development company, or empty
 * @param division county, GB/T 2260
 * @param centralMeridian of the 3-degree Gauss-Krüger belt in which areas are computed, in degrees
 * @param sample whether all its content is invented
 */
public record Zone(
    long id,
    String code,
    String name,
    String shortName,
    String operator,
    String division,
    int centralMeridian,
    boolean sample,
    int version) {}

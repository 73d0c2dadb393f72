package org.mujian.zone;

import java.math.BigDecimal;

/**
 * What is to be reached in a plan year.
 *
 * @param measure code of the measure that tells how far it is; empty: none yet
 * @param source where the target stands
 */
public record Target(
    int year, String title, String measure, BigDecimal value, String unit, String source) {}

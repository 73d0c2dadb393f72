package org.mujian.enterprises;

import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;

/**
 * An enterprise as a line of a list, in words.
 *
 * @param capital in 万元 without unit for yuan, with the currency else; "" when unknown
 * @param light null when the status is unknown
 * @param member counted as the zone's own
 * @param own known to this zone only
 */
public record EnterpriseLine(
    long id,
    String name,
    String creditCode,
    String industry,
    String place,
    String capital,
    String registeredOn,
    String status,
    @Nullable Light light,
    boolean sample,
    boolean member,
    boolean own) {}

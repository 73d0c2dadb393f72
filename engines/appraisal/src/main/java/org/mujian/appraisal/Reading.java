package org.mujian.appraisal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one indicator; null for what is not.
 *
 * @param base the value of the same period of the base year
 */
public record Reading(
    @Nullable BigDecimal value, @Nullable BigDecimal target, @Nullable BigDecimal base) {

  public static final Reading NONE = new Reading(null, null, null);
}

package org.mujian.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;

/**
 * A fact as it is put in.
 *
 * @param value in the measure's kept unit; null with a reason in {@code missing}
 */
public record Draft(
    Subject subject,
    Measure measure,
    Basis basis,
    Period period,
    @Nullable BigDecimal value,
    @Nullable String missing,
    String source,
    String evidence,
    String bureau) {}

package org.mujian.governance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Indicator;
import org.mujian.appraisal.Rule;
import org.mujian.facts.Basis;

/**
 * A line of a scheme as it is brought.
 *
 * @param target of the year; a round may set another
 * @param accrues counted from January on; else as it stands in the month
 * @param measure name or code of the measure whose facts are read; empty: the indicator's own name
 * @param basis official basis of a measure that is new; null: the zone's own books
 * @param bureau the department that answers
 */
record IndicatorDraft(
    String code,
    String name,
    String unit,
    BigDecimal points,
    Rule rule,
    boolean accrues,
    @Nullable BigDecimal target,
    String measure,
    @Nullable Basis basis,
    String bureau,
    String note) {

  Indicator indicator() {
    return new Indicator(code, name, unit, points, rule);
  }

  String measureName() {
    return measure.isBlank() ? name : measure;
  }
}

package org.mujian.governance;

import org.jspecify.annotations.Nullable;

/**
 * Where an indicator's value and base come from.
 *
 * @param period of the value's fact, as facts write it; null without one
 * @param counted what the projects' room counted, when there is no fact; else null
 * @param missing the fact's own words why there is no value; null without such a fact
 * @param baseGiven whether the base was typed for the round and is no fact
 */
record Evidence(
    @Nullable String period,
    @Nullable Long fact,
    @Nullable Long baseFact,
    boolean baseGiven,
    @Nullable String missing,
    @Nullable String counted) {

  static final Evidence NONE = new Evidence(null, null, null, false, null, null);

  static Evidence counted(String code, java.time.YearMonth month) {
    String period = new org.mujian.units.Period.Cumulative(month).toString();
    return new Evidence(period, null, null, false, null, code);
  }

  String whyMissing() {
    return missing == null ? "没有已审的数" : missing;
  }
}

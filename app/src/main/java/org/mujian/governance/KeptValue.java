package org.mujian.governance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Reading;

/** What a frozen round keeps of an indicator. */
record KeptValue(Reading reading, @Nullable BigDecimal earned, Evidence evidence) {

  static KeptValue of(ResultSet row) throws SQLException {
    BigDecimal base = row.getBigDecimal("base");
    Long baseFact = row.getObject("base_fact_id", Long.class);
    return new KeptValue(
        new Reading(row.getBigDecimal("value"), row.getBigDecimal("target"), base),
        row.getBigDecimal("earned"),
        new Evidence(
            row.getString("period"),
            row.getObject("fact_id", Long.class),
            baseFact,
            base != null && baseFact == null,
            row.getString("missing"),
            row.getString("counted")));
  }
}

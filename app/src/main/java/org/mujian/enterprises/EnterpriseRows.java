package org.mujian.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads {@link Enterprise}s from rows of the table. */
final class EnterpriseRows {

  private EnterpriseRows() {}

  static Enterprise read(ResultSet row) throws SQLException {
    return new Enterprise(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("credit_code"),
        row.getString("name"),
        List.of((String[]) row.getArray("former_names").getArray()),
        row.getString("type"),
        row.getString("industry_code"),
        row.getObject("industry_version", Integer.class),
        row.getString("division"),
        row.getString("province"),
        row.getString("city"),
        row.getBigDecimal("capital"),
        row.getString("capital_currency"),
        row.getString("capital_text"),
        row.getObject("registered_on", LocalDate.class),
        row.getString("address"),
        row.getString("scope"),
        row.getString("status"),
        row.getString("source"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }
}

package org.mujian.services.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mujian.clock.Span;

/** Spans as the database writes them: a count and its unit. */
public final class Spans {

  public static final String DAY = "day";
  public static final String WORKING_DAY = "working-day";

  private Spans() {}

  public static @Nullable Span read(ResultSet row) throws SQLException {
    String unit = row.getString("unit");
    return unit == null ? null : of(row.getInt("count"), unit);
  }

  /**
   * @throws IllegalArgumentException for an unknown unit or a count that no statute has
   */
  public static Span of(int count, String unit) {
    return switch (unit) {
      case DAY -> Span.days(count);
      case WORKING_DAY -> Span.working(count);
      default -> throw new IllegalArgumentException("no unit " + unit);
    };
  }

  public static String unit(Span span) {
    return span.isWorking() ? WORKING_DAY : DAY;
  }
}

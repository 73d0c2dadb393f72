package org.mujian.governance;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A year appraised by one version of a scheme (考核轮次).
 *
 * @param dueDay of the next month: until when a month's values are due
 * @param frozenMonth the month whose values it keeps; null while it runs
 */
record Round(
    long zoneId,
    long id,
    long schemeId,
    String title,
    int year,
    int dueDay,
    @Nullable YearMonth frozenMonth,
    @Nullable LocalDate frozenOn,
    @Nullable String frozenBy,
    boolean sample) {

  boolean isFrozen() {
    return frozenMonth != null;
  }

  /** The month that one looks at unless asked otherwise: the last whole one of its year. */
  YearMonth month(LocalDate today) {
    if (frozenMonth != null) {
      return frozenMonth;
    }
    YearMonth last = YearMonth.from(today).minusMonths(1);
    if (last.getYear() < year) {
      return YearMonth.of(year, 1);
    }
    return last.getYear() > year ? YearMonth.of(year, 12) : last;
  }

  /** When the values of {@code month} are due. */
  LocalDate due(YearMonth month) {
    return month.plusMonths(1).atDay(dueDay);
  }
}

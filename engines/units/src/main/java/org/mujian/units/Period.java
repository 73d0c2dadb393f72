package org.mujian.units;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * A reporting period of the calendar, in the years 1 to 9999:
 *
 * <table>
 * <caption>The five kinds</caption>
 * <tr><td>a day<td>{@code 2026-03-15}
 * <tr><td>a month<td>{@code 2026-03}
 * <tr><td>January to a month, as statistics bureaus report (1—6月累计)<td>{@code 2026-01..06}
 * <tr><td>a quarter<td>{@code 2026-Q1}
 * <tr><td>a year<td>{@code 2026}
 * </table>
 *
 * <p>The texts of one kind sort as the periods do, so a text column in a database sorts rightly.
 * Periods of different kinds have no order.
 */
public sealed interface Period {

  /** The kinds, by their code in data. */
  enum Kind {
    DAY,
    MONTH,
    CUMULATIVE,
    QUARTER,
    YEAR;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a comparison with the period just before (环比) means anything. */
    public boolean hasSequence() {
      return this != CUMULATIVE;
    }
  }

  Kind kind();

  /** The first day, included. */
  LocalDate start();

  /** The last day, included. */
  LocalDate end();

  /** The period one year earlier (同比). 29 February becomes 28 February. */
  Period yearBefore();

  /**
   * The period of the same kind just before (环比). For a cumulative one it is the one that ends a
   * month earlier, which orders reports but is not compared with: see {@link Kind#hasSequence}.
   */
  Period before();

  /** Whether {@code date} lies in it. */
  default boolean contains(LocalDate date) {
    return !date.isBefore(start()) && !date.isAfter(end());
  }

  record Day(LocalDate date) implements Period {
    public Day {
      checkYear(date.getYear());
    }

    @Override
    public Kind kind() {
      return Kind.DAY;
    }

    @Override
    public LocalDate start() {
      return date;
    }

    @Override
    public LocalDate end() {
      return date;
    }

    @Override
    public Day yearBefore() {
      return new Day(date.minusYears(1));
    }

    @Override
    public Day before() {
      return new Day(date.minusDays(1));
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  record Month(YearMonth month) implements Period {
    public Month {
      checkYear(month.getYear());
    }

    @Override
    public Kind kind() {
      return Kind.MONTH;
    }

    @Override
    public LocalDate start() {
      return month.atDay(1);
    }

    @Override
    public LocalDate end() {
      return month.atEndOfMonth();
    }

    @Override
    public Month yearBefore() {
      return new Month(month.minusYears(1));
    }

    @Override
    public Month before() {
      return new Month(month.minusMonths(1));
    }

    @Override
    public String toString() {
      return month.toString();
    }
  }

  /**
   * January to {@code last}.
   *
   * @param last the month that ends it
   */
  record Cumulative(YearMonth last) implements Period {
    public Cumulative {
      checkYear(last.getYear());
    }

    @Override
    public Kind kind() {
      return Kind.CUMULATIVE;
    }

    @Override
    public LocalDate start() {
      return LocalDate.of(last.getYear(), 1, 1);
    }

    @Override
    public LocalDate end() {
      return last.atEndOfMonth();
    }

    @Override
    public Cumulative yearBefore() {
      return new Cumulative(last.minusYears(1));
    }

    @Override
    public Cumulative before() {
      return new Cumulative(last.minusMonths(1));
    }

    @Override
    public String toString() {
      return "%04d-01..%02d".formatted(last.getYear(), last.getMonthValue());
    }
  }

  record Quarter(int year, int quarter) implements Period {
    public Quarter {
      checkYear(year);
      if (quarter < 1 || quarter > 4) {
        throw new IllegalArgumentException("A quarter is 1 to 4: " + quarter);
      }
    }

    @Override
    public Kind kind() {
      return Kind.QUARTER;
    }

    @Override
    public LocalDate start() {
      return LocalDate.of(year, quarter * 3 - 2, 1);
    }

    @Override
    public LocalDate end() {
      return YearMonth.of(year, quarter * 3).atEndOfMonth();
    }

    @Override
    public Quarter yearBefore() {
      return new Quarter(year - 1, quarter);
    }

    @Override
    public Quarter before() {
      return quarter == 1 ? new Quarter(year - 1, 4) : new Quarter(year, quarter - 1);
    }

    @Override
    public String toString() {
      return "%04d-Q%d".formatted(year, quarter);
    }
  }

  record Year(int year) implements Period {
    public Year {
      checkYear(year);
    }

    @Override
    public Kind kind() {
      return Kind.YEAR;
    }

    @Override
    public LocalDate start() {
      return LocalDate.of(year, 1, 1);
    }

    @Override
    public LocalDate end() {
      return LocalDate.of(year, 12, 31);
    }

    @Override
    public Year yearBefore() {
      return before();
    }

    @Override
    public Year before() {
      return new Year(year - 1);
    }

    @Override
    public String toString() {
      return "%04d".formatted(year);
    }
  }

  /**
   * Reads the written form.
   *
   * @throws DateTimeParseException naming the text when it is none of the five forms
   */
  static Period parse(String text) {
    try {
      if (text.matches("[0-9]{4}")) {
        return new Year(Integer.parseInt(text));
      }
      if (text.matches("[0-9]{4}-Q[1-4]")) {
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
      }
      if (text.matches("[0-9]{4}-01\\.\\.[0-9]{2}")) {
        return new Cumulative(YearMonth.parse(text.substring(0, 5) + text.substring(9)));
      }
      if (text.matches("[0-9]{4}-[0-9]{2}")) {
        return new Month(YearMonth.parse(text));
      }
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return new Day(LocalDate.parse(text));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw unreadable(text, e);
    }
    throw unreadable(text, null);
  }

  private static DateTimeParseException unreadable(
      String text, @org.jspecify.annotations.Nullable Exception cause) {
    return new DateTimeParseException(
        "Not a period (2026-03-15, 2026-03, 2026-01..03, 2026-Q1 or 2026): " + text,
        text,
        0,
        cause);
  }

  private static void checkYear(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("A period's year is 1 to 9999: " + year);
    }
  }
}

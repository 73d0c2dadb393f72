package org.mujian.units;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * A reporting period: a day, month, quarter or year of the calendar, written {@code 2026-03-15},
 * {@code 2026-03}, {@code 2026-Q1} or {@code 2026}. The texts of one kind sort as the periods do.
 */
public sealed interface Period {

  /** The first day, included. */
  LocalDate start();

  /** The last day, included. */
  LocalDate end();

  /** The period one year earlier (同比). 29 February becomes 28 February. */
  Period yearBefore();

  /** The period of the same kind just before (环比). */
  Period before();

  record Day(LocalDate date) implements Period {
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

  record Quarter(int year, int quarter) implements Period {
    public Quarter {
      if (quarter < 1 || quarter > 4) {
        throw new IllegalArgumentException("A quarter is 1 to 4: " + quarter);
      }
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
   * @throws DateTimeParseException naming the text when it is none of the four forms
   */
  static Period parse(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return new Year(Integer.parseInt(text));
      }
      if (text.matches("\\d{4}-Q[1-4]")) {
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        return new Month(YearMonth.parse(text));
      }
      return new Day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new DateTimeParseException(
          "Not a period (2026-03-15, 2026-03, 2026-Q1 or 2026): " + text, text, 0, e);
    }
  }
}

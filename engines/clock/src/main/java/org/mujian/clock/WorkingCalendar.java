package org.mujian.clock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which dates are working days. */
public final class WorkingCalendar {

  /** Weekends only: what holds before anything is published. */
  public static final WorkingCalendar WEEKENDS_ONLY = of(Set.of(), Set.of());

  private final Map<LocalDate, Boolean> named;
  private final Set<Integer> published;

  /**
   * Epoch days on which the rule of weekends fails, ascending, and how many more or fewer so far.
   */
  private final long[] exceptions;

  private final int[] change;

  /**
   * A date that a notice names.
   *
   * @param working true for a weekend that is worked (调休上班), false for a day off
   */
  public record Day(LocalDate date, boolean working) {}

  private WorkingCalendar(TreeMap<LocalDate, Boolean> named, Set<Integer> published) {
    this.named = named;
    this.published = Set.copyOf(published);
    var deviating =
        named.entrySet().stream().filter(day -> isWeekday(day.getKey()) != day.getValue()).toList();
    this.exceptions = new long[deviating.size()];
    this.change = new int[deviating.size()];
    int sum = 0;
    for (int i = 0; i < exceptions.length; i++) {
      sum += deviating.get(i).getValue() ? 1 : -1;
      exceptions[i] = deviating.get(i).getKey().toEpochDay();
      change[i] = sum;
    }
  }

  /**
   * @param days what the notices name; others are working days from Monday to Friday
   * @param published the years whose notice is among them
   * @throws IllegalArgumentException when a date is named twice, differently
   */
  public static WorkingCalendar of(Collection<Day> days, Set<Integer> published) {
    TreeMap<LocalDate, Boolean> named = new TreeMap<>();
    for (Day day : days) {
      Boolean before = named.put(day.date(), day.working());
      if (before != null && before != day.working()) {
        throw new IllegalArgumentException(day.date() + " is named both off and working");
      }
    }
    return new WorkingCalendar(named, published);
  }

  public boolean isWorkingDay(LocalDate date) {
    Boolean said = named.get(date);
    return said == null ? isWeekday(date) : said;
  }

  /** Whether the year's notice is known; without it only weekends are. */
  public boolean isPublished(int year) {
    return published.contains(year);
  }

  /** Whether every year that the days after {@code from} up to {@code to} touch is published. */
  public boolean isPublished(LocalDate from, LocalDate to) {
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (!isPublished(year)) {
        return false;
      }
    }
    return true;
  }

  /** Working days after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
  public int count(LocalDate from, LocalDate to) {
    return to.isAfter(from) ? Math.toIntExact(upTo(to.toEpochDay()) - upTo(from.toEpochDay())) : 0;
  }

  /** The working day that is the {@code count}-th after {@code from}; {@code from} for none. */
  public LocalDate after(LocalDate from, int count) {
    if (count == 0) {
      return from;
    }
    long start = from.toEpochDay();
    long wanted = upTo(start) + count;
    long low = start;
    long high = start + 7L * ((count + exceptions.length) / 5 + 2);
    while (low + 1 < high) {
      long middle = (low + high) / 2;
      if (upTo(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return LocalDate.ofEpochDay(high);
  }

  /** Working days up to an epoch day, counted from some Monday long ago or ahead. */
  private long upTo(long epochDay) {
    long sinceMonday = epochDay + 3; // 1970-01-01 was a Thursday
    long weekdays =
        Math.floorDiv(sinceMonday, 7L) * 5 + Math.min(Math.floorMod(sinceMonday, 7) + 1, 5);
    int at = java.util.Arrays.binarySearch(exceptions, epochDay);
    int last = at >= 0 ? at : -at - 2;
    return last < 0 ? weekdays : weekdays + change[last];
  }

  private static boolean isWeekday(LocalDate date) {
    return date.getDayOfWeek().getValue() <= 5;
  }
}

package org.mujian.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.mujian.zone.Zone;

/**
 * The week that a report tells of.
 *
 * @param from a Monday
 * @param until the Sunday after it
 * @param asOf the day on which the rows were read, at most {@code until} when the week is over
 */
public record Span(Zone zone, LocalDate from, LocalDate until, LocalDate asOf) {

  static Span weekOf(Zone zone, LocalDate day, LocalDate today) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Span(zone, monday, monday.plusDays(6), today);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** The address of a page of the zone: where a figure's reference leads. */
  public String in(String rest) {
    return "/z/" + zone.code() + "/" + rest;
  }

  int week() {
    return from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  int year() {
    return from.get(IsoFields.WEEK_BASED_YEAR);
  }
}

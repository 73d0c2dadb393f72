package org.mujian.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;

/**
 * Something of which a zone has only so much. The four kinds of land quota are accounts of their
 * own and are never added.
 *
 * @param code its name in addresses and in the API, unique in the zone
 * @param factor what it is an account of, for example {@code quota-stock} or {@code power}
 * @param place opaque, for example a parcel; null when the account is the whole zone's
 */
public record FactorAccount(
    long zoneId,
    long id,
    String code,
    String name,
    Kind kind,
    String factor,
    String unit,
    @Nullable String place,
    String note,
    boolean sample,
    int version) {

  public enum Kind {
    /** Spent within a year: quota, tonnes of coal equivalent, money. */
    BUDGET,
    /** There again each quarter: MVA, m³/d, t/h. */
    CAPACITY
  }

  /** The counters that a use from one day until another (both included) draws on, in key order. */
  public List<Period> periods(LocalDate from, LocalDate until) {
    if (kind == Kind.BUDGET) {
      return List.of(new Period.Year(from.getYear()));
    }
    return Stream.iterate(
            quarter(from), q -> !q.start().isAfter(until), q -> quarter(q.end().plusDays(1)))
        .map(Period.class::cast)
        .toList();
  }

  private static Period.Quarter quarter(LocalDate day) {
    return new Period.Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }
}

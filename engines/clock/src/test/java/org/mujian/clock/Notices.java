package org.mujian.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A made-up notice in the manner of the true ones, for years in which none is true. */
final class Notices {

  private Notices() {}

  /**
   * 2051: a week off from Monday 2 October, worked on Sunday 24 September and Saturday the 14th.
   */
  static WorkingCalendar of2051() {
    List<WorkingCalendar.Day> days = new ArrayList<>();
    for (int day = 2; day <= 8; day++) {
      days.add(new WorkingCalendar.Day(LocalDate.of(2051, 10, day), false));
    }
    days.add(new WorkingCalendar.Day(LocalDate.of(2051, 9, 24), true));
    days.add(new WorkingCalendar.Day(LocalDate.of(2051, 10, 14), true));
    return WorkingCalendar.of(days, Set.of(2051));
  }
}

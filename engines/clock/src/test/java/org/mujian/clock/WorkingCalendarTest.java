package org.mujian.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

  private static final LocalDate MONDAY = LocalDate.of(2051, 1, 2);

  @Test
  void holidaysAreOffAndMadeUpWeekendsAreWorked() {
    WorkingCalendar calendar = Notices.of2051();
    assertThat(calendar.isWorkingDay(LocalDate.of(2051, 9, 24))).as("worked Sunday").isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2051, 10, 2))).as("Monday off").isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2051, 10, 9))).as("plain Monday").isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2051, 10, 15))).as("plain Sunday").isFalse();
  }

  @Test
  void theDayAfterAWeekOffIsTheFirstOneThatCounts() {
    WorkingCalendar calendar = Notices.of2051();
    LocalDate friday = LocalDate.of(2051, 9, 29);
    assertThat(calendar.after(friday, 1)).isEqualTo("2051-10-09");
    assertThat(calendar.after(friday, 6)).as("a worked Saturday").isEqualTo("2051-10-14");
    assertThat(calendar.count(friday, LocalDate.of(2051, 10, 8))).isZero();
  }

  @Test
  void aYearIsKnownOnlyWithItsNotice() {
    WorkingCalendar calendar = Notices.of2051();
    assertThat(calendar.isPublished(LocalDate.of(2051, 12, 1), LocalDate.of(2051, 12, 31)))
        .isTrue();
    assertThat(calendar.isPublished(LocalDate.of(2051, 12, 1), LocalDate.of(2052, 1, 1))).isFalse();
    assertThat(WorkingCalendar.WEEKENDS_ONLY.isPublished(2051)).isFalse();
  }

  @Test
  void aDateIsNotOffAndWorkingAtOnce() {
    assertThatThrownBy(
            () ->
                WorkingCalendar.of(
                    List.of(
                        new WorkingCalendar.Day(MONDAY, true),
                        new WorkingCalendar.Day(MONDAY, false)),
                    Set.of()))
        .hasMessageContaining("2051-01-02 is named both");
  }

  @Property
  void itCountsAsOneCountsOnTheWall(
      @ForAll @Size(max = 40) Map<@IntRange(max = 400) Integer, Boolean> named,
      @ForAll @IntRange(min = -30, max = 430) int from,
      @ForAll @IntRange(min = -30, max = 430) int to) {
    WorkingCalendar calendar = calendar(named);
    int naive = 0;
    for (int day = from + 1; day <= to; day++) {
      naive += works(named, MONDAY.plusDays(day)) ? 1 : 0;
    }
    assertThat(calendar.count(MONDAY.plusDays(from), MONDAY.plusDays(to))).isEqualTo(naive);
  }

  @Property
  void itAddsAsOneTicksDaysOff(
      @ForAll @Size(max = 40) Map<@IntRange(max = 400) Integer, Boolean> named,
      @ForAll @IntRange(min = -30, max = 430) int from,
      @ForAll @IntRange(max = 300) int count) {
    LocalDate day = MONDAY.plusDays(from);
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      left -= works(named, day) ? 1 : 0;
    }
    assertThat(calendar(named).after(MONDAY.plusDays(from), count)).isEqualTo(day);
  }

  static WorkingCalendar calendar(Map<Integer, Boolean> named) {
    return WorkingCalendar.of(
        named.entrySet().stream()
            .map(e -> new WorkingCalendar.Day(MONDAY.plusDays(e.getKey()), e.getValue()))
            .collect(Collectors.toSet()),
        Set.of(2051));
  }

  static boolean works(Map<Integer, Boolean> named, LocalDate day) {
    Boolean said = named.get((int) (day.toEpochDay() - MONDAY.toEpochDay()));
    return said == null
        ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
        : said;
  }
}

package org.mujian.services.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.clock.WorkingCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** The published calendars as shipped, and the numbers of law as rows. */
@MujianTest
class CalendarsTest {

  @Autowired Calendars calendars;
  @Autowired Matters matters;

  @Test
  void thePublishedYearsHaveTheirHolidaysAndMakeUpDays() {
    WorkingCalendar calendar = calendars.current();
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 16))).as("春节").isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28))).as("调休上班的周六").isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2025, 10, 8))).as("国庆节、中秋节").isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2024, 4, 7))).as("调休上班的周日").isTrue();
    assertThat(calendar.after(LocalDate.of(2026, 9, 30), 3)).isEqualTo("2026-10-10");
    assertThat(List.of(2024, 2025, 2026)).allMatch(calendar::isPublished);
    assertThat(calendar.isPublished(2027)).as("not announced, and so provisional").isFalse();
    assertThat(calendars.listNotices())
        .extracting(Calendars.Notice::year)
        .containsExactly("2026", "2025", "2024");
  }

  @Test
  void theyAreTheCalendarsOfTheRealData() throws IOException {
    String folder = System.getenv("MUJIAN_TEST_DATA");
    boolean strict = "true".equals(System.getenv("MUJIAN_STRICT"));
    boolean there = folder != null && Files.exists(Path.of(folder, "calendar", "2026.json"));
    Assumptions.assumeTrue(there || strict, "MUJIAN_TEST_DATA has no calendar/: not compared");
    for (Calendars.Notice notice : calendars.listNotices()) {
      String json = Files.readString(Path.of(folder, "calendar", notice.year() + ".json"));
      List<String> told = new ArrayList<>();
      var day =
          Pattern.compile("\"date\":\\s*\"([0-9-]+)\",\\s*\"isOffDay\":\\s*(true|false)")
              .matcher(json);
      while (day.find()) {
        told.add(day.group(1) + " " + (day.group(2).equals("true") ? "off" : "working"));
      }
      assertThat(notice.days().stream().map(d -> d.day() + (d.working() ? " working" : " off")))
          .as(notice.year())
          .containsExactlyElementsOf(told);
      assertThat(json).contains(notice.source());
    }
  }

  @Test
  void theNumbersOfLawAreRowsWithSourceAndDayAndDoubtfulOnesSaySo() {
    Law law = matters.law(1);
    LocalDate day = LocalDate.of(2026, 11, 24);
    assertThat(law.find("eia-book", day).orElseThrow().limit().span()).hasToString("60日");
    assertThat(law.find("eia-form", day).orElseThrow().limit().span()).hasToString("30日");
    assertThat(law.find("eia-filing", day).orElseThrow().limit()).isNull();
    Matter registration = law.find("registration", day).orElseThrow();
    assertThat(registration.limit().span()).hasToString("3个工作日");
    assertThat(registration.extension().span()).hasToString("3个工作日");
    assertThat(law.listAll(day))
        .hasSize(5)
        .allSatisfy(
            matter ->
                assertThat(matter.times())
                    .isNotEmpty()
                    .allSatisfy(time -> assertThat(time.source()).isNotBlank()));
    assertThat(law.find("land-listing", day).orElseThrow().times())
        .filteredOn(time -> !time.checked())
        .extracting(MatterTime::step)
        .contains("挂牌");
    assertThat(law.find("registration", LocalDate.of(2020, 1, 1)).orElseThrow().limit())
        .as("before the regulation was in force")
        .isNull();
  }
}

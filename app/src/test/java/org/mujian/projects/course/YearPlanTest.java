package org.mujian.projects.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a year counts. */
class YearPlanTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
  private static final Stage STARTED = Sample.COURSE.get("started");
  private static final Stage COMPLETED = Sample.COURSE.get("completed");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          started this year                        | started 2026-03-01                        | 1 | 0 | 0
          started on New Year's Day                | started 2026-01-01                        | 1 | 0 | 0
          started last New Year's Eve: stock       | started 2025-12-31                        | 0 | 0 | 1
          started and completed this year: in both | started 2026-02-01, completed 2026-08-01  | 1 | 1 | 0
          started before, completed this year      | started 2024-05-01, completed 2026-08-01  | 0 | 1 | 1
          completed before: neither                | started 2024-05-01, completed 2025-08-01  | 0 | 0 | 0
          in reserve only                          | reserve 2026-02-01                        | 0 | 0 | 0
          entered after today                      | started 2026-10-05                        | 0 | 0 | 0
          """)
  void aProjectCountsInEachBatchItEntersAndStockApart(
      String what, String entered, int starts, int completions, int stock) {
    List<Standing> projects = List.of(Sample.standing(1, entered, ""));
    assertThat(year(STARTED, projects).counted()).hasSize(starts);
    assertThat(year(COMPLETED, projects).counted()).hasSize(completions);
    assertThat(YearPlan.stock(2026, projects)).hasSize(stock);
  }

  @Test
  void aPhaseCountsOnlyWhenFiledByItself() {
    Standing first = Sample.standing(1, "started 2026-03-01", "");
    Standing filed = Sample.phase(Sample.standing(2, "started 2026-04-01", ""), true);
    Standing unfiled = Sample.phase(Sample.standing(3, "started 2026-05-01", ""), false);
    YearPlan year = year(STARTED, List.of(first, filed, unfiled));
    assertThat(year.counted()).extracting(YearPlan.Counted::project).containsExactly(1L, 2L);
    assertThat(year.unfiled()).containsExactly(3L);
  }

  @Test
  void theMonthsAccumulateAndThoseToComeAreOpen() {
    List<Standing> projects =
        List.of(
            Sample.standing(1, "started 2026-03-31", ""),
            Sample.standing(2, "started 2026-03-01", ""),
            Sample.standing(3, "started 2026-09-30", ""));
    YearPlan year = year(STARTED, projects);
    assertThat(year.months())
        .extracting(YearPlan.MonthLine::actual)
        .containsExactly(0, 0, 2, 2, 2, 2, 2, 2, 3, null, null, null);
    assertThat(year.months().get(2).entered()).containsExactly(2L, 1L);
    assertThat(year.target()).isEqualTo(10);
    assertThat(year.pace()).isEqualByComparingTo("7.5");
    assertThat(year.due(TODAY)).isEqualTo(7);
    assertThat(year.due(TODAY.minusDays(1))).isEqualTo(6);
    assertThat(year.due(LocalDate.of(2026, 1, 31))).isEqualTo(0);
  }

  @Test
  void theForecastMovesWhenTheParcelIsLate() {
    Standing onPlan = Sample.standing(1, "", "started 2026-11-01");
    Standing overdue = Sample.standing(2, "", "started 2026-05-01");
    Standing parcelThisYear =
        Sample.with(Sample.standing(3, "", "started 2026-11-01"), site(LocalDate.of(2026, 12, 20)));
    Standing parcelNextYear =
        Sample.with(Sample.standing(4, "", "started 2026-11-01"), site(LocalDate.of(2027, 2, 1)));
    Standing startedAlready =
        Sample.with(
            Sample.standing(5, "started 2026-02-01", "started 2026-02-01"),
            site(LocalDate.of(2027, 2, 1)));
    Standing parcelUnknown =
        Sample.with(
            Sample.standing(6, "", "started 2026-11-01"), new Standing.Site("B-24", null, "供电"));
    YearPlan year =
        year(
            STARTED,
            List.of(
                onPlan, overdue, parcelThisYear, parcelNextYear, startedAlready, parcelUnknown));
    assertThat(year.forecast())
        .containsExactly(
            new YearPlan.Counted(5, LocalDate.of(2026, 2, 1)),
            new YearPlan.Counted(2, TODAY),
            new YearPlan.Counted(1, LocalDate.of(2026, 11, 1)),
            new YearPlan.Counted(3, LocalDate.of(2026, 12, 20)));
  }

  @Property(tries = 200)
  void whatTheMonthsCountTogetherIsWhatTheYearCounts(
      @ForAll @Size(max = 30) List<@IntRange(min = -200, max = 500) Integer> days) {
    LocalDate newYear = LocalDate.of(2026, 1, 1);
    List<Standing> projects =
        java.util.stream.IntStream.range(0, days.size())
            .mapToObj(i -> Sample.standing(i + 1, "started " + newYear.plusDays(days.get(i)), ""))
            .toList();
    YearPlan year = year(STARTED, projects);
    long expected =
        days.stream().filter(d -> d >= 0 && d <= 272).count(); // day 272 is 30 September
    assertThat(year.counted()).hasSize((int) expected);
    assertThat(year.months().get(8).actual()).isEqualTo((int) expected);
    assertThat(year.months().stream().mapToInt(m -> m.entered().size()).sum())
        .isEqualTo((int) expected);
  }

  private static Standing.Site site(LocalDate day) {
    return new Standing.Site("A-07", day, "2 号主变");
  }

  private static YearPlan year(Stage stage, List<Standing> projects) {
    return YearPlan.of(2026, stage, List.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), projects, TODAY);
  }
}

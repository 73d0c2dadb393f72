package org.mujian.projects.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A light follows from plan, evidence, problems and the parcel. */
class LightsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
  private static final String SIGNED = "reserve 2026-01-05, signed 2026-02-01";
  private final Lights lights = new Lights(Sample.COURSE);

  @Test
  void onPlanIsGreenAndNamesTheNextStage() {
    Verdict verdict = judge(Sample.standing(1, SIGNED, "started 2026-09-01"));
    assertThat(verdict.state()).isEqualTo(Verdict.State.OK);
    assertThat(verdict.values())
        .containsExactly(Sample.COURSE.get("started"), LocalDate.of(2026, 9, 1));
  }

  @Test
  void aPlannedDayThatPassedIsRedAndNamesWhatIsMissing() {
    Verdict verdict = judge(Sample.standing(1, SIGNED, "started 2026-06-01"));
    assertThat(verdict.state()).isEqualTo(Verdict.State.BAD);
    assertThat(verdict.key()).isEqualTo("overdue-plan");
    assertThat(verdict.values().get(2)).isEqualTo(9L);
    assertThat((List<?>) verdict.values().get(3)).hasSize(2);
  }

  @Test
  void thePlannedDayItselfIsNotYetLate() {
    assertThat(judge(Sample.standing(1, SIGNED, "started " + TODAY)).state())
        .isEqualTo(Verdict.State.WARN);
  }

  @Test
  void aComingStageWarnsOnlyWhenEvidenceIsMissing() {
    Standing coming = Sample.standing(1, SIGNED, "started 2026-06-20");
    assertThat(judge(coming).key()).isEqualTo("coming-stage");
    Standing ready =
        Sample.with(
            coming,
            List.of(
                new Proof("permit", TODAY, false, true),
                new Proof("works-photo", TODAY, true, false)));
    assertThat(judge(ready).state()).isEqualTo(Verdict.State.OK);
  }

  @Test
  void anOverdueProblemIsRedAndComesFirst() {
    Standing both =
        Sample.with(
            Sample.standing(1, SIGNED, "started 2026-06-01"),
            new Standing.OpenProblem(7, "缺用地指标 42 亩", "项目局", LocalDate.of(2026, 6, 7)));
    Verdict verdict = judge(both);
    assertThat(verdict.key()).isEqualTo("overdue-problem");
    assertThat(verdict.values()).containsExactly("缺用地指标 42 亩", "项目局", 3L);
  }

  @Test
  void aProblemDueInThreeDaysWarns() {
    Standing coming =
        Sample.with(
            Sample.standing(1, SIGNED, "started 2026-09-01"),
            new Standing.OpenProblem(7, "消防验收", "代办", TODAY.plusDays(3)));
    assertThat(judge(coming).key()).isEqualTo("coming-problem");
    Standing later =
        Sample.with(
            Sample.standing(1, SIGNED, "started 2026-09-01"),
            new Standing.OpenProblem(7, "消防验收", "代办", TODAY.plusDays(4)));
    assertThat(judge(later).state()).isEqualTo(Verdict.State.OK);
  }

  @Test
  void aLateParcelIsYellowInsideTheYearAndRedBeyondIt() {
    Standing planned = Sample.standing(1, SIGNED, "started 2026-09-01");
    assertThat(judge(Sample.with(planned, site(LocalDate.of(2026, 9, 1)))).state())
        .isEqualTo(Verdict.State.OK);
    assertThat(judge(Sample.with(planned, site(LocalDate.of(2026, 12, 1)))).state())
        .isEqualTo(Verdict.State.WARN);
    assertThat(judge(Sample.with(planned, site(LocalDate.of(2027, 1, 5)))).state())
        .isEqualTo(Verdict.State.BAD);
  }

  @Test
  void aParcelOfWhichNobodyKnowsTheDayWarns() {
    Standing planned = Sample.standing(1, SIGNED, "started 2026-09-01");
    var unknown = new Standing.Site("A-07", null, "供电没有日期");
    assertThat(judge(Sample.with(planned, unknown)).key()).isEqualTo("site-unknown");
  }

  @Test
  void aLateParcelNoLongerMattersOnceStarted() {
    Standing started = Sample.standing(1, SIGNED + ", started 2026-05-01", "completed 2026-12-01");
    assertThat(judge(Sample.with(started, site(LocalDate.of(2027, 1, 5)))).state())
        .isEqualTo(Verdict.State.OK);
  }

  @Test
  void withoutAPlanItAsksForOne() {
    assertThat(judge(Sample.standing(1, SIGNED, "")).key()).isEqualTo("no-plan");
  }

  private static Standing.Site site(LocalDate day) {
    return new Standing.Site("A-07", day, "2 号主变");
  }

  private Verdict judge(Standing standing) {
    return lights.judge(standing, TODAY);
  }
}

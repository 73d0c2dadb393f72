package org.mujian.promotion.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mujian.web.Light;

/** The clock follows from what was done and the rules, and from nothing else. */
class LeadClockTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final List<LeadRule> RULES =
      List.of(
          rule(LeadAct.RESPOND, 1),
          rule(LeadAct.JUDGE, 3),
          rule(LeadAct.REPLY, 7),
          rule(LeadAct.REPORT, 14));

  private static LeadRule rule(LeadAct act, int days) {
    return new LeadRule(act, days, "测试", DAY, false);
  }

  private static Lead lead(LeadStage stage) {
    return new Lead(
        1,
        1,
        "某厂",
        null,
        null,
        null,
        null,
        "展会",
        "",
        stage,
        1,
        "王",
        DAY,
        Instant.EPOCH,
        null,
        true,
        0);
  }

  private static LeadEvent done(LeadAct act, int day) {
    return new LeadEvent(1, act.code(), null, "做了", DAY.plusDays(day), Instant.EPOCH, "王");
  }

  private static List<LeadClock.Due> dues(int day, LeadEvent... events) {
    return LeadClock.dues(lead(LeadStage.CLUE), List.of(events), RULES, DAY.plusDays(day));
  }

  @Test
  void aNewLeadIsToBeAnsweredFirst() {
    assertThat(dues(0))
        .extracting(LeadClock.Due::act)
        .containsExactly(LeadAct.RESPOND, LeadAct.JUDGE, LeadAct.REPLY, LeadAct.REPORT);
    assertThat(dues(0))
        .extracting(LeadClock.Due::dueOn)
        .containsExactly(DAY.plusDays(1), DAY.plusDays(3), DAY.plusDays(7), DAY.plusDays(14));
  }

  @Test
  void theLightWarnsADayBeforeAndTurnsRedTheDayAfter() {
    assertThat(dues(0).getFirst().state()).isEqualTo(Light.State.WARN);
    assertThat(dues(1).getFirst().state()).isEqualTo(Light.State.WARN);
    assertThat(dues(2).getFirst().state()).isEqualTo(Light.State.BAD);
    assertThat(dues(2).getFirst().late()).isEqualTo(1);
    assertThat(dues(1, done(LeadAct.RESPOND, 1)).getFirst().state()).isEqualTo(Light.State.OK);
  }

  @Test
  void whatWasDoneIsNotAskedAgainExceptReports() {
    var due = dues(20, done(LeadAct.RESPOND, 1), done(LeadAct.JUDGE, 2), done(LeadAct.REPLY, 5));
    assertThat(due).extracting(LeadClock.Due::act).containsExactly(LeadAct.REPORT);
    assertThat(due.getFirst().state()).isEqualTo(Light.State.BAD);
    var later =
        dues(
            20,
            done(LeadAct.RESPOND, 1),
            done(LeadAct.JUDGE, 2),
            done(LeadAct.REPLY, 5),
            done(LeadAct.REPORT, 14));
    assertThat(later.getFirst().dueOn()).isEqualTo(DAY.plusDays(28));
  }

  @Test
  void aClosedLeadHasNoClock() {
    for (LeadStage stage : List.of(LeadStage.LANDED, LeadStage.DROPPED)) {
      assertThat(LeadClock.dues(lead(stage), List.of(), RULES, DAY.plusDays(99))).isEmpty();
    }
  }

  @Test
  void withoutARuleNothingIsDue() {
    assertThat(LeadClock.dues(lead(LeadStage.CLUE), List.of(), List.of(), DAY.plusDays(99)))
        .isEmpty();
  }
}

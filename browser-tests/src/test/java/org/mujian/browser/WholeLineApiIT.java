package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole line by HTTP alone, and once more with the power cut in every step. Each step is sent
 * with a key and, when the program died over it, sent again with the same key: it is done once,
 * whether or not it was done before the cut.
 */
@ExtendWith(House.class)
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeLineApiIT {

  private static final String IN = FirstHalf.IN;
  private static final String LEADER = "he:" + Person.password("he");
  private static final String USER = "api-user:" + Person.password("api-user");

  /** Accounts are opened by an administrator on a page: their passwords are shown once. */
  @BeforeAll
  static void hire(Program program) throws IOException {
    long enterprise = FirstHalf.candidate(program, 1);
    try (Browser browser = Browser.open()) {
      Person administrator = Person.administrator(browser, program);
      administrator.hire(browser, "he", "副主任 何", "leader");
      administrator.invite(browser, enterprise, "api-user", "接口候选 经办人");
    }
  }

  @Test
  @Order(1)
  void fromAGapInTheChainToTheWeeklyReport(Program program) throws IOException {
    FirstHalf first = new FirstHalf(program, "api", FirstHalf.candidate(program, 1));
    first.open();
    Answer lead = program.send("/api/v1/leads" + IN, first.lead(), "other");
    assertThat(lead.status()).isEqualTo(409);
    assertThat(lead.detail()).contains("管理员");
    first.respond();
    first.negotiate();
    first.makeAProject();
    first.reserveTheParcel();
    first.reserveTheQuota();
    first.sign();
    first.isWhole();
    theSecondWhoComesIsRefused(program, first);

    SecondHalf second = new SecondHalf(first, LEADER);
    casesAreFiledAndTheirClocksKept(program, first, second);
    theEnterpriseSeesItsOwnAndNoOthers(program, second);
    itStartsAndTheScoreMoves(program, first, second);
    int before = SecondHalf.reports(program).size();
    second.askForTheReport();
    theReportSaysSo(program, first, second);
    assertThat(SecondHalf.reports(program)).hasSize(before + 1);
    second.isWhole();
  }

  /** With who holds it and until when. */
  private static void theSecondWhoComesIsRefused(Program program, FirstHalf first)
      throws IOException {
    Answer parcel = program.send(first.parcelAddress() + IN, first.parcel("别的项目"), "other");
    assertThat(parcel.status()).isEqualTo(409);
    assertThat(parcel.detail())
        .contains("已由「" + first.project() + "」意向预留", FirstHalf.UNTIL.toString());
    Answer quota =
        program.send("/api/v1/factors/reservations" + IN, first.quota("100000"), "other");
    assertThat(quota.status()).isEqualTo(409);
    assertThat(quota.detail()).contains("余额", "「" + first.project() + "」占用 1 至 " + FirstHalf.UNTIL);
  }

  private static void casesAreFiledAndTheirClocksKept(
      Program program, FirstHalf first, SecondHalf second) throws IOException {
    second.fileTheCases();
    Answer twice = program.send("/api/v1/cases" + IN, second.eia(), "other");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("holder")).isEqualTo(second.caseNumber);
    second.moveTheClock();
    Answer clock = second.clock();
    assertThat(clock.text("statutory.state")).isEqualTo("running");
    assertThat(clock.text("statutory.deadline"))
        .as("thirty days and two that were not counted")
        .isEqualTo(FirstHalf.TODAY.plusDays(22).toString());
    Answer early =
        program.send(
            "/api/v1/cases/" + second.caseNumber + "/events" + IN,
            Map.of("kind", "pause", "on", FirstHalf.TODAY.minusDays(20).toString(), "words", "x"),
            "early");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.detail()).contains("早于上一事件");
  }

  private static void theEnterpriseSeesItsOwnAndNoOthers(Program program, SecondHalf second)
      throws IOException {
    Answer own = program.get("/api/v1/cases?closed=true", USER).done();
    assertThat(own.list("").stream().map(line -> line.text("file.enterpriseName")).distinct())
        .hasSize(1);
    assertThat(own.list("").stream().map(line -> line.text("file.number")))
        .contains(second.caseNumber);
    String others =
        Answer.of(program.get("/api/v1/cases" + IN)).list("").stream()
            .map(line -> line.text("file.number"))
            .filter(number -> !own.detail().contains(number))
            .findFirst()
            .orElseThrow();
    assertThat(program.get("/api/v1/cases/" + others, USER).status()).isEqualTo(404);
    assertThat(program.get("/api/v1/cases/" + others + "/clock", USER).status()).isEqualTo(404);
    for (String committees : List.of("leads", "projects", "reports/weekly", "rounds")) {
      assertThat(program.get("/api/v1/" + committees, USER).status()).as(committees).isEqualTo(403);
    }
    Map<String, ?> finish = Map.of("kind", "finish", "result", "granted");
    assertThat(
            program
                .send(
                    "POST",
                    "/api/v1/cases/" + second.caseNumber + "/events",
                    USER,
                    finish,
                    Map.of())
                .status())
        .isEqualTo(403);
  }

  private static void itStartsAndTheScoreMoves(Program program, FirstHalf first, SecondHalf second)
      throws IOException {
    second.finishTheCase();
    second.getReadyToStart();
    Answer without =
        program.send(
            "/api/v1/projects/" + first.projectId + "/stages" + IN,
            Map.of("stage", "started", "on", FirstHalf.TODAY.toString()),
            null);
    assertThat(without.status()).isEqualTo(409);
    assertThat(without.detail()).contains("缺施工许可证");
    long before = SecondHalf.started(program, second.month());
    SecondHalf.Score was = second.score();
    second.start();
    boolean thisYear = second.month().getYear() == FirstHalf.TODAY.getYear();
    assertThat(SecondHalf.started(program, second.month()))
        .as("a start in January is the new year's, the round still the old one's")
        .isEqualTo(thisYear ? before + 1 : before);
    second.tellTheStarts();
    SecondHalf.Score now = second.score();
    assertThat(now.value().longValue()).isEqualTo(SecondHalf.started(program, second.month()));
    assertThat(now.known().subtract(was.known()))
        .as("the score moves by what the indicator earned")
        .isEqualByComparingTo(now.earned().subtract(was.earned()));
    assertThat(now.earned()).isPositive();
  }

  private static void theReportSaysSo(Program program, FirstHalf first, SecondHalf second)
      throws IOException {
    long id = second.report();
    WeeklyPaper paper =
        WeeklyPaper.open(program.bytes("/api/v1/reports/weekly/" + id + ".docx" + IN));
    int year = FirstHalf.TODAY.getYear();
    assertThat(paper.value(year + " 年开工"))
        .isEqualTo(
            Long.toString(SecondHalf.started(program, java.time.YearMonth.from(FirstHalf.TODAY))));
    assertThat(paper.text()).contains("「" + first.project() + "」" + FirstHalf.TODAY + " 进入开工");
    assertThat(paper.value("在办办件"))
        .isEqualTo(Integer.toString(Answer.of(program.get("/api/v1/cases" + IN)).list("").size()));
    paper.isFoundAgain(program.reader());
    Answer told = Answer.of(program.get("/api/v1/reports/weekly/" + id + IN));
    assertThat(told.list("numbers").stream().map(number -> number.text("value")))
        .as("the API tells the same numbers")
        .containsExactlyElementsOf(
            paper.numbers().stream().map(WeeklyPaper.Figure::value).toList());
  }

  @Test
  @Order(2)
  void nothingIsLostOrHalfDoneWhenThePowerIsCutInEachStep(Program program) throws IOException {
    FirstHalf first = new FirstHalf(program, "cut", FirstHalf.candidate(program, 2));
    SecondHalf second = new SecondHalf(first, LEADER);
    int reports = SecondHalf.reports(program).size();
    List<Boolean> answered = new ArrayList<>();
    // In the middle of the step, 0 ms is before it; from 500 on after its answer.
    answered.add(program.cutIn(first::open, 0));
    answered.add(program.cutIn(first::respond, 5));
    answered.add(program.cutIn(first::negotiate, 40));
    answered.add(program.cutIn(first::makeAProject, 8));
    answered.add(
        program.cutIn(
            () -> {
              first.reserveTheParcel();
              first.reserveTheQuota();
            },
            15));
    answered.add(program.cutIn(first::sign, 500));
    answered.add(program.cutIn(second::fileTheCases, 30));
    answered.add(program.cutIn(second::moveTheClock, 500));
    second.finishTheCase();
    second.getReadyToStart();
    answered.add(program.cutIn(second::start, 10));
    answered.add(program.cutIn(second::tellTheStarts, 60));
    answered.add(program.cutIn(second::askForTheReport, 500));
    assertThat(answered).as("some cut in the middle, some after the answer").contains(true, false);
    first.isWhole();
    second.isWhole();
    theReportSaysSo(program, first, second);
    assertThat(SecondHalf.reports(program)).as("one, not two editions").hasSize(reports + 1);
    assertThat(program.run("verify-audit")).contains("审计链完好").doesNotContain("✗");
  }
}

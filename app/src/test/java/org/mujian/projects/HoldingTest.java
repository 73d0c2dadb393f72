package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.factors.FactorRefused;
import org.mujian.factors.Factors;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.land.LandRefused;
import org.mujian.projects.course.Verdict;
import org.mujian.projects.course.YearPlan;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Period;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A project's parcel and factors: kept together or not at all; and what a slip of a work moves. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldingTest {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Projects projects;
  @Autowired Plans plans;
  @Autowired Holding holding;
  @Autowired Situations situations;
  @Autowired FactorAccounts factorAccounts;
  @Autowired Factors factors;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final LocalDate today = ProjectZones.today();
  private final LocalDate lastDay = LocalDate.of(today.getYear(), 12, 31);
  private long quota;

  @BeforeAll
  void zoneWithParcelsAndAQuota() {
    ProjectZones.make(jdbc, transaction, changes);
    ProjectZones.SCOPE.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  changes.begin(1, "地块与指标");
                  work();
                  parcel(901, "A-07");
                  parcel(902, "A-08");
                  quota =
                      factorAccounts
                          .create(
                              1,
                              new FactorAccounts.New(
                                  "quota-new",
                                  "新增建设用地计划",
                                  FactorAccount.Kind.BUDGET,
                                  "quota-new",
                                  "亩",
                                  null,
                                  "",
                                  false))
                          .id();
                  factors.supply(
                      1, quota, new Period.Year(today.getYear()), new BigDecimal("50"), "下达 1 号");
                }));
    Scope.ofProgram(1)
        .run(
            () ->
                accounts.create(
                    1, "wang", "项目局 王", "officer-pass-1", List.of(Role.OFFICER_PROJECTS), null));
  }

  @Test
  void parcelAndFactorsAreKeptTogetherOrNotAtAll() {
    ProjectZones.SCOPE.run(
        () -> {
          long first = projects.create(1, ProjectZones.draft("先来的", null)).id();
          long second = projects.create(1, ProjectZones.draft("后到的", null)).id();
          holding.reserve(1, first, ask(901L, "42"));
          assertThat(holding.grounds(1, first)).hasSize(1);
          assertThat(holding.shares(1, first)).hasSize(1);

          // The parcel would be free, the quota is not: nothing is kept.
          assertThatThrownBy(() -> holding.reserve(1, second, ask(902L, "9")))
              .isInstanceOf(FactorRefused.class)
              .hasMessageContaining("余额 8 亩")
              .hasMessageContaining("「先来的」占用 42 至 " + lastDay);
          assertThat(holding.grounds(1, second)).isEmpty();

          // The quota would do, the parcel is held: nothing is kept.
          assertThatThrownBy(() -> holding.reserve(1, second, ask(901L, "1")))
              .isInstanceOf(LandRefused.class)
              .hasMessageContaining("已由「先来的」意向预留")
              .hasMessageContaining(lastDay.toString());
          assertThat(holding.shares(1, second)).isEmpty();
        });
  }

  @Test
  void aSlipOfTheSubstationMovesTheProjectsOfItsParcelsByName() {
    Browser officer = Browser.signedIn(port, "wang", "officer-pass-1");
    ProjectZones.SCOPE.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  changes.begin(1, "等电的地块");
                  parcel(904, "A-10");
                }));
    long id =
        ProjectZones.SCOPE.call(
            () -> {
              long made = projects.create(1, ProjectZones.draft("等电的项目", null)).id();
              plans.plan(1, made, Map.of("started", lastDay));
              holding.reserve(1, made, new Holding.Ask(904L, false, today, lastDay, List.of()));
              return made;
            });
    assertThat(starts()).contains(id);
    assertThat(reason(id)).isNotEqualTo("site");

    LocalDate slipped = LocalDate.of(today.getYear() + 1, 2, 1);
    // Told by name before anybody decides; a work that nobody waits for moves nothing.
    assertThat(officer.get("/z/one/land/works/900?finish=" + slipped).body())
        .contains("个项目的开工随之变动", "等电的项目", lastDay + " → " + slipped);
    assertThat(officer.get("/z/one/land/works/900?finish=" + today).body())
        .doesNotContain("开工随之变动");
    ProjectZones.SCOPE.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  changes.begin(1, "变电所推迟");
                  jdbc.sql(
                          "UPDATE land_work SET forecast_finish = ? WHERE zone_id = 1 AND id = 900")
                      .param(slipped)
                      .update();
                }));
    assertThat(reason(id)).isEqualTo("site");
    assertThat(starts()).doesNotContain(id);
    assertThat(officer.get("/z/one/projects/" + id).body())
        .contains("等待地块 A-10：" + slipped + " 才可供", "意向预留 A-10");
    assertThat(officer.get("/z/one/projects/plan").body()).contains("1 个项目的地块晚于计划开工", "等电的项目");
  }

  @Test
  void theFormTellsWhoHoldsItAndKeepsWhatWasTyped() {
    long first =
        ProjectZones.SCOPE.call(() -> projects.create(1, ProjectZones.draft("占地的", null)).id());
    ProjectZones.SCOPE.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  changes.begin(1, "又一地块");
                  parcel(903, "A-09");
                }));
    ProjectZones.SCOPE.run(
        () -> holding.reserve(1, first, new Holding.Ask(903L, false, today, lastDay, List.of())));
    long second =
        ProjectZones.SCOPE.call(() -> projects.create(1, ProjectZones.draft("要地的", null)).id());
    Browser officer = Browser.signedIn(port, "wang", "officer-pass-1");
    String page = "/z/one/projects/" + second + "/reserve";
    assertThat(officer.get(page).body()).contains("新增建设用地计划").doesNotContain("A-09 ·");
    var refused =
        officer.post(
            page,
            Map.of(
                "parcel",
                "903",
                "from",
                today.toString(),
                "until",
                lastDay.toString(),
                "share-" + quota,
                "1"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("已由「占地的」意向预留", "value=\"1\"");
  }

  @Test
  void onTheAccountsPageABureauReservesOrLearnsWhoHoldsTheRestAndKeepsWhatItTyped() {
    long first =
        ProjectZones.SCOPE.call(() -> projects.create(1, ProjectZones.draft("先占能耗的", null)).id());
    long energy =
        ProjectZones.SCOPE.call(
            () -> {
              long made =
                  factorAccounts
                      .create(
                          1,
                          new FactorAccounts.New(
                              "energy",
                              "能耗",
                              FactorAccount.Kind.BUDGET,
                              "energy",
                              "tce",
                              null,
                              "",
                              false))
                      .id();
              factors.supply(
                  1, made, new Period.Year(today.getYear()), new BigDecimal("50"), "下达 2 号");
              var share = new Holding.Share(made, new BigDecimal("42"));
              holding.reserve(
                  1, first, new Holding.Ask(null, false, today, lastDay, List.of(share)));
              return made;
            });
    Browser officer = Browser.signedIn(port, "wang", "officer-pass-1");
    String page = "/z/one/factors/" + energy;
    assertThat(officer.get(page).body()).contains("先占能耗的", "name=\"holder\"");
    page = page + "/reservations";
    assertThat(officer.post(page, wanted("9", lastDay.toString())).body())
        .contains("余额 8 tce 低于需求 9", "「先占能耗的」占用 42 至 " + lastDay, "value=\"后到的\"");
    assertThat(officer.post(page, wanted("九", lastDay.toString())).body()).contains("请填数字");
    assertThat(officer.post(page, wanted("8", "年底")).body()).contains("「年底」");
    assertThat(officer.post(page, wanted("8", lastDay.toString())).statusCode()).isEqualTo(302);
    assertThat(officer.get("/z/one/factors/" + energy).body()).contains("已用尽");
  }

  private Map<String, String> wanted(String amount, String until) {
    return Map.of("holder", "后到的", "wanted", amount, "from", today.toString(), "until", until);
  }

  private Holding.Ask ask(Long parcel, String mu) {
    return new Holding.Ask(
        parcel, false, today, lastDay, List.of(new Holding.Share(quota, new BigDecimal(mu))));
  }

  private List<Long> starts() {
    return ProjectZones.SCOPE.call(
        () ->
            plans.year(1, today.getYear()).stream()
                .filter(batch -> batch.stage().code().equals(YearPlan.STARTED))
                .flatMap(batch -> batch.forecast().stream())
                .map(YearPlan.Counted::project)
                .toList());
  }

  private String reason(long id) {
    Verdict verdict =
        ProjectZones.SCOPE.call(() -> situations.get(1).find(id).orElseThrow().verdict());
    return verdict.key();
  }

  private void work() {
    jdbc.sql(
            "INSERT INTO land_work (zone_id, id, number, name, budget, planned_finish,"
                + " forecast_finish) VALUES (1, 900, 'W-1', '曙光变电所', 1, ?, ?)")
        .params(today, today)
        .update();
  }

  /** Clear, connected but for the power, which the substation brings. */
  private void parcel(long id, String number) {
    jdbc.sql("INSERT INTO parcel (zone_id, id, number, area_m2) VALUES (1, ?, ?, 28400)")
        .params(id, number)
        .update();
    jdbc.sql("INSERT INTO parcel_piece (zone_id, parcel_id, area_m2) VALUES (1, ?, 28400)")
        .param(id)
        .update();
    jdbc.sql(
            "INSERT INTO parcel_step (zone_id, parcel_id, step, done_on, authority)"
                + " VALUES (1, ?, 'clear', ?, '县自然资源局')")
        .params(id, today.minusDays(30))
        .update();
    for (String kind :
        List.of("road", "water", "rain", "sewage", "heat", "gas", "telecom", "levelling")) {
      jdbc.sql(
              "INSERT INTO parcel_connection (zone_id, parcel_id, kind, reach, actual_on, evidence)"
                  + " VALUES (1, ?, ?, 'red-line', ?, '验收单')")
          .params(id, kind, today.minusDays(20))
          .update();
    }
    jdbc.sql(
            "INSERT INTO parcel_connection (zone_id, parcel_id, kind, reach, planned_on, work_id)"
                + " VALUES (1, ?, 'power', 'trunk', ?, 900)")
        .params(id, today)
        .update();
  }
}

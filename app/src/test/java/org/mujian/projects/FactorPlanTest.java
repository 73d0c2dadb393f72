package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Scenario;
import org.mujian.factors.FactorAsk;
import org.mujian.factors.FactorRefused;
import org.mujian.factors.Factors;
import org.mujian.jobs.JobRun;
import org.mujian.jobs.JobStopped;
import org.mujian.land.LandRefused;
import org.mujian.land.Reservations;
import org.mujian.projects.plan.HandOn;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRules;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan from the zone's records to its adoption, and who comes between. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactorPlanTest {

  @Autowired Drafting drafting;
  @Autowired FactorPlans plans;
  @Autowired Adoption adoption;
  @Autowired SupplyReading supplies;
  @Autowired Reservations reservations;
  @Autowired Factors factors;
  @Autowired Holding holding;
  @Autowired Replay replay;
  @Autowired DropIn dropIn;
  @Autowired PlanSolving solving;
  @Autowired Today today;
  @Autowired JdbcClient jdbc;
  @Autowired org.springframework.transaction.support.TransactionTemplate transaction;
  @Autowired org.mujian.store.Changes changes;
  @Autowired org.mujian.factors.FactorAccounts accounts;
  @Autowired Projects projects;
  @Autowired Needs needs;

  private PlanZone zones;

  @BeforeAll
  void fixture() {
    zones = new PlanZone(jdbc, transaction, changes, accounts, factors, projects, needs);
  }

  @Test
  void thePlanTakesTheWorthiestThatFitSaysWhyNotTheOthersAndReservesAllOfIt() {
    PlanZone.Made zone = zones.make(61, 3);
    long small = zone.project("小项目", "1", "4");
    long large = zone.project("大项目", "5", "7");
    long middle = zone.project("中项目", "2", "3");
    FactorPlan plan = solved(zone, PlanAsk.of("年度方案", 4));
    assertThat(plan.status()).isEqualTo(FactorPlan.Status.SOLVED);
    Planned planned = planned(plan);
    assertThat(planned.plan().orElseThrow().placed())
        .containsOnlyKeys(String.valueOf(large), String.valueOf(middle));
    assertThat(planned.refusals())
        .containsExactly(
            new Planned.Refusal(
                String.valueOf(small),
                List.of(new Planned.Lack(Planned.Limit.FACTOR, "power", 40_000))));
    assertThat(replay.of(plan)).isEqualTo(Replay.Verdict.SAME);

    run(zone, () -> adoption.adopt(zone.id(), plan.id()));
    assertThat(grounds(zone, large)).hasSize(1);
    assertThat(grounds(zone, middle)).hasSize(1);
    assertThat(shares(zone, large)).containsExactly("7");
    assertThat(grounds(zone, small)).isEmpty();
    assertThatThrownBy(() -> run(zone, () -> adoption.adopt(zone.id(), plan.id())))
        .hasMessageContaining("不能采纳");

    // Asked again as things are now, nothing moves.
    long again = call(zone, () -> drafting.again(zone.id(), plan.id()));
    FactorPlan next = await(zone, again);
    assertThat(next.name()).isEqualTo("年度方案（2）");
    assertThat(planned(next).plan().orElseThrow().placed())
        .containsOnlyKeys(String.valueOf(large), String.valueOf(middle));
    assertThat(planned(next).parts().get(1).value()).isZero();
    assertThat(call(zone, () -> plans.get(zone.id(), again).follows())).isEqualTo(plan.id());
  }

  @Test
  void whenAnotherHasTakenAFactorMeanwhileNothingIsHalfDone() {
    PlanZone.Made zone = zones.make(62, 2);
    long a = zone.project("甲项目", "3", "5");
    long b = zone.project("乙项目", "2", "5");
    FactorPlan plan = solved(zone, PlanAsk.of("方案", 4));
    LocalDate until = today.date().plusMonths(5);
    run(
        zone,
        () ->
            factors.reserve(
                zone.id(),
                new FactorAsk(
                    zone.power(),
                    "sample:other",
                    "抢先的",
                    new BigDecimal("1"),
                    today.date(),
                    until)));
    assertThatThrownBy(() -> run(zone, () -> adoption.adopt(zone.id(), plan.id())))
        .isInstanceOf(FactorRefused.class)
        .hasMessageContaining("供电能力")
        .hasMessageContaining("「抢先的」占用 1 至 " + until);
    assertThat(grounds(zone, a)).isEmpty();
    assertThat(grounds(zone, b)).isEmpty();
    assertThat(shares(zone, a)).isEmpty();
    assertThat(call(zone, () -> plans.get(zone.id(), plan.id()).status()))
        .isEqualTo(FactorPlan.Status.SOLVED);

    // It is the transaction that undoes it: the same acts without one leave the parcels kept.
    Adoption bare = new Adoption(plans, supplies, reservations, factors, today);
    assertThatThrownBy(() -> Scope.ofProgram(zone.id()).run(() -> bare.adopt(zone.id(), plan.id())))
        .isInstanceOf(FactorRefused.class);
    assertThat(grounds(zone, a)).hasSize(1);
    assertThat(grounds(zone, b)).hasSize(1);
  }

  @Test
  void ofTwoPlansForOneParcelAdoptedAtOnceOneIsAdoptedWholeAndTheOtherNotAtAll() throws Exception {
    PlanZone.Made zone = zones.make(63, 1);
    long a = zone.project("甲", "3", "6");
    long b = zone.project("乙", "2", "6");
    for (int round = 0; round < 4; round++) {
      FactorPlan one = solved(zone, forbidding("甲方案" + round, b));
      FactorPlan two = solved(zone, forbidding("乙方案" + round, a));
      List<Boolean> adopted = race(zone, one.id(), two.id());
      assertThat(adopted).containsOnlyOnce(true);
      long winner = adopted.getFirst() ? a : b;
      long loser = adopted.getFirst() ? b : a;
      assertThat(grounds(zone, winner)).hasSize(1);
      assertThat(shares(zone, winner)).containsExactly("6");
      assertThat(grounds(zone, loser)).isEmpty();
      assertThat(shares(zone, loser)).isEmpty();
      giveBack(zone, winner);
    }
  }

  private static PlanAsk forbidding(String name, long project) {
    return PlanAsk.of(name, 4)
        .with(name, PlanAsk.USUAL, List.of(new HandOn(project, Scenario.Hand.FORBIDDEN, null)));
  }

  private List<Boolean> race(PlanZone.Made zone, long... ids) throws Exception {
    CyclicBarrier start = new CyclicBarrier(ids.length);
    List<Boolean> adopted = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(ids.length)) {
      List<Future<Boolean>> running = new ArrayList<>();
      for (long id : ids) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  try {
                    run(zone, () -> adoption.adopt(zone.id(), id));
                    return true;
                  } catch (LandRefused | FactorRefused refused) {
                    assertThat(refused.getMessage()).containsAnyOf("已由「", "占用 6");
                    return false;
                  }
                }));
      }
      for (Future<Boolean> one : running) {
        adopted.add(one.get());
      }
    }
    return adopted;
  }

  private void giveBack(PlanZone.Made zone, long project) {
    run(
        zone,
        () -> {
          holding
              .grounds(zone.id(), project)
              .forEach(g -> reservations.release(zone.id(), g.reservation().id(), "再来"));
          holding
              .shares(zone.id(), project)
              .forEach(s -> factors.release(zone.id(), s.reservation().id(), "再来"));
        });
  }

  @Test
  void pinnedProjectsThatCannotBeTogetherAreNamed() {
    PlanZone.Made zone = zones.make(64, 3);
    long a = zone.project("甲", "3", "6");
    long b = zone.project("乙", "2", "6");
    zone.project("丙", "2", "1");
    PlanAsk ask =
        PlanAsk.of("方案", 4)
            .with(
                "方案",
                PlanAsk.USUAL,
                List.of(
                    new HandOn(a, Scenario.Hand.PINNED, null),
                    new HandOn(b, Scenario.Hand.PINNED, "A-02")));
    FactorPlan plan = solved(zone, ask);
    assertThat(plan.status()).isEqualTo(FactorPlan.Status.NONE);
    assertThat(planned(plan).conflict())
        .containsExactlyInAnyOrder(String.valueOf(a), String.valueOf(b));
  }

  @Test
  void aNewProjectIsToldAtOnceWhereItFitsOrWhatItWouldTake() {
    PlanZone.Made zone = zones.make(65, 2);
    long first = zone.project("有承诺的", "1", "6");
    run(
        zone,
        () ->
            factors.reserve(
                zone.id(),
                new FactorAsk(
                    zone.power(),
                    "project:" + first,
                    "有承诺的",
                    new BigDecimal("6"),
                    today.date(),
                    today.date().plusYears(3))));
    long fits = zone.project("放得下", "1", "4");
    long instead = zone.project("放不下", "1", "5");
    DropIn.Answer yes = Scope.ofProgram(zone.id()).call(() -> dropIn.ask(zone.id(), fits));
    assertThat(yes.spot()).isNotNull();
    assertThat(yes.displaced()).isEmpty();
    assertThat(yes.lacks()).isEmpty();
    DropIn.Answer no = Scope.ofProgram(zone.id()).call(() -> dropIn.ask(zone.id(), instead));
    assertThat(no.displaced()).containsExactly("有承诺的");
    assertThat(no.lacks()).contains(new Planned.Lack(Planned.Limit.FACTOR, "power", 10_000));
  }

  @Test
  void supportInPartIsKeptWithThePlanAndReservedAsSuch() {
    PlanZone.Made zone = zones.make(79, 1);
    long id = zone.project("大户", "3", "15");
    PlanRules parts =
        new PlanRules(
            List.of(), List.of(), List.of(), List.of(), List.of(new PlanRules.Part(id, 60)));
    PlanAsk ask =
        new PlanAsk(
            "部分支持", 4, PlanAsk.USUAL, 5, 1, List.of(), List.of(), List.of(), List.of(), parts);
    FactorPlan plan = solved(zone, ask);
    assertThat(plan.ask()).isEqualTo(ask);
    assertThat(planned(plan).plan().orElseThrow().placed().get(String.valueOf(id)).step())
        .isEqualTo(1);
    assertThat(replay.of(plan)).isEqualTo(Replay.Verdict.SAME);
    run(zone, () -> adoption.adopt(zone.id(), plan.id()));
    assertThat(shares(zone, id)).containsExactly("9");
  }

  @Test
  void whatIsNotYetPaidOfAWorkIsSharedByTheParcelsThatWaitForIt() {
    PlanZone.Made zone = zones.make(81, 4);
    run(
        zone,
        () -> {
          changes.begin(zone.id(), "工程");
          jdbc.sql(
                  "INSERT INTO land_work (zone_id, id, number, name, budget, estimate, paid,"
                      + " planned_finish, forecast_finish)"
                      + " VALUES (?, 8100, 'G-1', '变电所', 2000000, 1000000, 400000, ?, ?)")
              .params(zone.id(), today.date().plusDays(90), today.date().plusDays(90))
              .update();
          for (String waits : List.of("A-01", "A-02", "A-03")) {
            jdbc.sql(
                    "UPDATE parcel_connection c SET actual_on = NULL, reach = 'trunk', evidence ="
                        + " '', work_id = CASE WHEN p.number = 'A-03' THEN NULL ELSE 8100 END FROM"
                        + " parcel p WHERE p.zone_id = c.zone_id AND p.id = c.parcel_id AND"
                        + " c.zone_id = ? AND c.kind = 'power' AND p.number = ?")
                .params(zone.id(), waits)
                .update();
          }
        });
    Map<String, String> cost = new java.util.TreeMap<>();
    call(zone, () -> reading.read(zone.id()))
        .lots()
        .forEach(
            lot ->
                cost.put(
                    lot.number(),
                    lot.preparation() == null ? "?" : lot.preparation().toPlainString()));
    assertThat(cost)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("A-01", "30", "A-02", "30", "A-03", "?", "A-04", "0"));
  }

  @Autowired Situations situations;

  @Test
  void anAdoptedPlanWhoseParcelIsGivenBackIsToldAndADraftWaits() {
    PlanZone.Made zone = zones.make(80, 1);
    long id = zone.project("失地项目", "1", "1");
    FactorPlan plan = solved(zone, PlanAsk.of("方案", 4));
    assertThat(call(zone, () -> plans.standing(zone.id())))
        .extracting(FactorPlans.Standing::adopted)
        .containsExactly(false);
    run(zone, () -> adoption.adopt(zone.id(), plan.id()));
    assertThat(call(zone, () -> changed(zone))).isEmpty();
    run(
        zone,
        () ->
            reservations
                .listHeldBy(zone.id(), Holding.holder(id))
                .forEach(held -> reservations.release(zone.id(), held.id(), "另有安排")));
    assertThat(call(zone, () -> changed(zone))).containsExactly("失地项目");
  }

  private List<String> changed(PlanZone.Made zone) {
    return PlansDue.changed(plans.standing(zone.id()).getFirst(), situations.get(zone.id()));
  }

  @Test
  void aPlanThatWasKeptBeforeThereWereRulesIsStillRead() {
    String old =
        """
        {"name":"旧方案","quarters":4,"objectives":["VALUE"],"seconds":5,"seed":1,"whatIfs":[],
         "hands":[],"together":[],"apart":[]}
        """;
    assertThat(PlanJson.ask(old).rules()).isEqualTo(PlanRules.NONE);
  }

  @Test
  void whoOwnsTheFirmAndWhereItComesFromChangesNoByteOfTheQuestion() {
    PlanZone.Made zone = zones.make(66, 1);
    long id = zone.project("项目", "1", "1");
    String before = solved(zone, PlanAsk.of("方案", 4)).sha256();
    run(
        zone,
        () -> {
          changes.begin(zone.id(), "换了业主");
          jdbc.sql("UPDATE project SET enterprise_name = '外地国有公司' WHERE zone_id = ? AND id = ?")
              .params(zone.id(), id)
              .update();
        });
    assertThat(solved(zone, PlanAsk.of("方案", 4)).sha256()).isEqualTo(before);
  }

  @Test
  void theRecordOfAPlanIsNotRewritten() {
    PlanZone.Made zone = zones.make(67, 1);
    zone.project("项目", "1", "1");
    FactorPlan plan = solved(zone, PlanAsk.of("方案", 4));
    for (String set : List.of("input = '{}'", "result = '{}'", "ask = '{}'")) {
      assertThatThrownBy(
              () ->
                  run(
                      zone,
                      () -> {
                        changes.begin(zone.id(), "改记录");
                        jdbc.sql("UPDATE factor_plan SET " + set + " WHERE zone_id = ? AND id = ?")
                            .params(zone.id(), plan.id())
                            .update();
                      }))
          .hasStackTraceContaining("a plan keeps its record");
    }
  }

  @Test
  void aSearchThatIsStoppedKeepsWhatItHasAndSaysThatItWasStopped() {
    PlanZone.Made zone = zones.make(68, 1);
    zone.project("项目", "1", "1");
    long id = call(zone, () -> plans.add(zone.id(), question(zone), null));
    JobRun stopped =
        new JobRun() {
          @Override
          public long zone() {
            return zone.id();
          }

          @Override
          public long id() {
            return 1;
          }

          @Override
          public Map<String, String> input() {
            return Map.of("plan", String.valueOf(id));
          }

          @Override
          public void phase(String key) {}

          @Override
          public void total(long total) {}

          @Override
          public void progress(long done) {
            throw new JobStopped();
          }

          @Override
          public void result(long accepted, long rejected, Map<String, Object> report) {}
        };
    assertThatThrownBy(() -> Scope.ofProgram(zone.id()).run(() -> solving.run(stopped)))
        .isInstanceOf(JobStopped.class);
    FactorPlan plan = call(zone, () -> plans.get(zone.id(), id));
    assertThat(plan.status()).isNotEqualTo(FactorPlan.Status.SOLVING);
    // Run again after a crash it leaves the record as it is.
    Scope.ofProgram(zone.id()).run(() -> solving.run(stopped));
    assertThat(call(zone, () -> plans.get(zone.id(), id).result())).isEqualTo(plan.result());
  }

  @Autowired ZoneReading reading;

  private org.mujian.projects.plan.Question question(PlanZone.Made zone) {
    return org.mujian.projects.plan.Mapping.map(reading.read(zone.id()), PlanAsk.of("方案", 4));
  }

  private FactorPlan solved(PlanZone.Made zone, PlanAsk ask) {
    return await(zone, call(zone, () -> drafting.draft(zone.id(), ask, null)));
  }

  private FactorPlan await(PlanZone.Made zone, long id) {
    long end = System.nanoTime() + 60_000_000_000L;
    FactorPlan plan = call(zone, () -> plans.get(zone.id(), id));
    while (plan.status() == FactorPlan.Status.SOLVING && System.nanoTime() < end) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      plan = call(zone, () -> plans.get(zone.id(), id));
    }
    assertThat(plan.status()).isNotEqualTo(FactorPlan.Status.SOLVING);
    return plan;
  }

  private static Planned planned(FactorPlan plan) {
    return PlanJson.planned(java.util.Objects.requireNonNull(plan.result()));
  }

  private List<Holding.Ground> grounds(PlanZone.Made zone, long project) {
    return call(zone, () -> holding.grounds(zone.id(), project));
  }

  private List<String> shares(PlanZone.Made zone, long project) {
    return call(
        zone,
        () ->
            holding.shares(zone.id(), project).stream()
                .map(s -> s.reservation().amount().stripTrailingZeros().toPlainString())
                .toList());
  }

  private static <T> T call(PlanZone.Made zone, java.util.function.Supplier<T> work) {
    return Scope.ofProgram(zone.id()).call(work::get);
  }

  private void run(PlanZone.Made zone, Runnable work) {
    Scope.ofProgram(zone.id()).run(() -> transaction.executeWithoutResult(s -> work.run()));
  }
}

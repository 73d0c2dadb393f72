package org.mujian.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.Account;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.store.Seals;
import org.mujian.units.Period;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Recording, review, and what is known when. */
@MujianTest
class FactsTest {

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Changes changes;
  @Autowired Measures measures;
  @Autowired Facts facts;
  @Autowired Figures figures;
  @Autowired Comparison comparison;
  @Autowired Seals seals;
  @Autowired Credentials credentials;

  FactFixture f;

  @BeforeEach
  void people() {
    f = new FactFixture(jdbc, transaction, changes, measures);
  }

  @Test
  void readersSeeAFigureOnlyOnceItIsApproved() {
    long id = record(f.draft("tax", "2026-03", "1000"));
    assertThat(shown()).isEmpty();
    as(f.lander, () -> facts.submit(f.lander, f.zone, id));
    assertThat(shown()).isEmpty();
    as(f.leader, () -> facts.approve(f.leader, f.zone, id));
    assertThat(shown()).extracting(Fact::id).containsExactly(id);
  }

  @Test
  void aDraftIsSeenByItsBureauOnlyAndByApproversOnceSubmitted() {
    long id = record(f.draft("tax", "2026-03", "1000"));
    assertThat(seen(f.lander, id)).isTrue();
    assertThat(seen(f.servant, id)).isFalse();
    assertThat(seen(f.leader, id)).isFalse();
    as(f.lander, () -> facts.submit(f.lander, f.zone, id));
    assertThat(seen(f.servant, id)).isFalse();
    assertThat(seen(f.leader, id)).isTrue();
    assertThat(get(f.leader, () -> facts.listUnderWay(f.leader, f.zone, State.SUBMITTED, 10)))
        .hasSize(1);
    assertThat(get(f.servant, () -> facts.listUnderWay(f.servant, f.zone, null, 10))).isEmpty();
  }

  @Test
  void anotherBureausDraftCannotBeSubmitted() {
    long id = record(f.draft("tax", "2026-03", "1000"));
    assertThatThrownBy(() -> as(f.servant, () -> facts.submit(f.servant, f.zone, id)))
        .isInstanceOf(NoSuchFact.class);
  }

  @Test
  void anOfficerPutsInForItsOwnBureauOnly() {
    Draft foreign = f.draft("tax", Basis.ZONE, "2026-03", "1", "services");
    assertThatThrownBy(() -> as(f.lander, () -> facts.record(f.lander, f.zone, foreign)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void anOfficerDoesNotApprove() {
    long id = submitted(f.draft("tax", "2026-03", "1000"));
    assertThatThrownBy(() -> as(f.lander, () -> facts.approve(f.lander, f.zone, id)))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void nobodyApprovesWhatTheyPutIn() {
    long id = get(f.leader, () -> facts.record(f.leader, f.zone, f.draft("tax", "2026-03", "1")));
    as(f.leader, () -> facts.submit(f.leader, f.zone, id));
    assertThatThrownBy(() -> as(f.leader, () -> facts.approve(f.leader, f.zone, id)))
        .isInstanceOf(FactRefused.class)
        .hasMessageContaining("不能审核自己");
    assertThatThrownBy(() -> as(f.leader, () -> insertStep(id, 3, "approved")))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("approved by one who put it in");
    as(f.otherLeader, () -> facts.approve(f.otherLeader, f.zone, id));
    assertThat(shown()).hasSize(1);
  }

  @Test
  void onlyLegalStepsAreTakenWhateverTheProgramAsks() {
    long id = record(f.draft("tax", "2026-03", "1000"));
    assertThatThrownBy(() -> as(f.leader, () -> insertStep(id, 2, "approved")))
        .hasStackTraceContaining("no step from draft to approved");
    assertThatThrownBy(() -> as(f.leader, () -> insertStep(id, 3, "submitted")))
        .hasStackTraceContaining("no step from draft");
    as(f.lander, () -> facts.submit(f.lander, f.zone, id));
    assertThatThrownBy(() -> as(f.lander, () -> facts.submit(f.lander, f.zone, id)))
        .isInstanceOf(FactRefused.class)
        .hasMessageContaining("待审");
  }

  @Test
  void aReturnedFactSaysWhyAndMayBeSubmittedAgain() {
    long id = submitted(f.draft("tax", "2026-03", "1000"));
    assertThatThrownBy(() -> as(f.leader, () -> facts.giveBack(f.leader, f.zone, id, " ")))
        .isInstanceOf(FactRefused.class);
    as(f.leader, () -> facts.giveBack(f.leader, f.zone, id, "与税务局数不符"));
    Fact returned = get(f.lander, () -> facts.get(f.lander, f.zone, id));
    assertThat(returned.state()).isEqualTo(State.RETURNED);
    assertThat(returned.reason()).isEqualTo("与税务局数不符");
    as(f.lander, () -> facts.submit(f.lander, f.zone, id));
    assertThat(get(f.lander, () -> facts.get(f.lander, f.zone, id)).state())
        .isEqualTo(State.SUBMITTED);
  }

  @Test
  void aCorrectionSupersedesAndTheOldFigureStaysAsKnownThen() {
    long first = approved(f.draft("tax", "2026-03", "1000"));
    seal();
    long seal = lastSeal();
    long second = approved(f.draft("tax", "2026-03", "1200"));
    assertThat(shown()).extracting(Fact::id).containsExactly(second);
    assertThat(shown().getFirst().supersedes()).isEqualTo(first);
    assertThat(at(AsKnown.atSeal(seal))).extracting(Fact::id).containsExactly(first);
    seal();
    assertThat(at(AsKnown.atSeal(seal))).extracting(Fact::id).containsExactly(first);
    assertThat(at(AsKnown.atSeal(lastSeal()))).extracting(Fact::id).containsExactly(second);
  }

  @Test
  void asKnownOnADayTheSealsTimeDecides() {
    approved(f.draft("tax", "2026-03", "1000"));
    seal();
    var sealed = shown().getFirst().knownAt();
    assertThat(sealed).isNotNull();
    assertThat(at(new AsKnown(sealed, null))).isEmpty();
    assertThat(at(new AsKnown(sealed.plusMillis(1), null))).hasSize(1);
    var day = sealed.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
    assertThat(at(AsKnown.on(day))).hasSize(1);
    assertThat(at(AsKnown.on(day.minusDays(1)))).isEmpty();
  }

  @Test
  void whatAwaitsItsSealIsKnownNowOnly() {
    // Approved inside a transaction that stays open: nobody can seal it before it is looked at.
    long id = submitted(f.draft("tax", "2026-03", "1000"));
    f.scope(f.leader)
        .run(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      facts.approve(f.leader, f.zone, id);
                      var all = Figures.Query.ALL;
                      assertThat(figures.list(f.zone, all, AsKnown.NOW, 9, 0)).hasSize(1);
                      assertThat(
                              figures.list(
                                  f.zone,
                                  all,
                                  AsKnown.on(java.time.LocalDate.of(2999, 1, 1)),
                                  9,
                                  0))
                          .isEmpty();
                    }));
  }

  @Test
  void nothingRecordedIsChangedOrRemovedNotEvenByTheOwner() throws Exception {
    approved(f.draft("tax", "2026-03", "1000"));
    for (String table : List.of("fact", "fact_review")) {
      for (String statement :
          List.of("UPDATE " + table + " SET change_id = 1", "DELETE FROM " + table)) {
        assertThatThrownBy(() -> as(f.leader, () -> jdbc.sql(statement).update()))
            .hasStackTraceContaining("permission denied");
        try (Connection owner = TestDatabase.superuser(credentials);
            var sql = owner.createStatement()) {
          assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
        }
      }
    }
  }

  @Test
  void aMeasureTakesItsOwnUnitAndPeriodsOnly() {
    Draft daily = f.draft("tax", "2026-03-15", "1");
    assertThatThrownBy(() -> record(daily)).hasStackTraceContaining("measure tax is kept in");
  }

  @Test
  void basesStandSideBySideAndAreNeverAveraged() {
    approved(f.draft("tax", Basis.ZONE, "2026-03", "1000", "land"));
    approved(f.draft("tax", Basis.TAX, "2026-03", "1100", "land"));
    assertThat(shown())
        .extracting(Fact::basis, fact -> String.valueOf(fact.value()))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Basis.ZONE, "1000"),
            org.assertj.core.groups.Tuple.tuple(Basis.TAX, "1100"));
  }

  @Test
  void growthIsComputedWithinOneBasis() {
    approved(f.draft("tax", Basis.TAX, "2025-03", "1000", "land"));
    approved(f.draft("tax", Basis.ZONE, "2026-02", "500", "land"));
    approved(f.draft("tax", Basis.TAX, "2026-03", "1100", "land"));
    Fact now =
        shown().stream().filter(x -> x.period().equals(Period.parse("2026-03"))).findFirst().get();
    Measure tax = get(f.leader, () -> measures.find(f.zone, "tax")).orElseThrow();
    Comparison.Growths growths =
        get(
            f.leader,
            () ->
                comparison
                    .ofAll(
                        f.zone, java.util.List.of(now), java.util.Map.of("tax", tax), AsKnown.NOW)
                    .get(now.id()));
    assertThat(growths.year().signed()).isEqualTo("+10.0");
    assertThat(growths.before().amount()).isNull();
  }

  @Test
  void anEnterprisesUserSeesNoFact() {
    approved(f.draft("tax", "2026-03", "1000"));
    Account enterprise = f.account("firm", org.mujian.identity.Role.ENTERPRISE);
    assertThat(get(enterprise, () -> figures.count(f.zone, Figures.Query.ALL, AsKnown.NOW)))
        .isZero();
  }

  @Test
  void aZonesOwnMeasureIsNotAnothersZone() {
    Measure own =
        new Measure(
            "own-visits", "走访次数", "Visits", "次", "次", 0, 0, List.of("month"), Basis.ZONE, "自定");
    as(f.leader, () -> measures.add(f.zone, own));
    FactFixture other = new FactFixture(jdbc, transaction, changes, measures);
    assertThat(get(f.leader, () -> measures.find(f.zone, "own-visits"))).isPresent();
    assertThat(
            other.scope(other.leader).call(() -> measures.find(f.zone, "own-visits")).isPresent())
        .isFalse();
    approved(f.draft("own-visits", "2026-03", "12"));
    assertThat(shown()).hasSize(1);
  }

  @Test
  void ofTwoWhoApproveAtOnceOneWins() throws Exception {
    long id = submitted(f.draft("tax", "2026-03", "1000"));
    assertThat(approveAtOnce(id, id)).isEqualTo(1);
    assertThat(approvals()).isEqualTo(1);
  }

  @Test
  void withoutItsConstraintBothWouldApprove() throws Exception {
    long id = submitted(f.draft("tax", "2026-03", "1000"));
    try (Connection owner = TestDatabase.superuser(credentials);
        var sql = owner.createStatement()) {
      sql.execute("ALTER TABLE fact_review DROP CONSTRAINT fact_review_one_step");
      sql.execute("ALTER INDEX fact_review_one_line RENAME TO kept");
      sql.execute("DROP INDEX kept");
      assertThat(approveAtOnce(id, id)).isEqualTo(2);
      assertThat(approvals()).isEqualTo(2);
      sql.execute("TRUNCATE fact_review");
      sql.execute(
          "ALTER TABLE fact_review ADD CONSTRAINT fact_review_one_step UNIQUE (zone_id, fact_id,"
              + " step)");
      sql.execute(
          "CREATE UNIQUE INDEX fact_review_one_line ON fact_review (zone_id, series, supersedes)"
              + " NULLS NOT DISTINCT WHERE state = 'approved'");
    }
  }

  @Test
  void ofTwoCorrectionsOfTheSameFigureOneWins() throws Exception {
    approved(f.draft("tax", "2026-03", "1000"));
    long one = submitted(f.draft("tax", "2026-03", "1100"));
    long other = submitted(f.draft("tax", "2026-03", "1200"));
    assertThat(approveAtOnce(one, other)).isEqualTo(1);
    assertThat(approvals()).isEqualTo(2);
    assertThat(shown()).hasSize(1);
  }

  /** Two leaders approve in transactions that overlap for certain; returns how many succeeded. */
  private int approveAtOnce(long first, long second) throws Exception {
    CountDownLatch inserted = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    var one =
        CompletableFuture.supplyAsync(
            () ->
                approves(
                    f.leader,
                    first,
                    () -> {
                      inserted.countDown();
                      return mayCommit.await(20, TimeUnit.SECONDS);
                    }),
            Thread::startVirtualThread);
    assertThat(inserted.await(20, TimeUnit.SECONDS)).isTrue();
    var two =
        CompletableFuture.supplyAsync(
            () -> approves(f.otherLeader, second, () -> true), Thread::startVirtualThread);
    waitUntilBlockedOrDone(two);
    mayCommit.countDown();
    return one.get(20, TimeUnit.SECONDS) + two.get(20, TimeUnit.SECONDS);
  }

  private int approves(Account leader, long id, Callable<Boolean> beforeCommit) {
    try {
      f.scope(leader)
          .run(
              () ->
                  transaction.executeWithoutResult(
                      s -> {
                        facts.approve(leader, f.zone, id);
                        try {
                          beforeCommit.call();
                        } catch (Exception e) {
                          throw new IllegalStateException(e);
                        }
                      }));
      return 1;
    } catch (FactRefused e) {
      return 0;
    }
  }

  private void waitUntilBlockedOrDone(CompletableFuture<?> work) throws Exception {
    try (Connection admin = TestDatabase.superuser(credentials);
        var sql = admin.createStatement()) {
      for (int i = 0; i < 400 && !work.isDone(); i++) {
        try (var waiting =
            sql.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
                    + " wait_event_type = 'Lock'")) {
          waiting.next();
          if (waiting.getInt(1) > 0) {
            return;
          }
        }
        Thread.sleep(25);
      }
    }
  }

  private long record(Draft draft) {
    return get(f.lander, () -> facts.record(f.lander, f.zone, draft));
  }

  private long submitted(Draft draft) {
    long id = record(draft);
    as(f.lander, () -> facts.submit(f.lander, f.zone, id));
    return id;
  }

  private long approved(Draft draft) {
    long id = submitted(draft);
    as(f.leader, () -> facts.approve(f.leader, f.zone, id));
    return id;
  }

  private List<Fact> shown() {
    return at(AsKnown.NOW);
  }

  private List<Fact> at(AsKnown asKnown) {
    return get(f.servant, () -> figures.list(f.zone, Figures.Query.ALL, asKnown, 100, 0));
  }

  private boolean seen(Account account, long id) {
    return get(account, () -> facts.find(account, f.zone, id)).isPresent();
  }

  private int approvals() {
    return get(
        f.leader,
        () ->
            transaction.execute(
                s ->
                    jdbc.sql(
                            "SELECT count(*) FROM fact_review WHERE zone_id = ? AND state ="
                                + " 'approved'")
                        .param(f.zone)
                        .query(Integer.class)
                        .single()));
  }

  /** Until nothing of the zone waits: the program's own sealer may be at work just now. */
  private void seal() {
    boolean waits = true;
    while (waits) {
      seals.sealNow();
      waits =
          get(
              f.leader,
              () ->
                  transaction.execute(
                      s ->
                          jdbc.sql("SELECT count(*) > 0 FROM unsealed WHERE zone_id = ?")
                              .param(f.zone)
                              .query(Boolean.class)
                              .single()));
    }
  }

  private long lastSeal() {
    return get(f.leader, () -> seals.findHead(f.zone)).orElseThrow().number();
  }

  private void insertStep(long fact, int step, String state) {
    transaction.executeWithoutResult(
        s -> {
          changes.begin(f.zone, "试");
          jdbc.sql("INSERT INTO fact_review (zone_id, fact_id, step, state) VALUES (?, ?, ?, ?)")
              .params(f.zone, fact, step, state)
              .update();
        });
  }

  private void as(Account account, Runnable work) {
    f.scope(account).run(() -> transaction.executeWithoutResult(s -> work.run()));
  }

  private <T> T get(Account account, ScopedValue.CallableOp<T, RuntimeException> work) {
    return f.scope(account).call(work);
  }
}

package org.mujian.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.appraisal.Reason;
import org.mujian.store.Credentials;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Schemes, rounds and scores on the database. */
@MujianTest
class RoundsTest {

  @Autowired ApplicationContext program;
  @Autowired Schemes schemes;
  @Autowired Rounds rounds;
  @Autowired Scoring scoring;
  @Autowired ShippedScheme shipped;
  @Autowired Credentials credentials;

  private GovernanceZone zone;

  @BeforeEach
  void zone() {
    zone = new GovernanceZone(program);
  }

  @Test
  void theShippedSchemeHas95IndicatorsAndAThousandPointsInThePublishedShares() {
    SchemeDraft draft = shipped.draft(false);
    assertThat(draft.weights())
        .hasToString(
            "A 开放 300/300，B 创新 150/150，C 绿色 150/150，D 协调 100/100，E 质量 300/300；合计 1000/1000");
    assertThat(draft.scheme().indicators()).hasSize(95);
    assertThat(draft.name() + draft.source()).contains("自拟", "非省方案");
    assertThat(draft.classes())
        .flatExtracting(SchemeDraft.ClassDraft::indicators)
        .allSatisfy(
            line -> assertThat(line.unit() + line.bureau()).isNotBlank().doesNotContain("未定"));
    StoredScheme stored = zone.in(() -> schemes.get(zone.id, schemes.adopt(zone.id, draft)));
    assertThat(stored.scheme()).isEqualTo(draft.scheme());
  }

  @Test
  void aSchemeWhosePointsDoNotAddUpIsRefusedWithTheSumsAndLeavesNothing() {
    assertThatThrownBy(
            () -> zone.in(() -> schemes.adopt(zone.id, GovernanceZone.small("少", "110"))))
        .isInstanceOf(GovernanceRefused.class)
        .hasMessageContaining("A 开放 60/60，B 质量 40/40；合计 100/110");
    assertThat(zone.in(() -> schemes.listAll(zone.id))).isEmpty();
  }

  @Test
  void theDatabaseRefusesPointsThatDoNotAddUpAndKnowsWhichClass() {
    long id = zone.in(() -> schemes.adopt(zone.id, GovernanceZone.small("加塞", "100")));
    assertThatThrownBy(() -> zone.run(() -> insertIndicator(id, "A99")))
        .hasStackTraceContaining("points do not add up: A 61/60");
    assertThatThrownBy(
            () ->
                zone.run(
                    () ->
                        zone.jdbc()
                            .sql("UPDATE appraisal_indicator SET points = 39 WHERE zone_id = ?")
                            .param(zone.id)
                            .update()))
        .as("a scheme is never changed")
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () ->
                zone.run(
                    () ->
                        zone.jdbc()
                            .sql(
                                "INSERT INTO appraisal_scheme (zone_id, name, version, origin,"
                                    + " points, source) VALUES (?, '空', 1, 'imported', 100, 'x')")
                            .param(zone.id)
                            .update()))
        .hasStackTraceContaining("classes do not add up: 0/100");
  }

  private void insertIndicator(long scheme, String code) {
    zone.jdbc()
        .sql(
            """
            INSERT INTO appraisal_indicator (zone_id, scheme_id, class_id, place, code, name, unit, points, rule, lower, accrues, measure, bureau)
            SELECT zone_id, scheme_id, id, 99, :code, 'x', '个', 1, 'deduction', true, true, 'trade', 'x'
            FROM appraisal_class WHERE zone_id = :zone AND scheme_id = :scheme AND code = 'A'
            """)
        .param("code", code)
        .param("zone", zone.id)
        .param("scheme", scheme)
        .update();
  }

  @Test
  void anIndicatorWhoseUnitIsNotItsMeasuresIsRefused() {
    SchemeDraft draft = GovernanceZone.small("单位", "100");
    var a = draft.classes().getFirst();
    var wrong = a.indicators().getFirst();
    var yi =
        new IndicatorDraft(
            "A01",
            wrong.name(),
            "亿元",
            wrong.points(),
            wrong.rule(),
            true,
            null,
            "",
            null,
            "招商局",
            "");
    var changed =
        new SchemeDraft(
            "单位",
            false,
            draft.points(),
            "x",
            false,
            List.of(
                new SchemeDraft.ClassDraft(
                    "A", "开放", a.points(), List.of(yi, a.indicators().get(1))),
                draft.classes().get(1)));
    assertThatThrownBy(() -> zone.in(() -> schemes.adopt(zone.id, changed)))
        .hasMessageContaining("A01「进出口总额」的单位“亿元”与数据指标「进出口总额」的单位“万元”不同");
  }

  @Test
  void valuesAreApprovedFactsOfTheOfficialBasisAndMissingOnesAreSaid() {
    long round = zone.round("算分");
    zone.fact("进出口总额", "2026-01..10", "600");
    zone.fact("进出口总额", "2026-01..09", "500");
    zone.fact("签约项目", "2026-01..10", "11");
    zone.fact("签约项目", "2025-01..10", "10");
    zone.fact("闲置土地", "2026-10", null);
    Standing standing = zone.standing(round, "2026-10");
    assertThat(standing.score().known()).as("24 + 18").isEqualByComparingTo("42");
    assertThat(standing.score().open()).isEqualByComparingTo("40");
    assertThat(standing.movement())
        .as("24 after 20; what is newly reported moves nothing")
        .isEqualByComparingTo("4");
    assertThat(standing.fresh()).isEqualTo(1);
    assertThat(standing.gone()).isZero();
    Standing.Line idle = standing.lines().getLast();
    assertThat(idle.mark().earned()).isNull();
    assertThat(idle.mark().reason()).isEqualTo(Reason.NO_VALUE);
    assertThat(idle.evidence().whyMissing()).isEqualTo("尚未统计");
    assertThat(standing.lines().getFirst().evidence().fact()).isNotNull();
    assertThat(standing.lines().get(1).evidence().baseFact()).isNotNull();
    assertThat(zone.standing(round, "2026-11").score().missing()).isEqualTo(3);
  }

  @Test
  void aRoundsOwnTargetHoldsOverTheSchemes() {
    long id = zone.round("目标");
    zone.fact("进出口总额", "2026-01..10", "600");
    Standing before = zone.standing(id, "2026-10");
    zone.run(
        () ->
            rounds.set(
                zone.id,
                before.round(),
                before.lines().getFirst().of(),
                new Rounds.Given(new BigDecimal("600"), null, "市下达")));
    assertThat(zone.standing(id, "2026-10").score().known()).isEqualByComparingTo("40");
  }

  @Test
  void aFrozenRoundKeepsItsValuesWhateverComesAfter() {
    long id = zone.round("封存");
    zone.fact("进出口总额", "2026-01..10", "600");
    freeze(id);
    zone.fact("签约项目", "2026-01..10", "11");
    zone.fact("签约项目", "2025-01..10", "10");
    Standing kept = zone.standing(id, "2026-12");
    assertThat(kept.month()).isEqualTo(YearMonth.of(2026, 10));
    assertThat(kept.score().known()).isEqualByComparingTo("24");
    assertThat(kept.score().open()).isEqualByComparingTo("60");
    assertThatThrownBy(() -> freeze(id)).hasMessageContaining("已于").hasMessageContaining("封存");
    assertThatThrownBy(
            () ->
                zone.run(
                    () ->
                        rounds.set(
                            zone.id,
                            kept.round(),
                            kept.lines().getFirst().of(),
                            new Rounds.Given(BigDecimal.TEN, null, "x"))))
        .isInstanceOf(GovernanceRefused.class);
    // Behind the program's back the database refuses too.
    assertThatThrownBy(() -> zone.run(() -> insertValue(id, kept.lines().getFirst().of().id())))
        .hasStackTraceContaining("is frozen at 2026-10");
    assertThatThrownBy(
            () ->
                zone.run(
                    () ->
                        zone.jdbc()
                            .sql(
                                "UPDATE appraisal_round SET frozen_month = NULL, frozen_on = NULL,"
                                    + " frozen_by = NULL WHERE zone_id = ?")
                            .param(zone.id)
                            .update()))
        .hasStackTraceContaining("is frozen at 2026-10");
  }

  @Test
  void aYearIsAppraisedOnceByAVersion() {
    long id = zone.round("一次");
    Round round = zone.in(() -> rounds.get(zone.id, id));
    assertThatThrownBy(
            () ->
                zone.in(
                    () ->
                        rounds.open(
                            zone.id,
                            schemes.get(zone.id, round.schemeId()).head(),
                            2026,
                            "又一次",
                            10)))
        .isInstanceOf(GovernanceRefused.class)
        .hasMessageContaining("已有 2026 年的轮次");
  }

  @Test
  void aValueEnteredTwiceIsRefusedByTheDatabaseAndOnlyByIt() throws Exception {
    long id = zone.round("两次");
    long indicator = zone.standing(id, "2026-10").lines().getFirst().of().id();
    assertThat(contend(id, indicator)).isEqualTo(1);
    long other = zone.standing(id, "2026-10").lines().get(1).of().id();
    owner("ALTER TABLE appraisal_value DROP CONSTRAINT value_once");
    try {
      assertThat(contend(id, other)).as("without the constraint").isGreaterThan(1);
    } finally {
      owner("ALTER TABLE appraisal_value DISABLE TRIGGER USER");
      owner("DELETE FROM appraisal_value");
      owner("ALTER TABLE appraisal_value ENABLE TRIGGER USER");
      owner(
          "ALTER TABLE appraisal_value ADD CONSTRAINT value_once UNIQUE (zone_id, round_id,"
              + " indicator_id)");
    }
  }

  /** How many of eight who write the same value at once succeed. */
  private int contend(long round, long indicator) throws InterruptedException {
    AtomicInteger written = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 8)
          .forEach(
              i ->
                  threads.execute(
                      () -> {
                        try {
                          start.await();
                          zone.run(() -> insertValue(round, indicator));
                          written.incrementAndGet();
                        } catch (org.springframework.dao.DuplicateKeyException e) {
                          // another was first
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                      }));
      start.countDown();
    }
    return written.get();
  }

  private void insertValue(long round, long indicator) {
    zone.jdbc()
        .sql(
            """
            INSERT INTO appraisal_value (zone_id, scheme_id, round_id, indicator_id, value, earned)
            SELECT zone_id, scheme_id, id, :indicator, 1, 1 FROM appraisal_round WHERE zone_id = :zone AND id = :round
            """)
        .param("indicator", indicator)
        .param("zone", zone.id)
        .param("round", round)
        .update();
  }

  @Test
  void ofManyWhoFreezeAtOnceOneDoes() throws Exception {
    long id = zone.round("争先");
    zone.fact("进出口总额", "2026-01..10", "600");
    AtomicInteger frozen = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        threads.execute(
            () -> {
              try {
                freeze(id);
                frozen.incrementAndGet();
              } catch (GovernanceRefused e) {
                refused.incrementAndGet();
              }
            });
      }
    }
    assertThat(frozen).hasValue(1);
    assertThat(refused).hasValue(5);
    assertThat(zone.in(() -> rounds.values(zone.id, id))).hasSize(3);
  }

  @Test
  void anotherZonesRoundIsNotThere() {
    long id = zone.round("我的");
    GovernanceZone other = new GovernanceZone(program);
    assertThatThrownBy(() -> other.in(() -> rounds.get(other.id, id)))
        .isInstanceOf(NoSuchGovernance.class);
    assertThatThrownBy(() -> other.in(() -> rounds.get(zone.id, id)))
        .isInstanceOf(NoSuchGovernance.class);
  }

  private void freeze(long id) {
    zone.run(
        () ->
            rounds.freeze(
                zone.id, id, () -> scoring.at(rounds.get(zone.id, id), YearMonth.of(2026, 10))));
  }

  private void owner(String statement) throws SQLException {
    try (var connection = TestDatabase.superuser(credentials);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}

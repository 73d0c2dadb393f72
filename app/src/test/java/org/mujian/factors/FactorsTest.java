package org.mujian.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.mujian.units.Period;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's promises, kept by the database and not by good behaviour. */
@MujianTest
class FactorsTest {

  private static final long ZONE = 41;
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired Factors factors;
  @Autowired FactorAccounts accounts;
  @Autowired Lapses lapses;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Credentials credentials;

  @Test
  void aReservationIsTakenFromTheYearAndGivenBack() {
    FactorAccount quota = budget("100");
    FactorReservation held = reserve(quota, "a", "30");
    assertThat(balance(quota, "2026").used()).isEqualByComparingTo("30");
    in(() -> factors.commit(ZONE, held.id(), "成交"));
    in(
        () -> {
          factors.release(ZONE, held.id(), "退回");
          return 0;
        });
    assertThat(balance(quota, "2026").free()).isEqualByComparingTo("100");
    countersEqualPostings();
  }

  @Test
  void theSecondBureauLearnsWhoHoldsTheQuotaAndUntilWhen() {
    FactorAccount power = in(() -> account(FactorAccount.Kind.CAPACITY, "power", "MVA"));
    supply(power, new Period.Quarter(2026, 4), "8");
    in(
        () ->
            factors.reserve(
                ZONE,
                new FactorAsk(
                    power.id(),
                    "project:1",
                    "改性沥青二期",
                    new BigDecimal("4.8"),
                    day("2026-10-01"),
                    day("2026-12-31"))));
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        factors.reserve(
                            ZONE,
                            new FactorAsk(
                                power.id(),
                                "project:2",
                                "管材",
                                new BigDecimal("5"),
                                day("2026-11-01"),
                                day("2026-12-01")))))
        .isInstanceOf(FactorRefused.class)
        .hasMessage(power.name() + " 2026-Q4 余额 3.2 MVA 低于需求 5 MVA；「改性沥青二期」占用 4.8 至 2026-12-31")
        .satisfies(
            refused ->
                assertThat(((FactorRefused) refused).in(org.mujian.web.Language.ENGLISH))
                    .contains("3.2 MVA left", "改性沥青二期 holds 4.8 until 2026-12-31"));
  }

  @Test
  void aCapacityIsTakenInAllItsQuartersOrInNone() {
    FactorAccount water = in(() -> account(FactorAccount.Kind.CAPACITY, "water", "m³/d"));
    supply(water, new Period.Quarter(2026, 3), "100");
    supply(water, new Period.Quarter(2026, 4), "10");
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        factors.reserve(
                            ZONE,
                            new FactorAsk(
                                water.id(),
                                "project:1",
                                "甲",
                                new BigDecimal("50"),
                                day("2026-07-01"),
                                day("2026-12-31")))))
        .hasMessageContaining("2026-Q4 余额 10 m³/d");
    assertThat(balance(water, "2026-Q3").used()).isEqualByComparingTo("0");
    assertThat(
            in(() -> factors.listHeldBy(ZONE, "project:1")).stream()
                .filter(r -> r.accountId() == water.id()))
        .isEmpty();
  }

  @Test
  void severalAccountsAreTakenTogetherOrNotAtAll() {
    FactorAccount rich = budget("100");
    FactorAccount poor = budget("1");
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        factors.reserveAll(
                            ZONE, List.of(ask(poor, "both", "2"), ask(rich, "both", "2")))))
        .isInstanceOf(FactorRefused.class);
    assertThat(balance(rich, "2026").used()).isEqualByComparingTo("0");
  }

  @Test
  void theFourKindsOfLandQuotaAreNeverAdded() {
    FactorAccount fresh = budget("10");
    FactorAccount stock = budget("10");
    assertThatThrownBy(() -> reserve(fresh, "x", "15")).hasMessageContaining("余额 10 亩 低于需求 15 亩");
    assertThat(balance(stock, "2026").used()).isEqualByComparingTo("0");
  }

  @Test
  void manyThreadsNeverOverspendAnAccount() throws Exception {
    FactorAccount quota = budget("100");
    assertThat(race(quota, 60, "7")).isEqualTo(14); // 14 × 7 = 98
    assertThat(balance(quota, "2026").free()).isEqualByComparingTo("2");
    countersEqualPostings();
  }

  @Test
  void reservationsOverManyQuartersAtOnceEndWithoutADeadlock() throws Exception {
    FactorAccount water = in(() -> account(FactorAccount.Kind.CAPACITY, "water", "m³/d"));
    for (int quarter = 1; quarter <= 4; quarter++) {
      supply(water, new Period.Quarter(2027, quarter), "40");
    }
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int n = i;
      work.add(
          () ->
              taken(
                  new FactorAsk(
                      water.id(),
                      "project:" + n,
                      "第" + n,
                      new BigDecimal("3"),
                      day(n % 2 == 0 ? "2027-01-01" : "2027-05-01"),
                      day(n % 3 == 0 ? "2027-12-31" : "2027-08-01"))));
    }
    assertThat(together(work)).isBetween(13, 26);
    assertThat(in(() -> accounts.listBalances(ZONE, water.id())))
        .allSatisfy(b -> assertThat(b.used()).isLessThanOrEqualTo(b.cap()));
    countersEqualPostings();
  }

  /** Shows that the rule is the database's: without the CHECK a careless writer overspends. */
  @Test
  void withoutTheCheckAWriterThatForgetsTheConditionOverspends() throws Exception {
    FactorAccount quota = budget("10");
    String careless =
        "UPDATE factor_counter SET used = used + 11 WHERE zone_id = ? AND account_id = ?";
    assertThatThrownBy(() -> in(() -> jdbc.sql(careless).params(ZONE, quota.id()).update()))
        .hasStackTraceContaining("factor_never_overspent");
    asOwner("ALTER TABLE factor_counter DROP CONSTRAINT factor_never_overspent");
    try {
      in(() -> jdbc.sql(careless).params(ZONE, quota.id()).update());
      assertThat(balance(quota, "2026").free()).isNegative();
      in(
          () ->
              jdbc.sql("UPDATE factor_counter SET used = 0 WHERE zone_id = ? AND account_id = ?")
                  .params(ZONE, quota.id())
                  .update());
    } finally {
      asOwner(
          "ALTER TABLE factor_counter ADD CONSTRAINT factor_never_overspent CHECK (used <= cap)");
    }
  }

  @Test
  void whatIsHeldIsNotWithdrawn() {
    FactorAccount quota = budget("10");
    reserve(quota, "keeper", "8");
    assertThatThrownBy(() -> supply(quota, new Period.Year(2026), "-3"))
        .hasMessageContaining("余额 2 亩 低于需求 3 亩；「keeper」占用 8");
    supply(quota, new Period.Year(2026), "-2");
    assertThat(balance(quota, "2026").free()).isEqualByComparingTo("0");
    countersEqualPostings();
  }

  @Test
  void aPostingIsNeverChangedOrDeleted() {
    FactorAccount quota = budget("10");
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        jdbc.sql("UPDATE factor_posting SET amount = 1 WHERE account_id = ?")
                            .param(quota.id())
                            .update()))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        jdbc.sql("DELETE FROM factor_posting WHERE account_id = ?")
                            .param(quota.id())
                            .update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aReservationIsReleasedOnceOnly() {
    FactorAccount quota = budget("10");
    FactorReservation held = reserve(quota, "once", "4");
    in(() -> release(held));
    assertThatThrownBy(() -> in(() -> release(held))).hasMessageContaining("已释放");
    assertThat(balance(quota, "2026").free()).isEqualByComparingTo("10");
  }

  @Test
  void anExtensionTakesTheFurtherQuarters() {
    FactorAccount steam = in(() -> account(FactorAccount.Kind.CAPACITY, "heat", "t/h"));
    supply(steam, new Period.Quarter(2027, 1), "10");
    supply(steam, new Period.Quarter(2027, 2), "5");
    FactorReservation held =
        in(
            () ->
                factors.reserve(
                    ZONE,
                    new FactorAsk(
                        steam.id(),
                        "project:9",
                        "九",
                        new BigDecimal("6"),
                        day("2027-01-10"),
                        day("2027-03-31"))));
    assertThatThrownBy(() -> in(() -> factors.extend(ZONE, held.id(), day("2027-04-01"))))
        .hasMessageContaining("2027-Q2 余额 5 t/h 低于需求 6 t/h");
    supply(steam, new Period.Quarter(2027, 2), "5");
    in(() -> factors.extend(ZONE, held.id(), day("2027-04-01")));
    assertThat(balance(steam, "2027-Q2").used()).isEqualByComparingTo("6");
    countersEqualPostings();
  }

  @Test
  void anIntentionThatIsOverIsGivenBack() {
    FactorAccount quota = in(() -> account(FactorAccount.Kind.BUDGET, "quota-stock", "亩"));
    supply(quota, new Period.Year(2020), "10");
    in(
        () ->
            factors.reserve(
                ZONE,
                new FactorAsk(
                    quota.id(),
                    "project:5",
                    "五",
                    BigDecimal.TEN,
                    day("2020-01-01"),
                    day("2020-06-30"))));
    in(
        () -> {
          lapses.release(ZONE);
          return 0;
        });
    assertThat(balance(quota, "2020").free()).isEqualByComparingTo("10");
  }

  @Test
  void anotherZonesAccountLooksLikeNone() {
    FactorAccount quota = budget("10");
    assertThatThrownBy(
            () ->
                Scope.ofProgram(42)
                    .call(
                        () ->
                            transaction.execute(s -> factors.reserve(42, ask(quota, "spy", "1")))))
        .isInstanceOf(NoSuchFactor.class);
  }

  @Test
  void nonsenseIsRefusedWithAWord() {
    FactorAccount quota = budget("10");
    assertThatThrownBy(() -> reserve(quota, "x", "0")).hasMessageContaining("数量须大于 0");
    assertThatThrownBy(() -> reserve(quota, "x", "0.00001")).hasMessageContaining("4 位小数");
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        factors.reserve(
                            ZONE,
                            new FactorAsk(
                                quota.id(),
                                "x y",
                                "x",
                                BigDecimal.ONE,
                                day("2026-02-01"),
                                day("2026-03-01")))))
        .hasMessageContaining("占用者须写明");
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        factors.reserve(
                            ZONE,
                            new FactorAsk(
                                quota.id(),
                                "project:1",
                                "x",
                                BigDecimal.ONE,
                                day("2026-02-01"),
                                day("2026-01-01")))))
        .hasMessageContaining("期限不对");
    assertThatThrownBy(() -> supply(quota, new Period.Quarter(2026, 1), "5"))
        .hasMessageContaining("预算按年");
  }

  private int race(FactorAccount account, int threads, String amount) throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      FactorAsk ask = ask(account, "racer" + i, amount);
      work.add(() -> taken(ask));
    }
    return together(work);
  }

  private boolean taken(FactorAsk ask) {
    try {
      in(() -> factors.reserve(ZONE, ask));
      return true;
    } catch (FactorRefused refused) {
      assertThat(refused.getMessage()).contains("低于需求", "占用");
      return false;
    }
  }

  /** Runs all at once and counts the true ones. */
  private static int together(List<Callable<Boolean>> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    int count = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (Callable<Boolean> one : work) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return one.call();
                }));
      }
      start.countDown();
      for (Future<Boolean> result : results) {
        count += result.get() ? 1 : 0;
      }
    }
    return count;
  }

  /** Recomputed by other code than wrote them: one statement over the postings alone. */
  private void countersEqualPostings() {
    List<String> wrong =
        in(
            () ->
                jdbc.sql(
                        """
                        WITH legs AS (
                          SELECT account_id, period, to_side AS side, amount FROM factor_posting WHERE zone_id = :zone
                          UNION ALL
                          SELECT account_id, period, from_side, -amount FROM factor_posting WHERE zone_id = :zone),
                        sides AS (
                          SELECT account_id, period,
                            coalesce(-sum(amount) FILTER (WHERE side = 'source'), 0) AS cap,
                            coalesce(sum(amount) FILTER (WHERE side IN ('reserved', 'committed')), 0) AS used,
                            sum(amount) AS total
                          FROM legs GROUP BY account_id, period)
                        SELECT c.account_id || ' ' || c.period FROM factor_counter c
                        FULL JOIN sides s ON s.account_id = c.account_id AND s.period = c.period
                        WHERE c.zone_id = :zone
                          AND (s.total IS DISTINCT FROM 0 OR c.cap IS DISTINCT FROM s.cap OR c.used IS DISTINCT FROM s.used)
                        """)
                    .param("zone", ZONE)
                    .query(String.class)
                    .list());
    assertThat(wrong).isEmpty();
  }

  private FactorAccount budget(String cap) {
    FactorAccount account = in(() -> account(FactorAccount.Kind.BUDGET, "quota-new", "亩"));
    supply(account, new Period.Year(2026), cap);
    return account;
  }

  private FactorAccount account(FactorAccount.Kind kind, String factor, String unit) {
    int n = COUNT.incrementAndGet();
    return accounts.create(
        ZONE, new FactorAccounts.New("a" + n, "账户" + n, kind, factor, unit, null, "", false));
  }

  private void supply(FactorAccount account, Period period, String amount) {
    in(
        () -> {
          factors.supply(ZONE, account.id(), period, new BigDecimal(amount), "批复");
          return 0;
        });
  }

  private FactorReservation reserve(FactorAccount account, String holder, String amount) {
    return in(() -> factors.reserve(ZONE, ask(account, holder, amount)));
  }

  private static FactorAsk ask(FactorAccount account, String holder, String amount) {
    return new FactorAsk(
        account.id(),
        "project:" + holder,
        holder,
        new BigDecimal(amount),
        day("2026-01-01"),
        day("2026-12-31"));
  }

  private int release(FactorReservation held) {
    factors.release(ZONE, held.id(), "试");
    return 0;
  }

  private Balance balance(FactorAccount account, String period) {
    return in(() -> accounts.listBalances(ZONE, account.id())).stream()
        .filter(b -> b.period().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private <T> T in(Supplier<T> work) {
    return Scope.ofProgram(ZONE)
        .call(() -> java.util.Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  private void asOwner(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser(credentials);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}

package org.mujian.services.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.clock.ClockEvent;
import org.mujian.clock.ClockEvent.Kind;
import org.mujian.clock.Span;
import org.mujian.enterprises.Enterprise;
import org.mujian.projects.Projects;
import org.mujian.services.ServiceZone;
import org.mujian.services.matter.Matters;
import org.mujian.services.matter.Promise;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.units.Money;
import org.mujian.web.Light;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No case is filed twice, whoever hurries; its clock takes events in order only. */
@MujianTest
class CasesTest {

  @Autowired ApplicationContext program;
  @Autowired Cases cases;
  @Autowired CaseDesk desk;
  @Autowired CaseStandings standings;
  @Autowired Matters matters;
  @Autowired Projects projects;
  @Autowired Changes changes;
  @Autowired Credentials credentials;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private ServiceZone place;
  private long zone;
  private Enterprise firm;

  @BeforeEach
  void aZoneWithAFirm() {
    place = ServiceZone.make(program);
    zone = place.zone();
    firm = place.enterprise("测试化工厂");
  }

  private static CaseDraft draft(
      String matter, long enterprise, @Nullable String outside, @Nullable LocalDate accepted) {
    return new CaseDraft(matter, enterprise, null, null, outside, "帮办 赵", accepted);
  }

  private Case open(String matter, @Nullable String outside, @Nullable LocalDate accepted) {
    return place.as("窗口 李", () -> cases.open(zone, draft(matter, firm.id(), outside, accepted)));
  }

  private void move(Case file, Kind kind, LocalDate on, String words) {
    place.as(
        "窗口 李",
        () -> {
          desk.move(zone, file.number(), null, ClockEvent.of(kind, on), words);
          return null;
        });
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String why) {
    assertThatThrownBy(work).isInstanceOf(ServiceRefused.class).hasMessageContaining(why);
  }

  @Test
  void aCaseIsOpenedWithItsAuthorityItsPapersAndItsNumber() {
    Case file = open("eia-form", null, null);
    assertThat(file.number()).matches("\\d{4}-0001");
    assertThat(file.authority()).isEqualTo("生态环境主管部门");
    Standing standing = place.as("x", () -> standings.get(zone, file.number()));
    assertThat(standing.materials()).extracting(Material::name).contains("环境影响报告表");
    assertThat(standing.acceptedOn()).isNull();
    assertThat(standing.statutory()).isNull();
    assertThat(standing.state()).isEqualTo(Light.State.OK);
  }

  @Test
  void theSecondWhoFilesTheSameCaseLearnsOfTheFirst() {
    Case first = open("eia-form", "环审2051-7", null);
    assertThatThrownBy(() -> open("eia-form", null, null))
        .isInstanceOfSatisfying(
            CaseHeld.class,
            held -> {
              assertThat(held.holder()).isEqualTo(first);
              assertThat(held).hasMessageContaining("已有在办件").hasMessageContaining("帮办 赵");
            });
    Enterprise other = place.enterprise("另一家");
    assertThatThrownBy(
            () ->
                place.as(
                    "x", () -> cases.open(zone, draft("eia-form", other.id(), "环审2051-7", null))))
        .isInstanceOf(CaseHeld.class)
        .hasMessageContaining("外部办件号 环审2051-7 已登记");
    Case another = open("eia-book", "环审2051-7", null);
    assertThat(another.id()).as("another matter numbers by itself").isNotEqualTo(first.id());
  }

  @Test
  void aProjectsCaseStandsBesideOneWithoutAndAForeignProjectIsRefused() {
    open("eia-form", null, null);
    long project = project(firm);
    CaseDraft of = new CaseDraft("eia-form", firm.id(), project, null, null, "帮办 赵", null);
    assertThat(place.as("x", () -> cases.open(zone, of)).projectName()).isEqualTo("新材料项目");
    assertThatThrownBy(() -> place.as("x", () -> cases.open(zone, of)))
        .isInstanceOf(CaseHeld.class);
    Enterprise other = place.enterprise("别家");
    refused(
        () ->
            place.as(
                "x",
                () ->
                    cases.open(
                        zone,
                        new CaseDraft("eia-form", other.id(), project, null, null, "赵", null))),
        "不是别家");
    refused(
        () ->
            place.as(
                "x",
                () ->
                    cases.open(
                        zone,
                        new CaseDraft("eia-book", firm.id(), 987654L, null, null, "赵", null))),
        "没有编号为 987654 的项目");
  }

  private long project(Enterprise owner) {
    return place.as(
        "x",
        () ->
            projects.propose(
                zone,
                "新材料项目",
                owner.id(),
                owner.name(),
                "lead:" + owner.id(),
                Money.ofYi(java.math.BigDecimal.ONE)));
  }

  @Test
  void ofManyWhoFileAtOnceOneDoesAndAllOthersLearnIt() throws Exception {
    assertThat(fileAtOnce(place.enterprise("抢办厂"))).isEqualTo(1);
  }

  /** Shows that the test above would see it: without the index the promise breaks. */
  @Test
  void withoutTheIndexTheyWouldFileItTwice() throws Exception {
    superuser("DROP INDEX service_case_open_once");
    try {
      int most = 0;
      for (int i = 0; i < 20 && most < 2; i++) {
        most = Math.max(most, fileAtOnce(place.enterprise("无索引厂")));
      }
      assertThat(most).isGreaterThan(1);
    } finally {
      superuser("DELETE FROM case_clock");
      superuser("DELETE FROM case_log");
      superuser("DELETE FROM case_material");
      superuser("DELETE FROM service_case");
      superuser(
          "CREATE UNIQUE INDEX service_case_open_once ON service_case (zone_id, matter,"
              + " enterprise_id, coalesce(project_id, 0)) WHERE closed_on IS NULL");
    }
  }

  private int fileAtOnce(Enterprise enterprise) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> tries = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        tries.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    place.as(
                        "窗口",
                        () -> cases.open(zone, draft("registration", enterprise.id(), null, null)));
                    return true;
                  } catch (CaseHeld e) {
                    return false;
                  }
                }));
      }
      start.countDown();
    }
    int won = 0;
    for (Future<Boolean> one : tries) {
      won += one.get() ? 1 : 0;
    }
    return won;
  }

  private void superuser(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser(credentials);
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica"); // no audit behind the curtain
      statement.execute(sql);
    }
  }

  @Test
  void eventsOutOfOrderAreRefusedWithTheReason() {
    LocalDate today = cases.today();
    Case file = open("eia-form", null, null);
    refused(() -> move(file, Kind.PAUSE, today, "补正"), "还没有受理");
    move(file, Kind.START, today.minusDays(10), "");
    refused(() -> move(file, Kind.START, today, ""), "已经受理过");
    refused(() -> move(file, Kind.RESUME, today, ""), "没有停表");
    refused(() -> move(file, Kind.PAUSE, today, " "), "要写明事由");
    refused(() -> move(file, Kind.PAUSE, today.minusDays(11), "补正"), "早于上一事件受理");
    refused(() -> move(file, Kind.PAUSE, today.plusDays(1), "补正"), "晚于今天");
    move(file, Kind.PAUSE, today.minusDays(8), "专家评审");
    refused(() -> move(file, Kind.PAUSE, today, "再停"), "已经停表");
    Standing paused = place.as("x", () -> standings.get(zone, file.number()));
    assertThat(paused.statutory().deadline()).isNull();
    assertThat(paused.statutory().elapsed()).isEqualTo(Span.days(2));
    move(file, Kind.RESUME, today.minusDays(3), "");
    Standing running = place.as("x", () -> standings.get(zone, file.number()));
    assertThat(running.statutory().deadline()).isEqualTo(today.minusDays(3).plusDays(28));
    assertThat(running.due()).isEqualTo(running.statutory().deadline());
  }

  /** Two who stop one clock at once: the database lets one through and tells the other why. */
  @Test
  void theDatabaseItselfRefusesAnEventOutOfOrder() {
    Case file = open("eia-form", null, cases.today().minusDays(4));
    assertThatThrownBy(() -> write(file, "resume")).hasStackTraceContaining("event resume on");
    assertThatThrownBy(() -> write(file, "start")).hasStackTraceContaining("event start on");
    write(file, "pause");
    assertThatThrownBy(() -> write(file, "pause")).hasStackTraceContaining("event pause on");
  }

  private void write(Case file, String kind) {
    place.as(
        "x",
        () ->
            transaction.execute(
                s -> {
                  changes.begin(zone, "绕过程序");
                  return jdbc.sql(
                          """
                          INSERT INTO case_clock (zone_id, case_id, enterprise_id, kind, on_date, words, at, who)
                          VALUES (?, ?, ?, ?, ?, 'x', now(), 'x')
                          """)
                      .params(zone, file.id(), file.enterpriseId(), kind, cases.today())
                      .update();
                }));
  }

  @Test
  void ofManyWhoStopTheClockAtOnceOneDoes() throws Exception {
    Case file = open("eia-form", null, cases.today().minusDays(4));
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> tries = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        tries.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    move(file, Kind.PAUSE, cases.today(), "补正");
                    return true;
                  } catch (ServiceRefused e) {
                    assertThat(e).hasMessageContaining("已经停表");
                    return false;
                  }
                }));
      }
      start.countDown();
    }
    int won = 0;
    for (Future<Boolean> one : tries) {
      won += one.get() ? 1 : 0;
    }
    assertThat(won).isEqualTo(1);
  }

  @Test
  void aSlipIsTakenBackWithItsReasonAndStaysInSight() {
    LocalDate today = cases.today();
    Case file = open("eia-form", null, today.minusDays(4));
    refused(
        () ->
            place.as(
                "x",
                () -> {
                  desk.takeBack(zone, file.number(), " ");
                  return null;
                }),
        "为什么撤回");
    place.as(
        "x",
        () -> {
          desk.takeBack(zone, file.number(), "日期看错");
          return null;
        });
    move(file, Kind.START, today.minusDays(6), "");
    Standing standing = place.as("x", () -> standings.get(zone, file.number()));
    assertThat(standing.acceptedOn()).isEqualTo(today.minusDays(6));
    assertThat(standing.events()).hasSize(2);
    assertThat(standing.events().getFirst().withdrawn()).isEqualTo("日期看错");
  }

  @Test
  void lawLetsARegistrationBeLengthenedOnceByThreeWorkingDaysAndAnEiaNever() {
    LocalDate today = cases.today();
    Case registration = open("registration", null, today);
    refused(() -> extend(registration, Span.working(4)), "最多可延长 3个工作日");
    refused(() -> extend(registration, Span.days(3)), "最多可延长 3个工作日");
    extend(registration, Span.working(3));
    refused(() -> extend(registration, Span.working(1)), "已延长 3个工作日");
    Standing standing = place.as("x", () -> standings.get(zone, registration.number()));
    assertThat(standing.statutory().limit()).isEqualTo(Span.working(6));
    Case eia = open("eia-book", null, today);
    refused(() -> extend(eia, Span.days(10)), "没有规定可以延长");
  }

  private void extend(Case file, Span more) {
    place.as(
        "x",
        () -> {
          desk.move(zone, file.number(), null, ClockEvent.extend(cases.today(), more), "登记机关负责人批准");
          return null;
        });
  }

  private void close(Case file, LocalDate on, Result result, String words) {
    place.as(
        "x",
        () -> {
          desk.close(zone, file.number(), null, on, result, words);
          return null;
        });
  }

  @Test
  void aClosedCaseKeepsItsResultTakesNothingMoreAndFreesItsPlace() {
    LocalDate today = cases.today();
    Case file = open("eia-form", null, today.minusDays(40));
    assertThat(place.as("x", () -> standings.get(zone, file.number())).state())
        .as("thirty days are over")
        .isEqualTo(Light.State.BAD);
    refused(() -> close(file, today, Result.REFUSED, ""), "写明理由");
    close(file, today, Result.GRANTED, "盘环审〔示例〕1 号");
    Standing closed = place.as("x", () -> standings.get(zone, file.number()));
    assertThat(closed.file().result()).isEqualTo(Result.GRANTED);
    assertThat(closed.statutory().late()).isEqualTo(Span.days(10));
    refused(() -> move(file, Kind.PAUSE, today, "补正"), "已于 " + today + " 办结");
    assertThat(open("eia-form", null, null).id()).isNotEqualTo(file.id());
  }

  @Test
  void whatWasNeverTakenInCanOnlyBeWithdrawn() {
    Case file = open("eia-form", null, null);
    refused(() -> close(file, cases.today(), Result.GRANTED, "x"), "还没有受理");
    close(file, cases.today(), Result.WITHDRAWN, "企业改变选址");
    assertThat(place.as("x", () -> cases.get(zone, file.number())).isOpen()).isFalse();
  }

  @Test
  void aLatePaperHasItsDayAndAPromisedOneItsCheck() {
    LocalDate today = cases.today();
    Case file = open("eia-form", null, today);
    Material paper = place.as("x", () -> standings.get(zone, file.number())).materials().getFirst();
    refused(() -> put(file, paper, Material.State.LATE, null), "补齐期限");
    refused(() -> put(file, paper, Material.State.PROMISED, null), "核查日期");
    put(file, paper, Material.State.LATE, today.plusDays(5));
    put(file, paper, Material.State.RECEIVED, today);
    assertThat(place.as("x", () -> standings.get(zone, file.number())).materials().getFirst())
        .satisfies(
            m -> {
              assertThat(m.state()).isEqualTo(Material.State.RECEIVED);
              assertThat(m.receivedOn()).isEqualTo(today);
            });
    Case other = place.as("x", () -> cases.open(zone, draft("eia-book", firm.id(), null, null)));
    assertThatThrownBy(() -> put(other, paper, Material.State.RECEIVED, today))
        .isInstanceOf(NoSuchCase.class);
  }

  private void put(Case file, Material paper, Material.State state, @Nullable LocalDate day) {
    place.as(
        "x",
        () -> {
          desk.put(zone, file.number(), paper.id(), state, day, "");
          return null;
        });
  }

  @Test
  void aPromiseWarnsWhereLawIsNotYetBrokenAndBindsWhereLawSaysNothing() {
    LocalDate today = cases.today();
    place.as(
        "x",
        () ->
            transaction.execute(
                s -> {
                  promise("eia-form", Span.days(10));
                  promise("land-listing", Span.days(20));
                  return null;
                }));
    Case eia = open("eia-form", null, today.minusDays(12));
    Standing late = place.as("x", () -> standings.get(zone, eia.number()));
    assertThat(late.file().authority()).isEqualTo("盘山县某局");
    assertThat(late.promised().overdue()).isTrue();
    assertThat(late.statutory().overdue()).isFalse();
    assertThat(late.state()).isEqualTo(Light.State.WARN);
    assertThat(late.due()).as("what is still ahead").isEqualTo(today.minusDays(12).plusDays(30));
    Case land = open("land-listing", null, today.minusDays(25));
    assertThat(place.as("x", () -> standings.get(zone, land.number())).state())
        .isEqualTo(Light.State.BAD);
  }

  private void promise(String matter, Span span) {
    matters.promise(
        zone, matter, new Promise("盘山县某局", span, "测试承诺", LocalDate.of(2020, 1, 1), false));
  }

  @Test
  void theLawOfTheDayOfAcceptanceHolds() throws SQLException {
    superuser(
        "INSERT INTO matter_time (matter, kind, count, unit, source, valid_from, checked)"
            + " VALUES ('eia-form', 'limit', 15, 'day', '测试新法', current_date - 2, true)");
    try {
      LocalDate today = cases.today();
      Case before = open("eia-form", null, today.minusDays(5));
      assertThat(place.as("x", () -> standings.get(zone, before.number())).statutory().limit())
          .isEqualTo(Span.days(30));
      close(before, today, Result.WITHDRAWN, "x");
      Case after = open("eia-form", null, today.minusDays(1));
      assertThat(place.as("x", () -> standings.get(zone, after.number())).statutory().limit())
          .isEqualTo(Span.days(15));
    } finally {
      superuser("DELETE FROM matter_time WHERE source = '测试新法'");
    }
  }

  @Test
  void anotherZonesCaseLooksAbsentAndAStaleVersionIsRefused() {
    Case file = open("eia-form", null, cases.today());
    ServiceZone other = ServiceZone.make(program);
    assertThatThrownBy(() -> other.as("x", () -> cases.get(zone, file.number())))
        .isInstanceOf(NoSuchCase.class);
    place.as(
        "x",
        () -> {
          desk.number(zone, file.number(), "环审-9");
          return null;
        });
    refused(
        () ->
            place.as(
                "x",
                () -> {
                  desk.move(
                      zone,
                      file.number(),
                      file.version(),
                      ClockEvent.of(Kind.PAUSE, cases.today()),
                      "补正");
                  return null;
                }),
        "您看到的是第 0 版");
  }
}

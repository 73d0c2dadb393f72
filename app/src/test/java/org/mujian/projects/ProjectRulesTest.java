package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's rules in the database, alone and with many at once. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectRulesTest {

  @Autowired Projects projects;
  @Autowired Entries entries;
  @Autowired EvidenceBook evidence;
  @Autowired Problems problems;
  @Autowired Plans plans;
  @Autowired Meetings meetings;
  @Autowired Decisions decisions;
  @Autowired ProgressBook progress;
  @Autowired Changes changes;
  @Autowired Credentials credentials;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final LocalDate today = ProjectZones.today();

  @BeforeAll
  void zones() {
    ProjectZones.make(jdbc, transaction, changes);
  }

  @Test
  void aStartIsRefusedUntilPermitAndPhotoAreThere() {
    run(
        () -> {
          long id = approved("开工规则", "2604-211122-04-01-100001");
          assertThatThrownBy(() -> entries.enter(1, id, "started", today))
              .isInstanceOf(ProjectRefused.class)
              .hasMessageContaining("不能进入「开工」")
              .hasMessageContaining("缺施工许可证")
              .hasMessageContaining("缺永久性工程照片");
          evidence.add(1, id, "permit", "许可 12 号", today, "", null, "");
          evidence.add(1, id, "works-photo", "", today, "", 1L, "基础.jpg");
          entries.enter(1, id, "started", today);
          assertThat(entries.list(1, id)).extracting(Entry::stage).endsWith("started");
        });
  }

  @Test
  void aPhotoNeedsItsFileAndAPermitItsNumber() {
    run(
        () -> {
          long id = projects.create(1, ProjectZones.draft("材料规则", null)).id();
          assertThatThrownBy(() -> evidence.add(1, id, "works-photo", "", today, "", null, ""))
              .hasMessageContaining("要附照片文件");
          assertThatThrownBy(() -> evidence.add(1, id, "permit", " ", today, "", null, ""))
              .hasMessageContaining("要写编号");
          assertThatThrownBy(
                  () -> evidence.add(1, id, "permit", "1", today.plusDays(1), "", null, ""))
              .hasMessageContaining("在今天之后");
        });
  }

  @Test
  void theDatabaseItselfRefusesAStartWithoutEvidenceAndOnlyItsTriggerStandsBetween()
      throws SQLException {
    long id = call(() -> approved("绕过规则", "2604-211122-04-01-100002"));
    String insert =
        "INSERT INTO project_entry (zone_id, project_id, stage, entered_on, who) VALUES (1, "
            + id
            + ", 'started', now(), 'x')";
    try (Connection database = superuser();
        var sql = database.createStatement()) {
      assertThatThrownBy(() -> sql.execute(insert)).hasMessageContaining("lacks 施工许可证、永久性工程照片");
      database.rollback();
      begin(database);
      sql.execute("ALTER TABLE project_entry DISABLE TRIGGER project_entry_evidence");
      sql.execute(insert);
      database.rollback();
    }
  }

  @Test
  void aStageIsEnteredOnceHoweverManyTry() throws Exception {
    long id = call(() -> projects.create(1, ProjectZones.draft("一起签约", null)).id());
    run(() -> evidence.add(1, id, "contract", "协议 1", today, "", null, ""));
    List<Object> outcomes =
        together(
            12,
            i -> {
              try {
                entries.enter(1, id, "signed", today);
                return "entered";
              } catch (ProjectRefused e) {
                return "refused";
              }
            });
    assertThat(outcomes).hasSize(12).filteredOn("entered"::equals).hasSize(1);
    run(
        () ->
            assertThat(entries.list(1, id)).filteredOn(e -> e.stage().equals("signed")).hasSize(1));
  }

  @Test
  void withoutTheUniqueIndexTheSecondEntryWouldStand() throws SQLException {
    long id = call(() -> projects.create(1, ProjectZones.draft("没有唯一索引", null)).id());
    String insert =
        "INSERT INTO project_entry (zone_id, project_id, stage, entered_on, who) VALUES (1, "
            + id
            + ", 'reserve', now(), 'x')";
    try (Connection database = superuser();
        var sql = database.createStatement()) {
      assertThatThrownBy(() -> sql.execute(insert)).hasMessageContaining("project_entry_once");
      database.rollback();
      begin(database);
      sql.execute("DROP INDEX project_entry_once");
      sql.execute(insert);
      database.rollback();
    }
  }

  @Test
  void aLeadBecomesOneProjectHoweverManyProposeIt() throws Exception {
    List<Object> ids =
        together(
            16,
            i ->
                projects.propose(
                    1, "PE 管材三期", null, "示例管材公司", "lead:42", Money.ofYi(new BigDecimal("1.8"))));
    assertThat(Set.copyOf(ids)).hasSize(1);
    run(
        () -> {
          assertThat(projects.listAll(1)).filteredOn(p -> "lead:42".equals(p.leadRef())).hasSize(1);
          assertThat(entries.list(1, (long) ids.getFirst())).hasSize(1);
        });
  }

  @Test
  void onlyTheConstraintKeepsTwoProjectsOfOneLeadApart() throws SQLException {
    long id = call(() -> projects.propose(1, "约束项目", null, "", "lead:77", Money.ZERO));
    String copy =
        "INSERT INTO project (zone_id, provisional, name, investment, lead_ref, created_by)"
            + " SELECT zone_id, '2999-99', name, investment, lead_ref, 'x' FROM project WHERE id = "
            + id;
    try (Connection database = superuser();
        var sql = database.createStatement()) {
      assertThatThrownBy(() -> sql.execute(copy)).hasMessageContaining("project_lead_once");
      database.rollback();
      begin(database);
      sql.execute("ALTER TABLE project DROP CONSTRAINT project_lead_once");
      sql.execute(copy);
      database.rollback();
    }
  }

  @Test
  void projectsMadeAtOnceGetDifferentNumbers() throws Exception {
    List<Object> numbers =
        together(10, i -> projects.create(1, ProjectZones.draft("同时新建 " + i, null)).provisional());
    assertThat(numbers).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void aProjectCodeBelongsToOneProject() {
    run(
        () -> {
          projects.create(1, ProjectZones.draft("先来", "2604-211122-04-01-100009"));
          assertThatThrownBy(
                  () -> projects.create(1, ProjectZones.draft("后到", "2604-211122-04-01-100009")))
              .isInstanceOf(ProjectRefused.class)
              .hasMessageContaining("2604-211122-04-01-100009");
        });
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    run(
        () -> {
          Project made = projects.create(1, ProjectZones.draft("两人同改", null));
          projects.edit(1, made.id(), made.version(), ProjectDraft.of(made));
          assertThatThrownBy(
                  () -> projects.edit(1, made.id(), made.version(), ProjectDraft.of(made)))
              .hasMessageContaining("已被他人修改");
        });
  }

  @Test
  void aProjectOfAnotherZoneLooksAbsent() {
    long id = call(() -> projects.create(1, ProjectZones.draft("一号的", null)).id());
    new Scope(1, "二号的人", List.of(2L), null, false)
        .run(
            () -> {
              assertThat(projects.find(1, id)).isEmpty();
              assertThatThrownBy(() -> projects.get(2, id)).isInstanceOf(NoSuchProject.class);
              assertThatThrownBy(() -> entries.enter(2, id, "signed", today))
                  .isInstanceOf(NoSuchProject.class);
            });
  }

  @Test
  void aMistakenEntryIsTakenBackWithItsReasonAndMayComeAgain() {
    run(
        () -> {
          long id = projects.create(1, ProjectZones.draft("撤回", null)).id();
          evidence.add(1, id, "contract", "协议 1", today, "", null, "");
          entries.enter(1, id, "signed", today);
          assertThatThrownBy(() -> entries.withdraw(1, id, "reserve", "误录"))
              .hasMessageContaining("请先撤回之后的阶段「签约」");
          assertThatThrownBy(() -> entries.withdraw(1, id, "signed", " "))
              .hasMessageContaining("要写原因");
          entries.withdraw(1, id, "signed", "协议未盖章");
          entries.enter(1, id, "signed", today);
          assertThat(entries.list(1, id)).extracting(Entry::withdrawn).contains("协议未盖章");
        });
  }

  @Test
  void aProblemIsStruckOffWithEvidenceOnlyAndOnce() throws SQLException {
    run(
        () -> {
          long id = projects.create(1, ProjectZones.draft("问题", null)).id();
          long problem =
              problems.raise(1, id, null, new Problems.Matter("缺用地指标", "项目局", "规建局", today));
          assertThatThrownBy(() -> problems.strike(1, problem, " ")).hasMessageContaining("销号要写依据");
          assertThatThrownBy(() -> problems.postpone(1, problem, today.plusDays(9), ""))
              .hasMessageContaining("改时限要写原因");
          problems.postpone(1, problem, today.plusDays(9), "等待省厅批复");
          assertThat(problems.notes(1, id))
              .extracting(ProblemNote::dueBefore)
              .containsExactly(today);
          problems.strike(1, problem, "批复 3 号");
          assertThatThrownBy(() -> problems.strike(1, problem, "再来"))
              .hasMessageContaining("已于 " + today + " 销号（批复 3 号）");
        });
    try (Connection database = superuser();
        var sql = database.createStatement()) {
      assertThatThrownBy(
              () ->
                  sql.execute(
                      "UPDATE project_problem SET struck_on = now(), struck_by = 'x',"
                          + " struck_with = NULL"))
          .hasMessageContaining("project_problem_struck_with_evidence");
    }
  }

  @Test
  void planDatesFollowTheOrderOfTheStages() {
    run(
        () -> {
          long id = projects.create(1, ProjectZones.draft("计划", null)).id();
          plans.plan(1, id, Map.of("started", today, "completed", today.plusDays(200)));
          assertThatThrownBy(() -> plans.plan(1, id, Map.of("completed", today.minusDays(1))))
              .hasMessageContaining("早于「开工」计划");
          assertThatThrownBy(
                  () ->
                      plans.target(1, 2026, "started", List.of(0, 2, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3)))
              .hasMessageContaining("3 月累计计划 1 少于上月的 2");
        });
  }

  @Test
  void doneInvestmentOfAMonthToComeIsRefused() {
    run(
        () -> {
          long id = projects.create(1, ProjectZones.draft("进度", null)).id();
          assertThatThrownBy(
                  () ->
                      progress.report(
                          1,
                          id,
                          java.time.YearMonth.from(today).plusMonths(1),
                          Money.ofWan(BigDecimal.ONE),
                          "x"))
              .hasMessageContaining("还没有到");
        });
  }

  @Test
  void oneMeetingIsOpenAtATimeAndAClosedOneIsFixed() {
    new Scope(1, "二号的人", List.of(2L), null, false)
        .run(
            () -> {
              Meeting first = meetings.open(2, today, "主任", "各局");
              assertThatThrownBy(() -> meetings.open(2, today, "", ""))
                  .hasMessageContaining("还没有结束");
              Decision line = decisions.add(2, first.id(), null);
              transaction.executeWithoutResult(
                  s -> {
                    changes.begin(2, "结束");
                    meetings.close(2, first.id(), java.time.Instant.EPOCH);
                  });
              assertThatThrownBy(() -> decisions.save(2, line)).hasMessageContaining("已经结束");
              assertThatThrownBy(
                      () ->
                          transaction.executeWithoutResult(
                              s -> {
                                changes.begin(2, "绕过");
                                jdbc.sql("UPDATE project_decision SET what = 'x' WHERE zone_id = 2")
                                    .update();
                              }))
                  .hasStackTraceContaining("the meeting is closed");
              assertThat(meetings.open(2, today, "", "").number()).isEqualTo(2);
            });
  }

  private long approved(String name, String code) {
    long id = projects.create(1, ProjectZones.draft(name, code)).id();
    evidence.add(1, id, "contract", "协议 1", today, "", null, "");
    evidence.add(1, id, "site", "成交确认书 1", today, "", null, "");
    evidence.add(1, id, "filing", "备案 1", today, "", null, "");
    for (String stage : List.of("signed", "landed", "approval")) {
      entries.enter(1, id, stage, today);
    }
    return id;
  }

  private interface Work {
    Object of(int i) throws Exception;
  }

  /** Runs the work in that many threads at once, each in the scope of zone 1. */
  private static List<Object> together(int threads, Work work) throws Exception {
    Set<Object> ready = ConcurrentHashMap.newKeySet();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<Object>> tasks =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      (Callable<Object>)
                          () -> {
                            ready.add(i);
                            while (ready.size() < threads) {
                              Thread.onSpinWait();
                            }
                            return ProjectZones.SCOPE.call(() -> work.of(i));
                          })
              .toList();
      List<Object> results = new java.util.ArrayList<>();
      for (Future<Object> done : pool.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    }
  }

  private static void run(Runnable work) {
    ProjectZones.SCOPE.run(work);
  }

  private static <T> T call(java.util.function.Supplier<T> work) {
    return ProjectZones.SCOPE.call(work::get);
  }

  /** A connection past row-level security, in a transaction with an open change of zone 1. */
  private Connection superuser() throws SQLException {
    Connection database = TestDatabase.superuser(credentials);
    database.setAutoCommit(false);
    begin(database);
    return database;
  }

  private static void begin(Connection database) throws SQLException {
    try (var sql = database.createStatement()) {
      sql.execute(
          "SELECT set_config('mujian.zones', '1', true), set_config('mujian.zones', '1', true)");
      sql.execute("SELECT begin_change(1, 0, 'test', 'test')");
    }
  }
}

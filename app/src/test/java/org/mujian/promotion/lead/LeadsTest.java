package org.mujian.promotion.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.enterprises.Draft;
import org.mujian.enterprises.Enterprises;
import org.mujian.promotion.TestZone;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.mujian.units.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No lead is claimed twice or lands twice, whoever hurries; each stage has its evidence. */
@MujianTest
class LeadsTest {

  private static final Money INVESTMENT = Money.ofYi(BigDecimal.ONE);

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Changes changes;
  @Autowired Leads leads;
  @Autowired Credentials credentials;
  @Autowired java.time.Clock clock;
  @Autowired ApplicationEventPublisher events;
  @Autowired LeadJournal journal;
  @Autowired LeadSubjects subjects;
  @Autowired Enterprises enterprises;

  private long zone;

  @BeforeEach
  void makeZone() {
    zone = TestZone.make(jdbc, transaction, changes, "leads-test");
  }

  private <T> T as(String who, Callable<T> work) {
    try {
      return new Scope(7, who, List.of(zone), null, false).call(work::call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Lead open(String name) {
    return as("招商局王", () -> leads.open(zone, LeadDraft.named(name, "展会")));
  }

  @Test
  void theSecondWhoClaimsAnEnterpriseLearnsWhoHoldsItAndSinceWhen() {
    Lead first = open("双湾化工（辽宁）有限公司");
    assertThatThrownBy(
            () -> as("招商局李", () -> leads.open(zone, LeadDraft.named("双湾化工(辽宁)有限责任公司", "名片"))))
        .isInstanceOfSatisfying(
            LeadClaimed.class,
            e -> {
              assertThat(e.holder()).isEqualTo(first);
              assertThat(e).hasMessageContaining("由招商局王持有").hasMessageContaining("自 20");
            });
  }

  @Test
  void aCreditCodeFindsADuplicateUnderAnotherName() {
    String code = LeadFormsTest.code("91211122MA0TEST0X");
    as("王", () -> leads.open(zone, draft("老名字化工厂", code, null)));
    assertThatThrownBy(() -> as("李", () -> leads.open(zone, draft("新名字化工厂", code, null))))
        .isInstanceOf(LeadClaimed.class);
  }

  @Test
  void anEnterpriseOfTheRegistryIsFoundByItsIdAsByItsCode() {
    String code = LeadFormsTest.code("91211122MA0TEST1X");
    long id =
        as(
            "王",
            () ->
                enterprises
                    .create(
                        zone,
                        new Draft(
                            code, "登记在册化工厂", List.of(), null, null, null, null, null, null, null,
                            null, null, null, "测试", false))
                    .id());
    Lead lead = as("王", () -> leads.open(zone, draft("登记在册", null, id)));
    assertThat(lead.creditCode()).isEqualTo(code);
    assertThatThrownBy(() -> as("李", () -> leads.open(zone, draft("另一个叫法", code, null))))
        .isInstanceOf(LeadClaimed.class);
    assertThatThrownBy(() -> as("李", () -> leads.open(zone, draft("再一个叫法", null, id))))
        .isInstanceOf(LeadClaimed.class);
  }

  @Test
  void anEnterpriseChainOrLinkThatIsNotThereIsRefused() {
    refused(() -> as("王", () -> leads.open(zone, draft("查无此厂", null, 987654L))), "没有编号为 987654");
    refused(
        () ->
            as(
                "王",
                () ->
                    leads.open(
                        zone, new LeadDraft("某厂", null, null, "silk", null, "展会", "", null))),
        "没有代码为 silk 的产业链");
    refused(
        () ->
            as(
                "王",
                () ->
                    leads.open(
                        zone,
                        new LeadDraft("某厂", null, null, "petrochemicals", "silk", "展会", "", null))),
        "没有代码为 silk 的环节");
  }

  @Test
  void aDroppedLeadFreesItsEnterprise() {
    Lead lead = open("来了又走化工厂");
    as("王", () -> leads.enter(zone, lead.id(), null, LeadStage.DROPPED, "企业改投他处", null));
    assertThat(open("来了又走化工厂").id()).isNotEqualTo(lead.id());
  }

  @Test
  void ofManyWhoClaimAtOnceOneHoldsItAndAllOthersLearnIt() throws Exception {
    assertThat(claimAtOnce("抢手化工有限公司", 12)).isEqualTo(1);
    assertThat(openLeads("抢手化工")).isEqualTo(1);
  }

  /** Shows that the test above would see it: without the index the promise breaks. */
  @Test
  void withoutTheIndexTheyWouldClaimItTwice() throws Exception {
    superuser("DROP INDEX lead_name_once");
    try {
      for (int i = 0; i < 20 && openLeads("无索引化工") < 2; i++) {
        superuser(
            "DELETE FROM lead_event WHERE lead_id IN (SELECT id FROM lead WHERE name_key ="
                + " '无索引化工')");
        superuser("DELETE FROM lead WHERE name_key = '无索引化工'");
        claimAtOnce("无索引化工有限公司", 12);
      }
      assertThat(openLeads("无索引化工")).isGreaterThan(1);
    } finally {
      superuser(
          "DELETE FROM lead_event WHERE lead_id IN (SELECT id FROM lead WHERE name_key = '无索引化工')");
      superuser("DELETE FROM lead WHERE name_key = '无索引化工'");
      superuser(
          "CREATE UNIQUE INDEX lead_name_once ON lead (zone_id, name_key)"
              + " WHERE stage NOT IN ('landed', 'dropped')");
    }
  }

  private int claimAtOnce(String name, int people) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> claims = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people; i++) {
        String who = "招商员" + i;
        claims.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    as(who, () -> leads.open(zone, LeadDraft.named(name, "展会")));
                    return true;
                  } catch (LeadClaimed e) {
                    assertThat(e.getMessage()).contains("招商员");
                    return false;
                  }
                }));
      }
      start.countDown();
    }
    int won = 0;
    for (Future<Boolean> claim : claims) {
      won += claim.get() ? 1 : 0;
    }
    return won;
  }

  private int openLeads(String key) {
    return as(
        "x",
        () ->
            transaction.execute(
                s ->
                    jdbc.sql(
                            "SELECT count(*) FROM lead WHERE zone_id = ? AND name_key = ? AND stage"
                                + " = 'clue'")
                        .params(zone, key)
                        .query(Integer.class)
                        .single()));
  }

  private void superuser(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser(credentials);
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica"); // no audit behind the curtain
      statement.execute(sql);
    }
  }

  @Test
  void stagesFollowOneAnotherOnEvidence() {
    Lead lead = open("循规蹈矩化工厂");
    refused(() -> enter(lead, LeadStage.TALKS, "想跳过"), "不能直接进入“洽谈”");
    refused(() -> enter(lead, LeadStage.JUDGING, "没联系过"), "还没有响应记录");
    refused(() -> act(lead, LeadAct.JUDGE, "看好"), "先进入研判");
    act(lead, LeadAct.RESPOND, "电话联系了办公室主任");
    refused(() -> enter(lead, LeadStage.JUDGING, "  "), "要有依据");
    enter(lead, LeadStage.JUDGING, "招商例会纪要第 3 期");
    refused(() -> enter(lead, LeadStage.TALKS, "没意见"), "还没有研判意见");
    act(lead, LeadAct.JUDGE, "补强链条，建议跟进");
    enter(lead, LeadStage.TALKS, "赴企业考察");
    refused(() -> convert(lead), "签约之后才能转为项目");
    assertThat(enter(lead, LeadStage.SIGNED, "投资协议").stage()).isEqualTo(LeadStage.SIGNED);
    refused(() -> enter(lead, LeadStage.LANDED, "直接落地"), "以转为项目为凭");
    assertThat(as("x", () -> leads.listEvents(zone, lead.id())))
        .extracting(LeadEvent::kind)
        .containsExactly("opened", "respond", "stage", "judge", "stage", "stage");
  }

  @Test
  void aDayOutsideTheLeadsLifeIsRefused() {
    Lead lead = open("日期不对化工厂");
    LocalDate today = leads.today();
    refused(
        () ->
            as(
                "王",
                () -> {
                  leads.record(zone, lead.id(), LeadAct.RESPOND, "x", today.plusDays(1));
                  return null;
                }),
        "与今天 " + today + " 之间");
    refused(
        () ->
            as(
                "王",
                () ->
                    leads.open(
                        zone,
                        new LeadDraft(
                            "未来化工厂", null, null, null, null, "展会", "", today.plusDays(1)))),
        "晚于今天");
  }

  @Test
  void whoSawAnOldVersionIsRefused() {
    Lead lead = open("同时修改化工厂");
    act(lead, LeadAct.RESPOND, "联系");
    enter(lead, LeadStage.JUDGING, "例会");
    refused(
        () ->
            as(
                "李",
                () -> leads.enter(zone, lead.id(), lead.version(), LeadStage.DROPPED, "x", null)),
        "您看到的是第 0 版，现在是第 1 版");
  }

  @Test
  void aLeadOfAnotherZoneLooksAbsent() {
    Lead lead = open("别的园区化工厂");
    long other = TestZone.make(jdbc, transaction, changes, "leads-other");
    Scope scope = new Scope(8, "外人", List.of(other), null, false);
    assertThat(scope.call(() -> leads.find(other, lead.id()))).isEmpty();
    assertThat(scope.call(() -> leads.find(zone, lead.id()))).isEmpty();
    assertThatThrownBy(() -> scope.call(() -> leads.get(other, lead.id())))
        .isInstanceOf(NoSuchLead.class);
  }

  @Test
  void whatWasDoneCannotBeRewritten() {
    open("历史不改化工厂");
    assertThatThrownBy(
            () ->
                as(
                    "王",
                    () ->
                        transaction.execute(
                            s -> jdbc.sql("UPDATE lead_event SET words = 'x'").update())))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void ofManyWhoConvertALeadAtOnceOneMakesTheProject() throws Exception {
    Lead lead = signed("一女不二嫁化工厂");
    AtomicLong projects = new AtomicLong(100);
    Leads counting =
        new Leads(
            jdbc,
            changes,
            clock,
            journal,
            subjects,
            (l, name, money) -> projects.incrementAndGet(),
            events);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Long>> tries = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        tries.add(
            threads.submit(
                () -> {
                  start.await();
                  return as(
                      "王",
                      () ->
                          transaction.execute(
                              s -> counting.convert(zone, lead.id(), "新材料项目", INVESTMENT)));
                }));
      }
      start.countDown();
    }
    int made = 0;
    for (Future<Long> one : tries) {
      try {
        one.get();
        made++;
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(LeadRefused.class).hasMessageContaining("已转为项目");
      }
    }
    assertThat(made).isEqualTo(1);
    Lead landed = as("x", () -> leads.get(zone, lead.id()));
    assertThat(landed.stage()).isEqualTo(LeadStage.LANDED);
    assertThat(landed.project()).isEqualTo(projects.get());
  }

  @Test
  void theDatabaseItselfRefusesASecondProjectOfALead() {
    Lead lead = signed("数据库把关化工厂");
    assertThatThrownBy(
            () ->
                as(
                    "王",
                    () ->
                        transaction.execute(
                            s -> {
                              changes.begin(zone, "两次");
                              insertProject(lead, 901);
                              insertProject(lead, 902);
                              return null;
                            })))
        .hasStackTraceContaining("lead_converts_once");
  }

  private void insertProject(Lead lead, long project) {
    jdbc.sql("INSERT INTO lead_project (zone_id, lead_id, project) VALUES (?, ?, ?)")
        .params(zone, lead.id(), project)
        .update();
  }

  @Test
  void theZonesOwnRuleGoesBeforeTheDefaultAndBothNameTheirSource() {
    assertThat(as("x", () -> leads.listRules(zone)))
        .hasSize(4)
        .allSatisfy(rule -> assertThat(rule.source()).isNotBlank())
        .noneMatch(LeadRule::own);
    as(
        "王",
        () ->
            transaction.execute(
                s -> {
                  changes.begin(zone, "本园区规则");
                  return jdbc.sql(
                          "INSERT INTO lead_rule (zone_id, act, days, source, valid_from) VALUES"
                              + " (?, 'judge', 5, '管委会文件', '2026-01-01')")
                      .param(zone)
                      .update();
                }));
    assertThat(as("x", () -> leads.listRules(zone)))
        .anySatisfy(
            rule -> {
              assertThat(rule.act()).isEqualTo(LeadAct.JUDGE);
              assertThat(rule.days()).isEqualTo(5);
              assertThat(rule.own()).isTrue();
            });
    superuserQuietly("DELETE FROM lead_rule WHERE zone_id > 0");
  }

  private void superuserQuietly(String sql) {
    try {
      superuser(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Lead signed(String name) {
    Lead lead = open(name);
    act(lead, LeadAct.RESPOND, "电话");
    enter(lead, LeadStage.JUDGING, "例会");
    act(lead, LeadAct.JUDGE, "跟进");
    enter(lead, LeadStage.TALKS, "考察");
    return enter(lead, LeadStage.SIGNED, "协议");
  }

  private Lead enter(Lead lead, LeadStage stage, String evidence) {
    return as("招商局王", () -> leads.enter(zone, lead.id(), null, stage, evidence, null));
  }

  private void act(Lead lead, LeadAct act, String words) {
    as(
        "招商局王",
        () -> {
          leads.record(zone, lead.id(), act, words, null);
          return null;
        });
  }

  private long convert(Lead lead) {
    return as("王", () -> leads.convert(zone, lead.id(), "项目", INVESTMENT));
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String why) {
    assertThatThrownBy(work).isInstanceOf(LeadRefused.class).hasMessageContaining(why);
  }

  private static LeadDraft draft(
      String name,
      @org.jspecify.annotations.Nullable String code,
      @org.jspecify.annotations.Nullable Long id) {
    return new LeadDraft(name, code, id, null, null, "展会", "", null);
  }
}

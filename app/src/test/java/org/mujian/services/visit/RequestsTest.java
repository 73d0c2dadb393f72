package org.mujian.services.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.enterprises.Enterprise;
import org.mujian.services.ServiceZone;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseDesk;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.CaseNote;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.Cases;
import org.mujian.services.cases.NoSuchCase;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.store.Changes;
import org.mujian.web.Light;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A problem heard becomes a request; an enterprise sees and files its own alone, by the database.
 */
@MujianTest
class RequestsTest {

  @Autowired ApplicationContext program;
  @Autowired Visits visits;
  @Autowired Requests requests;
  @Autowired Cases cases;
  @Autowired CaseDesk desk;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private ServiceZone place;
  private long zone;
  private Enterprise mine;
  private Enterprise other;
  private LocalDate today;

  @BeforeEach
  void twoEnterprises() {
    place = ServiceZone.make(program);
    zone = place.zone();
    mine = place.enterprise("我的厂");
    other = place.enterprise("别人的厂");
    today = requests.today();
  }

  @Test
  void aProblemOfAVisitBecomesARequestWithOwnerAndDay() {
    long visit =
        place.as(
            "走访 王",
            () ->
                visits.record(
                    zone,
                    mine,
                    today.minusDays(1),
                    "王、李",
                    "扩产，缺工",
                    new Visits.Problem("夜班公交不到厂区", "行政服务局", today.plusDays(7))));
    Request request = place.as("x", () -> requests.list(zone, false, null, null)).getFirst();
    assertThat(request.visitId()).isEqualTo(visit);
    assertThat(request.owner()).isEqualTo("行政服务局");
    assertThat(request.state(today)).isEqualTo(Light.State.OK);
    assertThat(request.state(today.plusDays(8))).isEqualTo(Light.State.BAD);
  }

  @Test
  void aVisitWhoseProblemHasNoOwnerOrDayIsNotRecordedAtAll() {
    for (Visits.Problem problem :
        List.of(
            new Visits.Problem("停电", "", today.plusDays(1)),
            new Visits.Problem("停电", "供电办", null))) {
      assertThatThrownBy(
              () -> place.as("x", () -> visits.record(zone, mine, today, "王", "情况", problem)))
          .isInstanceOf(ServiceRefused.class);
    }
    assertThat(place.as("x", () -> visits.list(zone, null, null))).isEmpty();
  }

  @Test
  void whatAnEnterpriseFilesWaitsUntilSomebodyTakesItOnAndAnswersIt() {
    long id = place.asEnterprise(mine.id(), () -> requests.raise(zone, mine, "蒸汽压力不稳"));
    assertThat(place.as("x", () -> requests.get(zone, id)).state(today))
        .isEqualTo(Light.State.WARN);
    assertThatThrownBy(() -> does(() -> requests.answer(zone, id, "已处理")))
        .hasMessageContaining("还没有人办理");
    assertThatThrownBy(() -> does(() -> requests.takeOn(zone, id, "公用处", today.minusDays(1))))
        .hasMessageContaining("不早于今天");
    does(() -> requests.takeOn(zone, id, "公用处", today.plusDays(3)));
    does(() -> requests.answer(zone, id, "已调整减压站"));
    assertThat(place.asEnterprise(mine.id(), () -> requests.get(zone, id)).answer())
        .isEqualTo("已调整减压站");
    assertThatThrownBy(() -> does(() -> requests.answer(zone, id, "再答")))
        .hasMessageContaining("已于");
  }

  private void does(Runnable work) {
    place.as(
        "公用处 刘",
        () -> {
          work.run();
          return null;
        });
  }

  @Test
  void anEnterpriseSeesItsOwnCasesPapersAndRequestsAndNothingElse() {
    Case own = open(mine);
    Case foreign = open(other);
    does(() -> desk.note(zone, own.number(), "委员会内部意见", false));
    long request = place.asEnterprise(mine.id(), () -> requests.raise(zone, mine, "我的诉求"));
    long heard = place.asEnterprise(other.id(), () -> requests.raise(zone, other, "别人的诉求"));
    asMine(
        () -> {
          assertThat(cases.list(zone, CaseQuery.OPEN)).containsExactly(own);
          assertThatThrownBy(() -> cases.get(zone, foreign.number()))
              .isInstanceOf(NoSuchCase.class);
          assertThat(requests.list(zone, true, null, null))
              .extracting(Request::id)
              .containsExactly(request);
          assertThatThrownBy(() -> requests.get(zone, heard)).isInstanceOf(NoSuchCase.class);
          assertThat(desk.listNotes(own)).extracting(CaseNote::words).doesNotContain("委员会内部意见");
          return null;
        });
  }

  private Case open(Enterprise enterprise) {
    return place.as(
        "窗口",
        () ->
            cases.open(
                zone, new CaseDraft("eia-form", enterprise.id(), null, null, null, "赵", today)));
  }

  private <T> T asMine(Callable<T> work) {
    return place.asEnterprise(mine.id(), work);
  }

  /** Not the pages but the database holds them apart: the same by SQL, table by table. */
  @Test
  void theDatabaseHoldsEnterprisesApart() {
    open(mine);
    Case foreign = open(other);
    place.asEnterprise(other.id(), () -> requests.raise(zone, other, "别人的诉求"));
    place.as("x", () -> visits.record(zone, mine, today, "王", "内部情况", null));
    for (String table :
        List.of("service_case", "case_material", "case_clock", "case_log", "service_request")) {
      assertThat(count("SELECT count(*) FROM " + table + " WHERE enterprise_id = " + other.id()))
          .as(table)
          .isZero();
    }
    assertThat(count("SELECT count(*) FROM service_case")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM case_material")).isPositive();
    assertThat(count("SELECT count(*) FROM service_visit")).as("visits are ours").isZero();
    assertThat(count("SELECT count(*) FROM case_number")).isZero();
    assertThatThrownBy(
            () ->
                write(
                    """
                    INSERT INTO service_request (zone_id, enterprise_id, enterprise_name, what, raised_on,
                      raised_by, at)
                    VALUES (%d, %d, 'x', 'x', now(), 'x', now())
                    """
                        .formatted(zone, other.id())))
        .hasStackTraceContaining("row-level security");
    assertThat(write("UPDATE service_case SET agent = '我' WHERE id = " + foreign.id())).isZero();
  }

  @Test
  void anEnterpriseChangesNothingOfItsOwnCaseAndAnswersNoRequest() {
    Case own = open(mine);
    long request = asMine(() -> requests.raise(zone, mine, "我的诉求"));
    assertThat(write("UPDATE service_case SET agent = '我' WHERE id = " + own.id())).isZero();
    assertThat(write("UPDATE case_material SET note = 'x'")).isZero();
    assertThat(write("DELETE FROM case_material")).isZero();
    assertThat(write("UPDATE service_request SET what = 'x' WHERE id = " + request)).isZero();
    assertThatThrownBy(
            () ->
                write(
                    """
                    INSERT INTO case_log (zone_id, case_id, enterprise_id, kind, words, on_date, at, who)
                    VALUES (%d, %d, %d, 'note', 'x', now(), now(), 'x')
                    """
                        .formatted(zone, own.id(), mine.id())))
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(
            () ->
                write(
                    """
                    INSERT INTO service_request (zone_id, enterprise_id, enterprise_name, what, raised_on,
                      raised_by, at, owner, due)
                    VALUES (%d, %d, 'x', 'x', now(), 'x', now(), '我', now())
                    """
                        .formatted(zone, mine.id())))
        .hasStackTraceContaining("row-level security");
  }

  private long count(String sql) {
    return asMine(() -> transaction.execute(s -> jdbc.sql(sql).query(Long.class).single()));
  }

  private int write(String sql) {
    return asMine(
        () ->
            transaction.execute(
                s -> {
                  changes.begin(zone, "绕过程序");
                  return jdbc.sql(sql).update();
                }));
  }
}

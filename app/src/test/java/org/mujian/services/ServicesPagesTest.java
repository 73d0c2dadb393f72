package org.mujian.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.enterprises.Enterprise;
import org.mujian.identity.Accounts;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.Cases;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The room as the window uses it, and the portal as two enterprises do. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesPagesTest {

  @LocalServerPort int port;
  @Autowired ApplicationContext program;
  @Autowired Accounts accounts;
  @Autowired Cases cases;
  @Autowired org.mujian.services.matter.Calendars calendars;

  private ServiceZone place;
  private String room;
  private Enterprise mine;
  private Enterprise other;

  @BeforeAll
  void aZoneItsClerkAndTwoEnterprises() {
    place = ServiceZone.make(program);
    room = "/z/" + place.code() + "/services";
    People people = new People(program);
    people.account(place.zone(), "window", Role.CLERK);
    people.account(place.zone(), "builder", Role.OFFICER_LAND);
    mine = place.enterprise("门户甲厂");
    other = place.enterprise("门户乙厂");
    account("firm-a", mine);
    account("firm-b", other);
  }

  private void account(String name, Enterprise enterprise) {
    Scope.ofProgram(place.zone())
        .run(
            () ->
                accounts.create(
                    place.zone(),
                    name,
                    name,
                    People.PASSWORD,
                    List.of(Role.ENTERPRISE),
                    enterprise.id()));
  }

  private Browser as(String who) {
    Browser browser = Browser.signedIn(port, who, People.PASSWORD);
    browser.get("/account");
    return browser;
  }

  private Case open(Enterprise enterprise, String matter, LocalDate accepted) {
    return place.as(
        "x",
        () ->
            cases.open(
                place.zone(),
                new CaseDraft(matter, enterprise.id(), null, null, null, "window", accepted)));
  }

  @Test
  void aCaseIsFiledWorkedAndClosedAtTheWindow() {
    Browser window = as("window");
    Enterprise firm = place.enterprise("窗口厂");
    assertThat(window.get(room + "/cases/new?enterprise=" + firm.id()).body())
        .contains(firm.name(), "环评报告表审批", "window");
    HttpResponse<String> wrong =
        window.post(
            room + "/cases",
            Map.of("matter", "eia-form", "name", "没有这家", "agent", "赵", "outside", "环审-保留"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("企业库里没有名为“没有这家”的企业", "环审-保留");
    LocalDate accepted = cases.today().minusDays(25);
    HttpResponse<String> made =
        window.post(
            room + "/cases",
            Map.of(
                "matter",
                "eia-form",
                "name",
                firm.name(),
                "agent",
                "window",
                "accepted",
                accepted.toString()));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    String address = Browser.target(made);
    String page = window.get(address).body();
    assertThat(page)
        .contains("▲", accepted.plusDays(30).toString(), "受理，当日不计", "环境影响评价法", "记录办结")
        .contains("管委会帮代办，结果以主管部门为准");
    HttpResponse<String> again =
        window.post(
            room + "/cases", Map.of("matter", "eia-form", "name", firm.name(), "agent", "钱"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("已有在办件", address);
    HttpResponse<String> early =
        window.post(
            address + "/events",
            Map.of("kind", "pause", "on", accepted.minusDays(1).toString(), "words", "我写的事由"));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("早于上一事件受理", "我写的事由");
    window.post(
        address + "/events",
        Map.of("kind", "pause", "on", accepted.plusDays(4).toString(), "words", "专家评审"));
    assertThat(window.get(address).body()).contains("停表中，已用 4 日，余 26 日", "专家评审", "记录恢复");
    window.post(address + "/events", Map.of("kind", "resume"));
    window.post(address + "/notes", Map.of("note", "内部商量"));
    window.post(address + "/outside-number", Map.of("outside", "环审受-88"));
    window.post(address + "/materials", Map.of("paper", "补充说明"));
    window.post(address + "/close", Map.of("result", "granted", "said", "环审批-1"));
    assertThat(window.get(address).body())
        .contains("准予", "环审批-1", "环审受-88", "补充说明", "内部商量")
        .doesNotContain("name=\"version\"");
  }

  @Test
  void theListIsFilteredSortedPagedAndTakenOut() {
    open(place.enterprise("名单厂"), "eia-form", cases.today().minusDays(40));
    Browser window = as("window");
    assertThat(window.get(room).body()).contains("名单厂", "■", "已超 10 日", "在办办件");
    assertThat(window.get(room + "?light=ok").body()).doesNotContain("名单厂");
    assertThat(window.get(room + "?matter=registration").body()).doesNotContain("名单厂");
    assertThat(window.get(room + "?sort=due&mine=1").body()).contains("名单厂");
    assertThat(window.get(room + "?page=9").statusCode()).isEqualTo(200);
    HttpResponse<String> csv = window.get(room + "/cases.csv?q=%E5%90%8D%E5%8D%95%E5%8E%82");
    assertThat(csv.body()).contains("法定期限", "名单厂").doesNotContain("窗口厂");
    assertThat(window.get("/z/" + place.code() + "/search?q=%E5%90%8D%E5%8D%95%E5%8E%82").body())
        .contains("环评报告表审批");
    assertThat(window.get("/z/" + place.code() + "/wall").body()).contains("件在办");
    assertThat(window.get("/z/" + place.code() + "/today").body()).contains("办结：环评报告表审批");
  }

  @Test
  void mattersShowTheirNumbersWithSourceAndDoubtAndTheCalendarItsYears() {
    Browser window = as("window");
    assertThat(window.get(room + "/matters").body())
        .contains("60 日", "30 日", "3 个工作日", "第二十二条", "待核", "没有法定办结时限", "自 2018-12-29");
    assertThat(window.get(room + "/calendar").body())
        .contains("春节 02-15 – 02-23", "02-14、02-28", "国办发明电〔2025〕7号");
  }

  @Test
  void aYearIsEnteredByTheProvinceAloneAndDeadlinesCorrectThemselves() {
    Browser admin = Browser.signedIn(port, "admin", org.mujian.TestDatabase.PASSWORD);
    Map<String, String> year =
        Map.of("year", "2051", "title", "测试通知", "source", "测试", "days", "2051-01-02 休 元旦");
    admin.get(room + "/calendar");
    Map<String, String> wrong = new java.util.HashMap<>(year);
    wrong.put("days", "2051-13-01 休 元旦");
    HttpResponse<String> refused = admin.post(room + "/calendar", wrong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("没有 2051-13-01 这一天", "测试通知");
    assertThat(calendars.current().isPublished(2051)).isFalse();
    admin.post(room + "/calendar", year);
    assertThat(admin.get(room + "/calendar").body()).contains("元旦 01-02", "测试通知");
    assertThat(calendars.current().isWorkingDay(LocalDate.of(2051, 1, 2))).isFalse();
    assertThat(as("window").post(room + "/calendar", year).statusCode()).isEqualTo(403);
  }

  @Test
  void aPromiseIsEnteredOnceForADayAndShowsWithItsSource() {
    Browser admin = Browser.signedIn(port, "admin", org.mujian.TestDatabase.PASSWORD);
    admin.get(room + "/matters");
    Map<String, String> promise =
        Map.of(
            "matter",
            "registration",
            "authority",
            "某县市场监督管理局",
            "days",
            "2",
            "unit",
            "working-day",
            "source",
            "某县公告 1 号",
            "from",
            "2020-01-01");
    admin.post(room + "/promises", promise);
    assertThat(admin.get(room + "/matters").body()).contains("2 个工作日", "某县公告 1 号", "某县市场监督管理局");
    assertThat(admin.post(room + "/promises", promise).body()).contains("已经登记过");
    assertThat(as("window").post(room + "/promises", promise).statusCode()).isEqualTo(403);
  }

  @Test
  void aVisitsProblemBecomesARequestThatIsAnswered() {
    Browser window = as("window");
    Enterprise firm = place.enterprise("走访厂");
    window.get(room + "/visits/new");
    HttpResponse<String> bare =
        window.post(
            room + "/visits",
            Map.of(
                "name",
                firm.name(),
                "visitors",
                "王",
                "findings",
                "扩产",
                "problem",
                "缺蒸汽",
                "owner",
                "公用处"));
    assertThat(bare.statusCode()).isEqualTo(422);
    assertThat(bare.body()).contains("要写明办理时限", "缺蒸汽");
    window.post(
        room + "/visits",
        Map.of(
            "name",
            firm.name(),
            "visitors",
            "王",
            "findings",
            "扩产",
            "problem",
            "缺蒸汽",
            "owner",
            "公用处",
            "due",
            cases.today().plusDays(5).toString()));
    String list = window.get(room + "/requests").body();
    assertThat(list).contains("缺蒸汽", "公用处", "走访发现");
    var found =
        java.util.regex.Pattern.compile("href=\"(/z/[^\"]+/requests/\\d+)\">缺蒸汽").matcher(list);
    assertThat(found.find()).isTrue();
    window.get(found.group(1));
    window.post(found.group(1) + "/answer", Map.of("answer", "已增供"));
    assertThat(window.get(found.group(1)).body()).contains("已增供", "已答复");
    assertThat(window.get(room + "/requests").body()).doesNotContain("缺蒸汽");
    assertThat(window.get("/z/" + place.code() + "/enterprises/" + firm.id()).body())
        .contains("缺蒸汽", "最近走访", "新建办件");
  }

  @Test
  void whoIsNeitherServicesNorClerkReadsButDoesNotWrite() {
    Case file = open(place.enterprise("别动厂"), "eia-form", cases.today());
    Browser builder = as("builder");
    assertThat(builder.get(room).body()).doesNotContain("新建办件");
    assertThat(builder.get(room + "/cases/" + file.number()).body())
        .doesNotContain("name=\"version\"");
    assertThat(builder.get(room + "/cases/new").statusCode()).isEqualTo(403);
    assertThat(
            builder
                .post(
                    room + "/cases/" + file.number() + "/events",
                    Map.of("kind", "pause", "words", "x"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anEnterpriseSeesItsOwnInThePortalAndNothingOfAnother() {
    Case own = open(mine, "eia-form", cases.today().minusDays(2));
    Case foreign = open(other, "eia-book", cases.today().minusDays(2));
    Browser a = as("firm-a");
    assertThat(Browser.target(a.get("/"))).isEqualTo("/portal");
    assertThat(a.get("/portal").body())
        .contains(mine.name(), own.number(), "环评报告表审批")
        .doesNotContain(other.name(), foreign.number(), "环评报告书审批");
    assertThat(a.get("/portal/cases/" + own.number()).body())
        .contains("法定时限", "30 日", "环境影响报告表", "结果以主管部门为准");
    assertThat(a.get("/portal/cases/" + foreign.number()).statusCode()).isEqualTo(404);
    assertThat(a.post("/portal/requests", Map.of("what", " ")).body()).contains("请写明诉求");
    assertThat(a.post("/portal/requests", Map.of("what", "甲厂要扩电")).statusCode()).isEqualTo(302);
    assertThat(a.get("/portal").body()).contains("甲厂要扩电", "还没有人办理");
    assertThat(as("firm-b").get("/portal").body())
        .contains(other.name(), foreign.number())
        .doesNotContain("甲厂要扩电", own.number() + "<");
    assertThat(a.get(room).statusCode()).as("the committee's pages").isEqualTo(403);
    assertThat(as("window").get("/portal").statusCode()).isEqualTo(403);
    assertThat(as("window").get(room + "/requests?waiting=1").body()).contains("甲厂要扩电", "待分派");
  }

  @Test
  void anEnterpriseReadsItsOwnCasesByTheApiToo() {
    Case own = open(place.enterprise("接口厂"), "eia-filing", cases.today());
    Case foreign = open(other, "registration", cases.today());
    Enterprise firm = place.as("x", () -> firm(own));
    account("firm-api", firm);
    Browser plain = new Browser(port);
    String list = plain.getAs("firm-api", People.PASSWORD, "/api/v1/cases").body();
    assertThat(list).contains(own.number()).doesNotContain(foreign.number());
    assertThat(
            plain
                .getAs("firm-api", People.PASSWORD, "/api/v1/cases/" + foreign.number())
                .statusCode())
        .isEqualTo(404);
  }

  private Enterprise firm(Case file) {
    return program
        .getBean(org.mujian.enterprises.Enterprises.class)
        .find(List.of(0L, place.zone()), file.enterpriseId())
        .orElseThrow();
  }
}

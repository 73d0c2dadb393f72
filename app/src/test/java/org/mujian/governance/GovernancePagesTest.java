package org.mujian.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.mujian.zone.Samples;
import org.mujian.zone.Zone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's pages on the sample zone, as its people see them. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GovernancePagesTest {

  private static final String SHEET =
      "类别\t编号\t指标名称\t单位\t分值\t目标值\t责任部门\n"
          + "经济\t1\t进出口总额\t万元\t60\t1000\t经济发展局\n"
          + "\t2\t出口额\t万元\t%s\t500\t经济发展局\n";

  @LocalServerPort int port;
  @Autowired ApplicationContext program;
  @Autowired Samples samples;
  @Autowired Rounds rounds;
  @Autowired Scoring scoring;
  @Autowired TransactionTemplate transaction;

  private Zone zone;
  private Browser leader;
  private Browser officer;
  private Browser other;
  private String round;

  @BeforeAll
  void theSampleAndThreePeople() {
    zone = Scope.ofProgram(0).call(samples::load);
    People people = new People(program);
    people.account(zone.id(), "gov-leader", Role.LEADER);
    people.account(zone.id(), "gov-officer", Role.OFFICER_GOVERNANCE);
    people.account(zone.id(), "gov-other", Role.OFFICER_LAND);
    people.account(zone.id(), "gov-english", Role.CLERK);
    leader = Browser.signedIn(port, "gov-leader", People.PASSWORD);
    officer = Browser.signedIn(port, "gov-officer", People.PASSWORD);
    other = Browser.signedIn(port, "gov-other", People.PASSWORD);
    round = "/z/beifang/governance/rounds/" + running().round().id();
  }

  private Standing running() {
    return Scope.ofProgram(zone.id())
        .call(
            () ->
                transaction.execute(
                    s -> {
                      LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
                      Round found = rounds.findRunning(zone.id(), today.getYear()).orElseThrow();
                      return scoring.at(found, found.month(today));
                    }));
  }

  @Test
  void theSamplesScoreIsComputedAndSomeOfItIsMissingOnPurpose() {
    Standing standing = running();
    assertThat(standing.lines()).hasSize(95);
    assertThat(standing.score().missing()).isBetween(8L, 30L);
    assertThat(standing.score().known().intValue()).isBetween(400, 900);
    assertThat(standing.score().most().doubleValue()).isLessThanOrEqualTo(1000);
    assertThat(standing.lines())
        .extracting(l -> RoundDesk.lightCode(l, standing.month()))
        .contains("ok", "warn", "bad", "missing");
  }

  @Test
  void everyPageOpensInBothLanguagesAndSaysWhatIsOurs() {
    Standing standing = running();
    List<String> paths =
        List.of(
            "leader",
            "governance",
            "governance/rounds/" + standing.round().id(),
            "governance/rounds/" + standing.round().id() + "?light=bad&sort=lost",
            "governance/rounds/" + standing.round().id() + "/bureaus",
            "governance/rounds/"
                + standing.round().id()
                + "/indicators/"
                + standing.lines().getFirst().of().id(),
            "governance/schemes/" + standing.scheme().head().id(),
            "governance/schemes/import",
            "governance/persons",
            "governance/persons/new",
            "today",
            "wall",
            "search?q=进出口");
    for (String path : paths) {
      assertThat(
              officer
                  .get("/z/beifang/" + path.replace("进出口", "%E8%BF%9B%E5%87%BA%E5%8F%A3"))
                  .statusCode())
          .as(path)
          .isEqualTo(200);
    }
    assertThat(officer.get(round).body()).contains("自拟·非省方案", "实际利用外资", "待报");
    Browser english = Browser.signedIn(port, "gov-english", People.PASSWORD);
    english.post("/language", Map.of("to", "en", "back", "/"));
    assertThat(english.get(round).body()).contains("Points known", "not the province");
    assertThat(english.get("/z/beifang/leader").body()).contains("Six programmes, red ones first");
  }

  @Test
  void everyValueLeadsToItsFactAndEveryMissingOneToItsForm() {
    String page = officer.get(round).body();
    Matcher fact = Pattern.compile("/z/beifang/facts/(\\d+)\"").matcher(page);
    assertThat(fact.find()).isTrue();
    assertThat(officer.get("/z/beifang/facts/" + fact.group(1)).body()).contains("示例月报（虚构）", "已审");
    Matcher form = Pattern.compile("(/z/beifang/facts/new\\?measure=[^\"]+)\"").matcher(page);
    assertThat(form.find()).isTrue();
    assertThat(officer.get(form.group(1).replace("&amp;", "&")).statusCode()).isEqualTo(200);
  }

  @Test
  void startsAreCountedByTheProjectsRoomWithTheirListBehindTheNumber() {
    String page = officer.get(round + "?q=新开工").body();
    assertThat(page).contains("项目室按进入阶段的依据逐个计数", "/z/beifang/projects/plan#started");
    assertThat(officer.get("/z/beifang/projects/plan").body()).contains("id=\"started\"");
  }

  @Test
  void personsAndBureausAreTakenOutAsThePageShowsThem() {
    assertThat(officer.get("/z/beifang/governance/persons.csv").body())
        .contains("部门", "岗位", "项目推进局");
    assertThat(officer.get("/z/beifang/governance/persons.xlsx").body()).startsWith("PK");
    assertThat(officer.get(round + "/bureaus.csv").body()).contains("分值", "得分", "招商局");
  }

  @Test
  void filtersLiveInTheAddress() {
    String red = officer.get(round + "?light=bad").body();
    assertThat(red).contains("超期 ");
    String missing = officer.get(round + "?light=missing").body();
    assertThat(missing).contains("外商投资企业数").doesNotContain(">新开工项目数<").doesNotContain(">进出口总额<");
    assertThat(officer.get(round + "?class=C").body())
        .contains("单位增加值能耗")
        .doesNotContain(">进出口总额<");
    assertThat(
            officer
                .get(round + "?month=" + java.time.YearMonth.of(running().round().year(), 1))
                .statusCode())
        .isEqualTo(200);
    assertThat(officer.get(round + "?month=nonsense").statusCode()).isEqualTo(200);
    assertThat(officer.get(round + "/export.xlsx?light=bad").body()).startsWith("PK");
    assertThat(officer.get(round + "/export.csv").body()).contains("实际利用外资");
  }

  @Test
  void theLeadersPageTellsTargetsRedRoomsAndTheScore() {
    String page = leader.get("/z/beifang/leader").body();
    assertThat(page)
        .contains("新开工项目", "/ 10 项", "已知得分", "比上月", "六个工程，红灯在前", "href=\"/z/beifang/land\"")
        .contains("失分最多的红灯指标");
    assertThat(page.indexOf("light bad")).isPositive();
    String wall = leader.get("/z/beifang/wall").body();
    assertThat(wall).contains("月已知得分").doesNotContain("此室尚未开放：部门、绩效");
    assertThat(leader.get("/z/beifang/today").body()).contains("报送考核数值");
  }

  @Test
  void aSchemeThatDoesNotAddUpIsShownWithItsSumsAndNotTaken() {
    officer.get("/z/beifang/governance/schemes/import");
    Map<String, String> typed =
        Map.of(
            "name", "市下达方案", "source", "市考核办 1 号", "points", "100", "table", SHEET.formatted("30"));
    var look = officer.post("/z/beifang/governance/schemes/import", typed);
    assertThat(look.statusCode()).isEqualTo(422);
    assertThat(look.body())
        .contains("A 经济 90/90；合计 90/100", "不相等")
        .doesNotContain("name=\"commit\"");
    Map<String, String> forced = new java.util.HashMap<>(typed);
    forced.put("commit", "1");
    assertThat(officer.post("/z/beifang/governance/schemes/import", forced).statusCode())
        .isEqualTo(422);
    assertThat(officer.get("/z/beifang/governance").body()).doesNotContain("市下达方案");
  }

  @Test
  void aSchemeFromPastedCellsIsLookedAtTakenAndComesBackFromItsExport() {
    officer.get("/z/beifang/governance/schemes/import");
    Map<String, String> typed =
        Map.of(
            "name", "县考核", "source", "县考核办 2 号", "points", "100", "table", SHEET.formatted("40"));
    var look = officer.post("/z/beifang/governance/schemes/import", typed);
    assertThat(look.statusCode()).isEqualTo(200);
    assertThat(look.body()).contains("分值相符，采用这 2 项指标");
    Matcher table = Pattern.compile("name=\"table\" value=\"([^\"]*)\"").matcher(look.body());
    assertThat(table.find()).isTrue();
    var taken =
        officer.post(
            "/z/beifang/governance/schemes/import",
            Map.of(
                "name", "县考核",
                "source", "县考核办 2 号",
                "points", "100",
                "table", table.group(1).replace("&#34;", "\"").replace("&quot;", "\""),
                "commit", "1"));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
    String page = Browser.target(taken);
    assertThat(officer.get(page).body()).contains("县考核 第 1 版", "出口额").doesNotContain("自拟·非省方案");
    var opened = officer.post(page + "/rounds", Map.of("year", "2031", "due", "10"));
    assertThat(officer.get(Browser.target(opened)).body()).contains("2031 年度考核（县考核）");
    officer.post(page + "/rounds", Map.of("year", "2031", "due", "10"));
    assertThat(officer.get(page).body()).contains("已有 2031 年的轮次");
  }

  @Test
  void whoIsNotOfTheBureauReadsAndDoesNotWrite() {
    assertThat(other.get(round).statusCode()).isEqualTo(200);
    assertThat(other.get("/z/beifang/governance/schemes/import").statusCode()).isEqualTo(403);
    assertThat(other.get("/z/beifang/governance/persons/new").statusCode()).isEqualTo(403);
    assertThat(officer.post(round + "/freeze", Map.of("month", "2026-10")).statusCode())
        .as("freezing is a leader's act")
        .isEqualTo(403);
  }

  @Test
  void aTargetIsSetForTheRoundWithItsSource() {
    Standing.Line line =
        running().lines().stream()
            .filter(l -> l.of().code().equals("A09"))
            .findFirst()
            .orElseThrow();
    String page = round + "/indicators/" + line.of().id();
    officer.get(page);
    var wrong = officer.post(page, Map.of("target", "很多", "source", ""));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“很多”不是数字", "请写来源", "value=\"很多\"");
    var done = officer.post(page, Map.of("target", "61", "source", "市下达"));
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(officer.get(page).body()).contains("目标 61");
  }

  @Test
  void aPersonIsEnteredOnceAndAnAccountIsOnePersons() {
    officer.get("/z/beifang/governance/persons/new");
    Map<String, String> person =
        Map.of("name", "测试甲", "department", "招商局", "post", "专员", "account", "5");
    assertThat(officer.post("/z/beifang/governance/persons", person).statusCode()).isEqualTo(302);
    var twice = officer.post("/z/beifang/governance/persons", person);
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("已登记 测试甲");
    var same =
        officer.post(
            "/z/beifang/governance/persons",
            Map.of("name", "测试乙", "department", "", "post", "专员", "account", "5"));
    assertThat(same.body()).contains("一个账号只对应一人");
    assertThat(officer.get("/z/beifang/governance/persons?q=%E6%B5%8B%E8%AF%95").body())
        .contains("测试甲")
        .doesNotContain("示例甲");
  }

  @Test
  void programsReadSchemesRoundsAndTheScoreWithReasons() {
    String query = "?zone=beifang";
    String schemes = api("/api/v1/schemes" + query);
    assertThat(schemes).contains("\"own\":true", "\"indicators\":95");
    assertThat(api("/api/v1/schemes/" + running().scheme().head().id() + query))
        .contains("\"rule\":\"base-year\"");
    assertThat(api("/api/v1/rounds" + query)).contains("（示例）");
    long id = running().round().id();
    String score = api("/api/v1/rounds/" + id + "/score" + query);
    assertThat(score)
        .contains(
            "\"declared\":1000",
            "\"reason\":\"no-value\"",
            "\"earned\":null",
            "\"factId\":",
            "按比例得分");
    assertThat(
            new Browser(port)
                .getAs(
                    "admin",
                    TestDatabase.PASSWORD,
                    "/api/v1/rounds/" + id + "/score" + query + "&month=1999-01")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            new Browser(port)
                .getAs("admin", TestDatabase.PASSWORD, "/api/v1/rounds/999999/score" + query)
                .statusCode())
        .isEqualTo(404);
  }

  private String api(String path) {
    var answer = new Browser(port).getAs("admin", TestDatabase.PASSWORD, path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}

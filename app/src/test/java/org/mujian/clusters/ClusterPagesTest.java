package org.mujian.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.documents.Api;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The room on the sample zone: what it shows is what was reported, and what is missing is said. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterPagesTest {

  private static final String ZONE = "/z/beifang/";

  @LocalServerPort int port;
  @Autowired ApplicationContext program;
  @Autowired Environment environment;
  @Autowired Clusters clusters;
  @Autowired JdbcClient jdbc;

  private Browser admin;
  private long zone;
  private YearMonth last;

  @BeforeAll
  void theSampleIsLoaded() {
    admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    admin.post("/sample", Map.of());
    zone =
        org.mujian.store.Scope.ofProgram(0)
            .call(
                () ->
                    program
                        .getBean(org.mujian.zone.Zones.class)
                        .findByCode("beifang")
                        .orElseThrow()
                        .id());
    last = YearMonth.from(LocalDate.now(ZoneId.of("Asia/Shanghai"))).minusMonths(1);
    People people = new People(program);
    people.account(zone, "industry", Role.OFFICER_CLUSTERS);
    people.account(zone, "head", Role.LEADER);
    people.account(zone, "window", Role.CLERK);
  }

  private long cluster(String code) {
    return org.mujian.store.Scope.ofProgram(zone).call(() -> clusters.list(zone)).stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Browser officer() {
    return Browser.signedIn(port, "industry", People.PASSWORD);
  }

  @Test
  void theListTellsFourClustersWithTheirLightsAndFigures() {
    String body = admin.get(ZONE + "clusters").body();
    assertThat(body)
        .contains("石油化工集群（示例）", "塑料新材料集群（示例）", "装备制造集群（示例）", "现代物流集群（示例）")
        .contains("7 / 7", "6 / 8", "4 / 5", "2 / 2")
        .contains("CR4 = 前四家企业产值之和", "登记库还没有按所选产业链打标")
        .contains("只有 2 家企业报产值");
    assertThat(admin.get(ZONE + "clusters?missing=1").body()).doesNotContain("现代物流集群（示例）</a>");
    assertThat(admin.get(ZONE + "clusters?kind=logistics").body()).doesNotContain("装备制造集群（示例）</a>");
  }

  @Test
  void theClusterShowsItsLinksMembersMonthsAndWhoIsMissing() {
    String body = admin.get(ZONE + "clusters/" + cluster("plastics")).body();
    assertThat(body)
        .contains("通用树脂", "示例聚丙烯新材料有限公司", "未定环节", "示例合成橡胶有限公司")
        .contains(last + " 还有 2 家没有报：", "<svg", "家两个月都报了的企业")
        .doesNotContain("style=");
    assertThat(admin.get(ZONE + "clusters/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void otherPagesKnowTheRoom() {
    assertThat(admin.get(ZONE + "wall").body()).contains("19/22 家已报 · 未审", "2 个集群缺报", "缺 2 / 8 家");
    assertThat(admin.get(ZONE + "today").body()).contains(last + " 企业月报缺 2 / 8 家");
    assertThat(admin.get(ZONE + "search?q=%E7%9F%B3%E6%B2%B9%E5%8C%96%E5%B7%A5").body())
        .contains("石油化工集群（示例）");
    long leader = enterprise("示例辽滨石化有限公司");
    assertThat(admin.get(ZONE + "enterprises/" + leader).body())
        .contains("产业集群与月报", "石油化工集群（示例）", "龙头", last.toString());
    assertThat(admin.get("/help/clusters").body()).contains("赫芬达尔");
  }

  private long enterprise(String name) {
    return org.mujian.store.Scope.ofProgram(zone)
        .call(
            () ->
                program.getBean(org.mujian.enterprises.ZoneEnterprises.class).list(zone).stream()
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id());
  }

  @Test
  void anOfficerMakesAClusterAndItsMemberAndIsToldWhatIsWrong() {
    Browser officer = officer();
    officer.get(ZONE + "clusters/new");
    HttpResponse<String> wrong =
        officer.post(ZONE + "clusters", Map.of("name", "", "code", "A B", "kind", "x"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("代码“A B”不对", "请填集群名称", "没有“x”这一类");
    assertThat(
            officer
                .post(
                    ZONE + "clusters",
                    Map.of("name", "又一个", "code", "plastics", "kind", "plastics"))
                .body())
        .contains("代码“plastics”已有集群使用");
    String made =
        Browser.target(
            officer.post(
                ZONE + "clusters",
                Map.of(
                    "name",
                    "再生塑料",
                    "code",
                    "recycled",
                    "kind",
                    "plastics",
                    "links",
                    "plastics/recycled")));
    String member = String.valueOf(enterprise("示例再生资源有限公司"));
    Map<String, String> typed =
        Map.of("enterprise", member, "role", "leader", "place", "plastics/recycled");
    assertThat(Browser.target(officer.post(made + "/members", typed))).isEqualTo(made);
    assertThat(officer.post(made + "/members", typed).body()).contains("已是“再生塑料”的成员");
    assertThat(officer.get(made).body()).contains("再生塑料", "示例再生资源有限公司");
    long id = cluster("recycled");
    long joined =
        org.mujian.store.Scope.ofProgram(zone)
            .call(() -> clusters.listMembers(zone, id))
            .getFirst()
            .id();
    officer.post(made + "/members/" + joined + "/remove", Map.of());
    assertThat(officer.get(made).body()).contains("还没有成员");
  }

  @Test
  void aReportIsTypedOnceThenCorrectedInTheVersionSeen() {
    Browser officer = officer();
    String enterprise = String.valueOf(enterprise("示例供热有限公司"));
    String address = ZONE + "clusters/reports/edit?enterprise=" + enterprise + "&month=" + last;
    assertThat(officer.get(address).body()).contains("企业月报", "吨标准煤");
    Map<String, String> report =
        Map.of("enterprise", enterprise, "month", last.toString(), "output", "很多", "source", "表");
    assertThat(officer.post(ZONE + "clusters/reports", report).body()).contains("“很多”不是数字");
    Map<String, String> right =
        Map.of(
            "enterprise", enterprise, "month", last.toString(), "energy", "420.5", "source", "表");
    assertThat(officer.post(ZONE + "clusters/reports", right).statusCode()).isEqualTo(302);
    assertThat(officer.post(ZONE + "clusters/reports", right).body()).contains("月报已录入");
    Map<String, String> corrected = new java.util.HashMap<>(right);
    corrected.put("version", "0");
    corrected.put("energy", "421");
    assertThat(officer.post(ZONE + "clusters/reports", corrected).statusCode()).isEqualTo(302);
    assertThat(officer.post(ZONE + "clusters/reports", corrected).body()).contains("有人改过这一份");
    assertThat(officer.get(ZONE + "clusters/reports?month=" + last).body()).contains("421");
  }

  @Test
  void theSumsAreHandedInOnceAndApprovedByAnother() {
    long id = cluster("logistics");
    Browser officer = officer();
    officer.get(ZONE + "clusters/" + id);
    for (int i = 0; i < 2; i++) {
      officer.post(ZONE + "clusters/" + id + "/submit", Map.of("month", last.toString()));
    }
    long handed =
        org.mujian.store.Scope.ofProgram(zone)
            .call(
                () ->
                    program
                        .getBean(org.springframework.transaction.support.TransactionTemplate.class)
                        .execute(
                            s ->
                                jdbc.sql(
                                        "SELECT count(*) FROM fact WHERE zone_id = ? AND"
                                            + " subject_kind = 'cluster' AND subject_id = ?")
                                    .params(zone, id)
                                    .query(Long.class)
                                    .single()));
    String page = officer.get(ZONE + "clusters/" + id).body();
    assertThat(page).contains("0 项已审，" + handed + " 项待审");
    assertThat(handed).isBetween(4L, 5L);
    Browser head = Browser.signedIn(port, "head", People.PASSWORD);
    assertThat(head.get(ZONE + "facts?state=submitted").statusCode()).isEqualTo(200);
  }

  @Test
  void aClerkReadsAndWritesNothing() {
    Browser clerk = Browser.signedIn(port, "window", People.PASSWORD);
    String body = clerk.get(ZONE + "clusters").body();
    assertThat(body).contains("石油化工集群（示例）").doesNotContain("新建集群", "导入月报");
    assertThat(clerk.get(ZONE + "clusters/new").statusCode()).isEqualTo(403);
    assertThat(clerk.post(ZONE + "clusters", Map.of("name", "x")).statusCode()).isEqualTo(403);
  }

  @Test
  void theListsGoOutAsFiles() {
    HttpResponse<String> csv = admin.get(ZONE + "clusters/export.csv");
    assertThat(csv.body()).contains("集群代码", "石油化工集群（示例）", "赫芬达尔指数");
    assertThat(admin.get(ZONE + "clusters/reports/export.csv?month=" + last).body())
        .contains("行键", "monthly-reports/" + zone + "/", "产值（万元）");
  }

  @Test
  void programsReadTheSameFigures() {
    Api api = new Api(environment);
    JsonNode list = api.json("/api/v1/clusters?zone=beifang");
    assertThat(list.toString()).contains("\"code\":\"petrochemicals\"", "\"members\":7");
    long id = cluster("petrochemicals");
    assertThat(api.json("/api/v1/clusters/" + id + "?zone=beifang").toString())
        .contains("示例辽滨石化有限公司", "leader", "petrochemicals/refining");
    JsonNode figures =
        api.json("/api/v1/clusters/" + id + "/figures?zone=beifang&from=" + last + "&to=" + last);
    assertThat(figures.path("sums")).hasSize(6);
    assertThat(figures.path("sums").get(0).path("reported").asInt()).isEqualTo(7);
    assertThat(figures.path("concentration").path("cr4").asDouble()).isBetween(50.0, 100.0);
    assertThat(figures.path("quotient").path("obstacle").asString()).isEqualTo("untagged");
    assertThat(text(api.get("/api/v1/clusters/" + id + "/figures?zone=beifang&from=x")))
        .contains("from=x 不是月份");
    assertThat(api.get("/api/v1/clusters/999999?zone=beifang").statusCode()).isEqualTo(404);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}

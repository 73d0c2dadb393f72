package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.factors.FactorAccounts;
import org.mujian.factors.Factors;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans for people and for programs: pages, files, API, and whom they are not shown to. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactorPlanPagesTest {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired FactorAccounts factorAccounts;
  @Autowired Factors factors;
  @Autowired Projects projects;
  @Autowired Needs needs;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final HttpClient client = HttpClient.newHttpClient();
  private PlanZone.Made zone;
  private PlanZone.Made other;
  private long large;
  private long small;

  @BeforeAll
  void zones() {
    PlanZone zones =
        new PlanZone(jdbc, transaction, changes, factorAccounts, factors, projects, needs);
    zone = zones.make(71, 2);
    other = zones.make(72, 1);
    large = zone.project("大项目", "5", "8");
    small = zone.project("小项目", "1", "4");
    other.project("别园的", "1", "4");
    Scope.ofProgram(71)
        .run(
            () -> {
              accounts.create(
                  71, "pl-li", "项目局 李", "officer-pass-1", List.of(Role.OFFICER_PROJECTS), null);
              accounts.create(71, "pl-co", "某企业", "officer-pass-1", List.of(Role.ENTERPRISE), 1L);
              accounts.create(
                  71, "pl-fu", "服务局 付", "officer-pass-1", List.of(Role.OFFICER_SERVICES), null);
            });
  }

  @Test
  void anOfficerDraftsWatchesPinsComparesAndTakesTheFiles() throws Exception {
    Browser officer = Browser.signedIn(port, "pl-li", "officer-pass-1");
    assertThat(officer.get("/z/plan-71/projects/plans/new").body())
        .contains("供电能力", "兑现承诺", "不看所有制");
    String made = make(officer, Map.of("name", "页面方案", "more-power", "-1", "from-power", "0"));
    String page = solved(officer, made);
    assertThat(page).contains("大项目", "小项目", "缺供电能力 3 MVA", "供电能力 自", "少 1 MVA", "已证明最优", "SHA-256");
    assertThat(officer.get(made + "/outlines").body()).contains("FeatureCollection");
    assertThat(officer.post(made + "/replay", Map.of()).body()).contains("逐字节相同");

    String next =
        officer
            .post(made + "/again", Map.of("hand-" + small, "pinned", "parcel-" + small, "A-02"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String pinned = path(next);
    assertThat(solved(officer, pinned)).contains("页面方案（2）", "缺供电能力 3 MVA");
    String two = "?a=" + number(made) + "&b=" + number(pinned);
    assertThat(officer.get("/z/plan-71/projects/plans/compare" + two).body())
        .contains("页面方案（2）", "未安排", "人工指定");
    assertThat(
            officer
                .post(made + "/again", Map.of("hand-" + small, "pinned", "parcel-" + small, "Z-9"))
                .body())
        .contains("没有地块「Z-9」");
    assertThat(officer.get("/z/plan-71/search/hits?q=" + encoded("页面方案")).body()).contains("页面方案");

    byte[] word = officer.file(made + "/paper.docx");
    try (XWPFDocument document = new XWPFDocument(new java.io.ByteArrayInputStream(word));
        XWPFWordExtractor text = new XWPFWordExtractor(document)) {
      assertThat(text.getText()).contains("要素配置方案", "大项目", "小项目：缺供电能力 3 MVA", "少 1 MVA");
    }
    assertThat(officer.file(made + "/export.xlsx")).startsWith('P', 'K');
  }

  @Test
  void theFormKeepsWhatWasTypedAndSaysWhatIsWrong() {
    Browser officer = Browser.signedIn(port, "pl-li", "officer-pass-1");
    for (Map.Entry<String, String> wrong :
        Map.of(
                "more-power", "很多",
                "quarters", "13",
                "parcels-out", "Q-77",
                "work-GC-99", "2",
                "pair-1-a", "1",
                "name", "")
            .entrySet()) {
      Map<String, String> typed = new LinkedHashMap<>(typed(Map.of()));
      typed.put("seconds", "7");
      typed.put(wrong.getKey(), wrong.getValue());
      var answer = officer.post("/z/plan-71/projects/plans", typed);
      assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
      assertThat(answer.body()).contains("role=\"alert\"", "value=\"7\"");
    }
  }

  @Test
  void rulesAreWrittenInRowsKeptAndTold() {
    Browser officer = Browser.signedIn(port, "pl-li", "officer-pass-1");
    Map<String, String> typed = new LinkedHashMap<>(typed(Map.of()));
    typed.put("least-1-count", "1");
    typed.put("least-1-by", "2");
    typed.put("kind-1-a", "危化品");
    typed.put("kind-1-b", "食品");
    typed.put("kind-1-metres", "50");
    typed.put("kind-1-how", "safety");
    Map<String, String> more = new LinkedHashMap<>(typed);
    more.put("more", "1");
    var rows = officer.post("/z/plan-71/projects/plans", more);
    assertThat(rows.statusCode()).isEqualTo(200);
    assertThat(rows.body()).contains("name=\"kind-3-a\"", "value=\"危化品\"");
    String made =
        path(
            officer
                .post("/z/plan-71/projects/plans", typed)
                .headers()
                .firstValue("Location")
                .orElseThrow());
    assertThat(solved(officer, made)).contains("危化品与食品至少隔开 50 米", "末至少开工 1 项", "没有项目填「食品」");
    assertThat(officer.get("/z/plan-71/projects/plans/new?of=" + number(made)).body())
        .contains("value=\"危化品\"", "value=\"50\"");
    for (Map.Entry<String, String> wrong :
        Map.of("part-1-percent", "50", "least-1-count", "-3", "kind-1-metres", "99999")
            .entrySet()) {
      Map<String, String> bad = new LinkedHashMap<>(typed);
      bad.put(wrong.getKey(), wrong.getValue());
      var answer = officer.post("/z/plan-71/projects/plans", bad);
      assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
      assertThat(answer.body()).contains("role=\"alert\"");
    }
  }

  @Test
  void weightsArePublishedChangedWithAReasonAndNeverAllZero() {
    Browser officer = Browser.signedIn(port, "pl-li", "officer-pass-1");
    String page = "/z/plan-71/projects/plans/weights";
    assertThat(officer.get(page).body()).contains("填补链条空白", "不看来源地");
    Map<String, String> zero = new LinkedHashMap<>();
    for (String measure : List.of("investment", "output", "tax", "jobs", "link", "energy")) {
      zero.put(measure, "0");
    }
    zero.put("why", "纪要 3 号");
    assertThat(officer.post(page, zero).body()).contains("权重全为 0");
    Map<String, String> changed = new LinkedHashMap<>(zero);
    changed.put("jobs", "2.5");
    changed.put("why", "");
    assertThat(officer.post(page, changed).body()).contains("请写明依据", "value=\"2.5\"");
    changed.put("investment", "100");
    changed.put("why", "纪要 3 号");
    assertThat(officer.post(page, changed).statusCode()).isEqualTo(302);
    assertThat(officer.get(page).body()).contains("value=\"2.5\"");
    assertThat(
            Browser.signedIn(port, "admin", TestDatabase.PASSWORD).get("/z/plan-71/history").body())
        .contains("方案权重：纪要 3 号");
  }

  @Test
  void aProjectsPageAnswersAtOnceAndKeepsItsExpectedBenefit() {
    Browser officer = Browser.signedIn(port, "pl-li", "officer-pass-1");
    assertThat(officer.get("/z/plan-71/projects/" + large + "/fits").body())
        .contains("能：「大项目」可在", "不影响已有承诺");
    String benefit = "/z/plan-71/projects/" + small + "/benefit";
    assertThat(officer.post(benefit, Map.of("output", "多", "use", "industry")).body())
        .contains("「多」不是数");
    assertThat(
            officer
                .post(
                    benefit,
                    Map.of("chemical", "true", "output", "12000", "jobs", "60", "use", "industry"))
                .statusCode())
        .isEqualTo(302);
    assertThat(officer.get(benefit).body()).contains("value=\"12,000\"");
    assertThat(officer.get("/z/plan-71/projects/" + small + "/fits").body())
        .contains("化工项目，园区认定未录入或未通过");
    officer.post(benefit, Map.of("chemical", "false", "use", "industry"));
  }

  @Test
  void aProgramDraftsReadsAndAdoptsOnce() throws Exception {
    String body = "{\"name\":\"接口方案\",\"seconds\":5}";
    var first = send("POST", "", body, "k-1");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(send("POST", "", body, "k-1").body()).isEqualTo(first.body());
    String id = first.body().replaceFirst("^\\{\"plan\":(\\d+),.*", "$1");
    assertThat(first.headers().firstValue("Location").orElse("")).endsWith("/api/v1/plans/" + id);
    String answer = awaited(id);
    assertThat(answer).contains("\"status\":\"solved\"", "\"bound\"", "缺供电能力 2 MVA", "\"work\"");
    assertThat(send("GET", "", "", "").body()).contains("接口方案");

    assertThat(send("POST", "/" + id + "/adopt", "", "k-2").body()).contains("adopted");
    assertThat(send("POST", "/" + id + "/adopt", "", "k-2").statusCode()).isEqualTo(200);
    var twice = send("POST", "/" + id + "/adopt", "", "k-3");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
  }

  @Test
  void aBadScenarioIsAProblemWithWords() throws Exception {
    problem(
        "{\"name\":\"坏\",\"changes\":[{\"kind\":\"supply-more\",\"target\":\"steam\",\"amount\":1}]}",
        "没有要素「steam」的账户");
    problem(
        "{\"name\":\"坏\",\"changes\":[{\"kind\":\"magic\",\"target\":\"power\"}]}",
        "可用：supply-more");
    problem(
        "{\"name\":\"坏\",\"hands\":[{\"project\":%d,\"hand\":\"pinned\",\"parcel\":\"Q-1\"}]}"
            .formatted(large),
        "没有地块「Q-1」");
    problem(
        "{\"name\":\"坏\",\"apart\":[{\"project\":%d,\"other\":%d}]}".formatted(large, large),
        "排斥自己");
    problem(
        "{\"name\":\"坏\",\"together\":[{\"project\":%d,\"other\":%d},{\"project\":%d,\"other\":%d}]}"
            .formatted(large, small, small, large),
        "依赖成环");
    problem("{\"name\":\"坏\",\"hands\":[{\"project\":999999,\"hand\":\"pinned\"}]}", "不在可排的项目里");
    problem("{\"name\":\"坏\",\"objectives\":[]}", "目标至少一个");
    problem("{\"name\":\"坏\",\"quarters\":0}", "季度数 0");
    problem("{}", "方案名称");
  }

  private void problem(String body, String words) throws Exception {
    var answer = send("POST", "", body, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void plansAreTheCommitteesAndTheirZonesOnly() {
    Browser officer = Browser.signedIn(port, "pl-li", "officer-pass-1");
    String made = make(officer, Map.of("name", "不外传"));
    Browser firm = Browser.signedIn(port, "pl-co", "officer-pass-1");
    Browser reader = Browser.signedIn(port, "pl-fu", "officer-pass-1");
    for (String path :
        List.of("", "/" + number(made), "/weights", "/" + number(made) + "/outlines")) {
      assertThat(firm.get("/z/plan-71/projects/plans" + path).statusCode()).isIn(403, 404);
    }
    assertThat(firm.getAs("pl-co", "officer-pass-1", "/api/v1/plans").statusCode()).isIn(403, 404);
    assertThat(officer.get("/z/plan-72/projects/plans").statusCode()).isEqualTo(404);
    assertThat(
            Browser.signedIn(port, "admin", TestDatabase.PASSWORD)
                .get("/z/plan-72/projects/plans/" + number(made))
                .statusCode())
        .as("another zone's plan looks like none")
        .isEqualTo(404);
    // Others of the committee read and do not act.
    assertThat(reader.get(made).body()).contains("不外传").doesNotContain("按指定重新优化");
    assertThat(reader.get("/z/plan-71/projects/plans/new").statusCode()).isEqualTo(403);
    assertThat(reader.post(made + "/adopt", Map.of()).statusCode()).isEqualTo(403);
  }

  private String make(Browser officer, Map<String, String> more) {
    var answer = officer.post("/z/plan-71/projects/plans", typed(more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return path(answer.headers().firstValue("Location").orElseThrow());
  }

  private static Map<String, String> typed(Map<String, String> more) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("name", "方案");
    typed.put("quarters", "4");
    typed.put("seconds", "5");
    typed.put("objective1", "PROMISES");
    typed.put("objective2", "VALUE");
    typed.put("objective3", "EARNED");
    typed.putAll(more);
    return typed;
  }

  private String solved(Browser officer, String made) {
    long end = System.nanoTime() + 60_000_000_000L;
    String page = officer.get(made).body();
    while (page.contains("id=\"running\"") && System.nanoTime() < end) {
      officer.get(made + "/progress");
      page = officer.get(made).body();
    }
    return page;
  }

  private static String path(String location) {
    return location.replaceFirst("^https?://[^/]+", "");
  }

  private static String number(String path) {
    return path.replaceFirst(".*/(\\d+)$", "$1");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String awaited(String id) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    String answer = send("GET", "/" + id, "", "").body();
    while (answer.contains("\"status\":\"solving\"") && System.nanoTime() < end) {
      Thread.sleep(50);
      answer = send("GET", "/" + id, "", "").body();
    }
    return answer;
  }

  private static String login() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("admin:" + TestDatabase.PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(String method, String path, String body, String key)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/plans" + path + "?zone=plan-71"))
            .header("Authorization", login())
            .header("Content-Type", "application/json");
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return client.send(
        request
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}

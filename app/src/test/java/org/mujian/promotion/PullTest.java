package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.documents.Api;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.promotion.pull.IoTable;
import org.mujian.promotion.pull.IoTables;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An input-output table from its file to the links that a leader draws by it. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PullTest {

  private static final String GOOD =
      """
      2018年投入产出表（亿元）,,,,,,,,
      部门,行业代码,炼油,化工,其他,中间使用合计,最终使用,总产出,年份,来源
      炼油,C25,10,40,5,55,45,100,2018,省统计局
      化工,C26、C29,5,60,20,85,115,200,2018,省统计局
      其他,F51 F52,20,30,100,150,"2,250",2400,,
      合计,,35,130,125,290,2410,2700,,
      """;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired IoTables tables;
  @Autowired Environment environment;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeAll
  void aClerkWhoDoesNotWorkLeads() {
    long zone = TestZone.make(jdbc, transaction, changes, "io-clerk");
    Scope.ofProgram(0, zone)
        .run(
            () ->
                accounts.create(
                    zone, "io-clerk", "窗口 李", "clerk-pass-1", List.of(Role.CLERK), null));
  }

  private long zone(String code) {
    return TestZone.make(jdbc, transaction, changes, code);
  }

  private JsonNode bring(String zone, String csv) {
    return new Api(environment)
        .importFile(
            "kind=input-output&zone=" + zone, "表.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private IoTable table(long zone) {
    return Scope.ofProgram(zone).call(() -> tables.find(zone)).orElseThrow();
  }

  private Browser admin() {
    return Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
  }

  private static String pull(String zone) {
    return "/z/" + zone + "/promotion/pull/petrochemicals";
  }

  @Test
  void aPrintedTableIsKeptWithItsSourceAndYearAndItsTotalsAreChecked() {
    long zone = zone("io-good");
    JsonNode report = bring("io-good", GOOD).path("report");
    assertThat(report.path("inserted").asLong()).isEqualTo(3);
    assertThat(report.path("reasons").toString()).isEqualTo("{\"total-row\":1}");
    IoTable kept = table(zone);
    assertThat(kept.year()).isEqualTo(2018);
    assertThat(kept.source()).isEqualTo("省统计局");
    assertThat(kept.sectors()).extracting(IoTable.Sector::name).containsExactly("炼油", "化工", "其他");
    assertThat(kept.sectors().get(1).codes()).containsExactly("C26", "C29");
    assertThat(kept.sectors().get(2).flows())
        .extracting(java.math.BigDecimal::intValue)
        .containsExactly(20, 30, 100);
    assertThat(kept.sectors().get(2).finalUse()).isEqualByComparingTo("2250");
  }

  @Test
  void eachBadRowSaysWhyAndATableThatIsNotSquareIsNotWritten() {
    long zone = zone("io-bad");
    JsonNode job =
        bring(
            "io-bad&rejects=stop",
            """
            部门,行业代码,炼油,化工,其他,最终使用,总产出
            炼油,C25,10,很多,5,45,100
            化工,26,5,60,20,115,200
            其他,F51,20,30,100,250,999
            其他,F51,20,30,100,250,400
            劳动者报酬,,5,5,5,0,15
            """);
    assertThat(job.path("report").path("reasons").toString())
        .contains(
            "\"io-number-unreadable\":1",
            "\"io-code-unreadable\":1",
            "\"io-total-differs\":1",
            "\"io-twice\":1",
            "\"io-no-column\":1");
    assertThat(Scope.ofProgram(zone).call(() -> tables.find(zone))).isEmpty();
    JsonNode hole = bring("io-bad", "部门,甲,乙,最终使用\n甲,1,2,30\n");
    assertThat(hole.path("state").asString()).isEqualTo("failed");
    assertThat(hole.path("message").asString()).contains("“乙”没有同名的行");
    JsonNode negative = bring("io-bad", "部门,甲,最终使用\n甲,1,-9\n");
    assertThat(negative.path("message").asString()).contains("表不能用", "甲");
    assertThat(Scope.ofProgram(zone).call(() -> tables.find(zone))).isEmpty();
  }

  @Test
  void aTableTakenBackLeavesTheOneBefore() {
    long zone = zone("io-undo");
    bring("io-undo", GOOD);
    long first = table(zone).id();
    bring("io-undo", "部门,行业代码,化工,最终使用\n化工,C26,5,60\n");
    assertThat(table(zone).id()).isGreaterThan(first);
    Browser admin = admin();
    assertThat(admin.get(pull("io-undo")).body()).contains("没有写年份或来源", "改用上一张");
    admin.post(pull("io-undo") + "/withdraw", Map.of("id", String.valueOf(table(zone).id())));
    assertThat(table(zone).id()).isEqualTo(first);
    assertThat(admin.get(pull("io-undo")).body()).contains("省统计局", "2018");
  }

  @Test
  void theSourceIsMendedOnThePageAndAnOldFormDoesNotOverwrite() {
    long zone = zone("io-name");
    bring("io-name", GOOD);
    Map<String, String> form =
        Map.of(
            "id", String.valueOf(table(zone).id()),
            "version", "0",
            "name", "省表",
            "year", "2020",
            "source", "<i>年鉴</i>");
    admin().post(pull("io-name") + "/table", form);
    assertThat(table(zone).year()).isEqualTo(2020);
    String page = admin().get(pull("io-name")).body();
    assertThat(page).contains("省表", "&lt;i>年鉴").doesNotContain("<i>年鉴");
    admin().post(pull("io-name") + "/table", form);
    assertThat(admin().get(pull("io-name") + "?told=changed").body()).contains("没有保存");
    assertThat(table(zone).version()).isEqualTo(1);
  }

  @Test
  void aLeaderDrawsLinksByTheTableAndThePageSaysByWhichWeight() {
    zone("io-draw");
    String asked = pull("io-draw") + "?link=styrene&output=10000";
    HttpResponse<String> without = admin().get(asked);
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("还没有投入产出表", "kind=input-output");
    bring("io-draw", GOOD);
    String page = admin().get(asked).body();
    assertThat(page)
        .contains("“苯乙烯”的龙头牵动", "每吨龙头产品用 0.750 吨", "平分（图谱没有每吨投入）", "落在链外", "class=\"drawn\"")
        .doesNotContain("role=\"alert\"");
    assertThat(admin().get(pull("io-draw") + "?link=styrene&output=-3").body())
        .contains("产值“-3”应是大于零的数");
    assertThat(admin().get(pull("io-draw") + "?link=crude&output=3").body())
        .contains("行业代码 B0711 不属于表里的任何部门");
  }

  @Test
  void theAnswerIsTakenOutAsAListAndByTheApiWithTheSameAmounts() {
    zone("io-out");
    bring("io-out", GOOD);
    String csv = admin().get(pull("io-out") + "/export.csv?link=styrene&output=10000").body();
    assertThat(csv).contains("环节", "上游需求（万元）", "芳烃", "2018 省统计局");
    JsonNode answer =
        new Api(environment)
            .json("/api/v1/chains/petrochemicals/links/styrene/pull?output=10000&zone=io-out");
    assertThat(answer.path("table").path("year").asInt()).isEqualTo(2018);
    List<String> rows = new ArrayList<>();
    for (JsonNode link : answer.path("links")) {
      rows.add(
          link.path("name").asString()
              + ","
              + link.path("sector").asString()
              + ","
              + Math.round(link.path("upstream").asDouble()));
    }
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(csv).contains(row));
    assertThat(answer.path("missing").isNull()).isTrue();
    assertThat(
            new Api(environment)
                .get("/api/v1/chains/petrochemicals/links/styrene/pull?output=no&zone=io-out")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whoDoesNotWorkLeadsChangesNoTable() {
    long zone = zone("io-clerk");
    bring("io-clerk", GOOD);
    Browser clerk = Browser.signedIn(port, "io-clerk", "clerk-pass-1");
    String page = clerk.get(pull("io-clerk")).body();
    assertThat(page).contains("省统计局").doesNotContain("/withdraw");
    HttpResponse<String> refused =
        clerk.post(pull("io-clerk") + "/withdraw", Map.of("id", String.valueOf(table(zone).id())));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(table(zone).year()).isEqualTo(2018);
  }

  @Test
  void theOpenApiTellsOfProfilesStructureAndPullThrough() {
    String paths = new Api(environment).json("/api/openapi").path("paths").toString();
    Matcher found = Pattern.compile("/api/v1/chains/\\{id}/[a-z{}/]+").matcher(paths);
    assertThat(found.results().map(m -> m.group()).toList())
        .contains(
            "/api/v1/chains/{id}/links/{link}/profile",
            "/api/v1/chains/{id}/links/{link}/pull",
            "/api/v1/chains/{id}/structure");
  }
}

package org.mujian.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.documents.Api;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.units.Period;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Facts go out and come back; what a zone measures by itself it says on a page. */
@MujianTest
class FactImportTest {

  @Autowired ApplicationContext program;
  @Autowired Environment environment;
  @Autowired Measures measures;
  @Autowired ReviewedFacts reviewed;
  @Autowired Changes changes;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  private long zone;
  private String code;
  private Browser admin;

  @BeforeEach
  void aZoneWithTwoFigures() {
    zone = new People(program).zone();
    code = People.code();
    admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    Scope.ofProgram(zone)
        .run(
            () ->
                transaction.executeWithoutResult(
                    s -> reviewed.load(zone, "测试", List.of(tax("2026-03"), missing("2026-04")))));
  }

  private Draft tax(String period) {
    return draft(period, new BigDecimal("12345678.90"), null);
  }

  private Draft missing(String period) {
    return draft(period, null, "尚未统计");
  }

  private Draft draft(String period, BigDecimal value, String missing) {
    return new Draft(
        Subject.ofZone(zone),
        measures.find(zone, "tax").orElseThrow(),
        Basis.TAX,
        Period.parse(period),
        value,
        missing,
        "完税月报",
        "",
        "clusters");
  }

  @Test
  void whatWentOutAndComesBackChangesNothingAndAChangedRowIsADraftOnce() {
    String csv = export("csv");
    assertThat(csv).contains("指标代码", "1234.56789", "万元", "税务局", "完税月报", "已审", "尚未统计");
    JsonNode same = bring(csv);
    assertThat(same.path("rejected").asLong()).as(same.toString()).isZero();
    assertThat(same.path("inserted").asLong()).isZero();
    assertThat(same.path("unchanged").asLong()).isEqualTo(2);

    String corrected = csv.replace("1234.56789", "1300.5");
    JsonNode changed = bring(corrected);
    assertThat(changed.path("inserted").asLong()).isEqualTo(1);
    assertThat(changed.path("notes").toString()).contains("\"facts-are-drafts\":1");
    assertThat(export("csv")).as("not approved yet").contains("1234.56789");
    assertThat(admin.get(at("facts/drafts.csv")).body()).contains("1300.5", "草稿");
    JsonNode again = bring(corrected);
    assertThat(again.path("inserted").asLong()).isZero();
    assertThat(again.path("unchanged").asLong()).isEqualTo(2);
  }

  @Test
  void theExportIsOfWhatIsFilteredAndTheHistoryOfOneFigure() {
    assertThat(admin.get(at("facts/export.csv?period=2026-04")).body())
        .contains("尚未统计")
        .doesNotContain("1234.56789");
    assertThat(admin.get(at("facts/export.csv?period=nonsense")).statusCode()).isEqualTo(400);
    long id =
        Long.parseLong(admin.get(at("facts")).body().replaceAll("(?s).*?/facts/(\\d+)\".*", "$1"));
    assertThat(admin.get(at("facts/" + id + "/history.csv")).body())
        .contains("草稿", "待审", "已审", "完税月报");
  }

  @Test
  void eachBadRowSaysWhyAndGoodOnesStand() {
    JsonNode report =
        bring(
            """
            园区数据表,,,,,,
            指标,期间,数值,单位,来源,口径,科室
            税收收入,2026年5月,"1,200",万元,月报,税务局,产业集群
            税收收入,2026-05,1300,万元,月报,税务局,产业集群
            没有的指标,2026-05,1,万元,月报,,产业集群
            税收收入,五月,1,万元,月报,,产业集群
            税收收入,2026-06,很多,万元,月报,,产业集群
            税收收入,2026-07,1,吨,月报,,产业集群
            税收收入,2026-08,1,万元,,,产业集群
            税收收入,2026-09,1,万元,月报,民政局,产业集群
            税收收入,2026-10,1,万元,月报,,后勤科
            税收收入,2026-11,,万元,月报,,产业集群
            """);
    assertThat(report.path("inserted").asLong()).as(report.toString()).isEqualTo(1);
    assertThat(report.path("reasons").toString())
        .contains(
            "\"fact-twice\":1",
            "\"fact-measure-wrong\":1",
            "\"fact-period-wrong\":1",
            "\"fact-value-wrong\":2",
            "\"fact-unit-wrong\":1",
            "\"fact-source-missing\":1",
            "\"fact-basis-wrong\":1",
            "\"fact-bureau-wrong\":1");
  }

  @Test
  void aZonesOwnMeasureIsAddedUsedAndChangedOnItsPage() {
    new People(program).account(zone, "own." + code, Role.OFFICER_LAND);
    Browser officer = Browser.signedIn(port, "own." + code, People.PASSWORD);
    assertThat(officer.get(at("facts/measures")).body()).doesNotContain("新增本园区指标");
    assertThat(officer.get(at("facts/measures/new")).statusCode()).isEqualTo(403);

    Map<String, String> form =
        new java.util.LinkedHashMap<>(
            Map.of(
                "code",
                "logistics",
                "name",
                "物流量",
                "unit",
                "万吨",
                "decimals",
                "2",
                "official",
                "zone",
                "direction",
                "higher",
                "source",
                "园区统计办法",
                "period-month",
                "month"));
    admin.get(at("facts/measures/new"));
    form.put("decimals", "七");
    var refused = admin.post(at("facts/measures/new"), form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("小数位数“七”应为 0 到 6", "value=\"物流量\"");
    form.put("decimals", "2");
    assertThat(Browser.target(admin.post(at("facts/measures/new"), form)))
        .isEqualTo(at("facts/measures?own=1"));
    assertThat(admin.post(at("facts/measures/new"), form).body()).contains("已有代码为 own-logistics");
    assertThat(officer.get(at("facts/measures?own=1")).body())
        .contains("物流量", "own-logistics", "越高越好", "万吨")
        .doesNotContain("税收收入");
    assertThat(officer.get(at("facts/new?measure=own-logistics")).body()).contains("物流量", "万吨");

    form.put("version", "0");
    form.put("name", "货运量");
    assertThat(Browser.target(admin.post(at("facts/measures/own-logistics"), form)))
        .isEqualTo(at("facts/measures?own=1"));
    assertThat(admin.post(at("facts/measures/own-logistics"), form).body()).contains("刚刚被别人改过");
    assertThat(bring("指标,期间,数值,来源,科室\n货运量,2026-03,12.5,月报,产业集群\n").path("inserted").asLong())
        .isEqualTo(1);
    form.put("version", "1");
    form.put("unit", "吨");
    assertThat(admin.post(at("facts/measures/own-logistics"), form).body())
        .contains("已有 1 个数以“万吨”录入，单位不能再改");
    assertThat(admin.get(at("facts/measures/own-none")).statusCode()).isEqualTo(404);
  }

  private String at(String path) {
    return "/z/" + code + "/" + path;
  }

  private String export(String format) {
    return admin.get(at("facts/export." + format)).body();
  }

  private JsonNode bring(String csv) {
    return bring("数据.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode bring(String name, byte[] content) {
    return new Api(environment).importFile("kind=facts&zone=" + code, name, content).path("report");
  }
}

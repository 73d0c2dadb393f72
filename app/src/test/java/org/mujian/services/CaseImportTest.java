package org.mujian.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.documents.Api;
import org.mujian.enterprises.Enterprise;
import org.mujian.enterprises.ZoneEnterprises;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.CaseQuery;
import org.mujian.services.cases.CaseStandings;
import org.mujian.services.cases.Cases;
import org.mujian.services.cases.Result;
import org.mujian.services.cases.Standing;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The province's platform, pasted: new cases are made, known ones follow, nothing is filed twice.
 */
@MujianTest
class CaseImportTest {

  private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
  private static final String HEAD = "外部办件号,事项,企业名称,办理状态,受理日期,办结日期,结果,结果说明\n";
  private static final CaseQuery ALL = new CaseQuery(null, true, null, null, null);

  @Autowired ApplicationContext program;
  @Autowired Environment environment;
  @Autowired Cases cases;
  @Autowired CaseStandings standings;
  @Autowired ZoneEnterprises own;
  @Autowired TransactionTemplate transaction;

  @LocalServerPort int port;

  private ServiceZone place;
  private Enterprise firm;

  @BeforeEach
  void aZoneWithAFirm() {
    place = ServiceZone.make(program);
    firm = member("盘山化工");
  }

  private Enterprise member(String name) {
    Enterprise made = place.enterprise(name);
    place.as(
        "测试",
        () ->
            transaction.execute(
                s -> {
                  own.add(place.zone(), made, null, "");
                  return 0;
                }));
    return made;
  }

  @Test
  void aNewCaseIsMadeFollowedAndClosedAndTheSameFileTwiceChangesNothing() {
    String first = HEAD + "SYT-1,环评报告表审批,%s,办理中,%s,,,\n".formatted(firm.name(), TODAY.minusDays(9));
    assertThat(bring(first).path("inserted").asLong()).isEqualTo(1);
    JsonNode twice = bring(first);
    assertThat(twice.path("unchanged").asLong()).as(twice.toString()).isEqualTo(1);
    assertThat(list()).hasSize(1);
    assertThat(standing("SYT-1").acceptedOn()).isEqualTo(TODAY.minusDays(9));

    String closed =
        HEAD
            + "SYT-1,环评报告表审批,%s,办结,%s,%s,准予,盘环审〔2026〕9 号\n"
                .formatted(firm.name(), TODAY.minusDays(9), TODAY.minusDays(1));
    JsonNode report = bring(closed);
    assertThat(report.path("updated").asLong()).as(report.toString()).isEqualTo(1);
    Case file = standing("SYT-1").file();
    assertThat(file.closedOn()).isEqualTo(TODAY.minusDays(1));
    assertThat(file.result()).isEqualTo(Result.GRANTED);
    assertThat(file.resultWords()).isEqualTo("盘环审〔2026〕9 号");
    assertThat(bring(closed).path("unchanged").asLong()).isEqualTo(1);
    assertThat(bring(first).path("unchanged").asLong()).as("an older file").isEqualTo(1);
  }

  @Test
  void aCaseThatIsKnownWithoutItsNumberGetsIt() {
    Case known =
        place.as(
            "帮办 李",
            () ->
                cases.open(
                    place.zone(),
                    new CaseDraft("eia-form", firm.id(), null, null, null, "帮办 李", null)));
    JsonNode report = bring(HEAD + "SYT-2,环评报告表审批,%s,受理,%s,,,\n".formatted(firm.name(), TODAY));
    assertThat(report.path("updated").asLong()).as(report.toString()).isEqualTo(1);
    Standing standing = standing("SYT-2");
    assertThat(standing.file().number()).isEqualTo(known.number());
    assertThat(standing.file().agent()).isEqualTo("帮办 李");
    assertThat(standing.acceptedOn()).isEqualTo(TODAY);
  }

  @Test
  void whatContradictsItselfOrTheRecordIsRefusedWithItsReason() {
    bring(HEAD + "SYT-3,环评报告表审批,%s,受理,%s,,,\n".formatted(firm.name(), TODAY.minusDays(5)));
    Enterprise other = member("盘山管材");
    String name = other.name();
    JsonNode report =
        bring(
            HEAD
                + "SYT-3,环评报告表审批,%s,受理,%s,,,\n".formatted(firm.name(), TODAY.minusDays(4))
                + "SYT-4,环评报告表审批,外地有限公司,受理,%s,,,\n".formatted(TODAY)
                + "SYT-5,办证,%s,受理,%s,,,\n".formatted(name, TODAY)
                + "SYT-6,环评报告书审批,%s,办结,%s,,准予,\n".formatted(name, TODAY)
                + "SYT-7,环评报告书审批,%s,办结,%s,%s,,\n".formatted(name, TODAY, TODAY)
                + "SYT-8,环评报告书审批,%s,办结,%s,%s,不予,\n".formatted(name, TODAY, TODAY)
                + "SYT-9,环评报告书审批,%s,受理,%s,,,\n".formatted(name, TODAY.plusDays(1))
                + "SYT-10,环评报告书审批,%s,办结,%s,%s,准予,\n".formatted(name, TODAY, TODAY.minusDays(1))
                + "SYT-11,环评报告书审批,%s,办结,,%s,准予,\n".formatted(name, TODAY)
                + "SYT-12,环评报告书审批,%s,办理中,%s,%s,准予,\n".formatted(name, TODAY, TODAY)
                + "SYT-13,环评报告书审批,%s,受理,昨天,,,\n".formatted(name)
                + "SYT-14,环评报告书审批,%s,丢了,%s,,,\n".formatted(name, TODAY)
                + "SYT-15,环评报告书审批,%s,受理,%s,,,\n".formatted(name, TODAY)
                + "SYT-15,环评报告书审批,%s,受理,%s,,,\n".formatted(name, TODAY)
                + "SYT-16,环评报告书审批,%s,受理,%s,,,\n".formatted(name, TODAY));
    assertThat(report.path("reasons").toString())
        .contains(
            "\"case-accepted-differs\":1",
            "\"case-enterprise-unknown\":1",
            "\"case-matter-unknown\":1",
            "\"case-closed-missing\":1",
            "\"case-result-missing\":1",
            "\"case-words-missing\":1",
            "\"case-date-future\":1",
            "\"case-closed-before\":1",
            "\"case-accepted-missing\":1",
            "\"case-open-and-closed\":1",
            "\"date-unreadable\":1",
            "\"case-state-unreadable\":1",
            "\"case-twice\":1",
            "\"case-same-open\":1");
    assertThat(report.path("inserted").asLong()).isEqualTo(1);
    String rejected =
        new String(
            new Api(environment).get(report.path("rejectedFile").asString()).body(),
            StandardCharsets.UTF_8);
    assertThat(rejected).contains("找不到企业“外地有限公司”", "统一社会信用代码");
  }

  @Test
  void theListThatWentOutComesBackWithoutAChange() {
    bring(
        HEAD
            + "SYT-20,环评报告表审批,%s,办结,%s,%s,不予,材料不齐\n"
                .formatted(firm.name(), TODAY.minusDays(8), TODAY.minusDays(2)));
    String out =
        Browser.signedIn(port, "admin", TestDatabase.PASSWORD)
            .get("/z/" + place.code() + "/services/cases.csv?closed=1")
            .body();
    JsonNode report = bring(out);
    assertThat(report.path("unchanged").asLong()).as(report.toString()).isEqualTo(1);
    assertThat(report.path("rejected").asLong()).isZero();
  }

  @Test
  void nothingIsDroppedSilentlyWhateverIsPasted() {
    Random random = new Random(20261124);
    List<String> cells =
        List.of(
            "",
            "SYT-30",
            "SYT-31",
            "环评报告表审批",
            "eia-book",
            firm.name(),
            "办结",
            "受理",
            "准予",
            "不予",
            "撤回",
            TODAY.toString(),
            TODAY.minusDays(3).toString(),
            "2026/13/45",
            "\"引号\"\"里\"",
            "—",
            "=1+1",
            "很长".repeat(40));
    StringBuilder csv = new StringBuilder(HEAD);
    for (int i = 0; i < 300; i++) {
      for (int cell = 0; cell < 8; cell++) {
        boolean right = random.nextInt(3) > 0;
        csv.append(cell == 0 ? "" : ",");
        csv.append(
            right && cell == 0
                ? "SYT-" + random.nextInt(40)
                : right && cell == 1
                    ? "环评报告表审批"
                    : right && cell == 2 ? firm.name() : cells.get(random.nextInt(cells.size())));
      }
      csv.append('\n');
    }
    JsonNode report = bring(csv.toString());
    assertThat(report.path("accepted").asLong() + report.path("rejected").asLong())
        .as(report.toString())
        .isEqualTo(report.path("rows").asLong());
    assertThat(
            report.path("inserted").asLong()
                + report.path("updated").asLong()
                + report.path("unchanged").asLong())
        .isEqualTo(report.path("accepted").asLong());
    int after = list().size();
    JsonNode again = bring(csv.toString());
    assertThat(again.path("inserted").asLong()).as(again.toString()).isZero();
    assertThat(list()).hasSize(after);
  }

  private JsonNode bring(String csv) {
    return new Api(environment)
        .importFile(
            "kind=cases&zone=" + place.code(), "省平台.csv", csv.getBytes(StandardCharsets.UTF_8))
        .path("report");
  }

  private List<Standing> list() {
    return place.as("看", () -> standings.list(place.zone(), ALL));
  }

  private Standing standing(String outside) {
    return list().stream()
        .filter(s -> outside.equals(s.file().outsideNumber()))
        .findFirst()
        .orElseThrow();
  }
}

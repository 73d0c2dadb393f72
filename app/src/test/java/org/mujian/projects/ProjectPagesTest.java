package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.projects.dispatch.Column;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's pages, as the projects bureau and others see them. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectPagesTest {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Projects projects;
  @Autowired Problems problems;
  @Autowired EvidenceBook evidence;
  @Autowired Entries entries;
  @Autowired EvidenceFiles files;
  @Autowired Dispatch dispatch;
  @Autowired org.mujian.documents.SmallTables tables;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final LocalDate today = ProjectZones.today();
  private Browser officer;
  private long asphalt;

  @BeforeAll
  void anOfficerAndAProject() {
    ProjectZones.make(jdbc, transaction, changes);
    Scope.ofProgram(0, 1)
        .run(
            () -> {
              accounts.create(
                  1, "wang", "项目局 王", "officer-pass-1", List.of(Role.OFFICER_PROJECTS), null);
              accounts.create(1, "li", "规建局 李", "officer-pass-2", List.of(Role.OFFICER_LAND), null);
            });
    ProjectZones.SCOPE.run(
        () -> {
          asphalt = projects.create(1, ProjectZones.draft("改性沥青二期", null)).id();
          problems.raise(
              1,
              asphalt,
              null,
              new Problems.Matter("缺用地指标 42 亩", "项目局", "规建局", today.minusDays(3)));
        });
    officer = Browser.signedIn(port, "wang", "officer-pass-1");
  }

  @Test
  void theListTellsLightReasonAndWhoAnswers() {
    String list = officer.get("/z/one/projects").body();
    assertThat(list)
        .contains(
            "改性沥青二期", "暂 " + today.getYear() + "-", "缺用地指标 42 亩", "项目局 · 规建局", "逾期 3 天", "副主任 张");
    assertThat(officer.get("/z/one/projects?light=bad").body()).contains("改性沥青二期");
    assertThat(officer.get("/z/one/projects?light=ok").body()).doesNotContain("缺用地指标 42 亩");
  }

  @Test
  void everyPageOpensInBothLanguages() {
    for (String path :
        List.of(
            "projects",
            "projects/new",
            "projects/plan",
            "projects/dispatch",
            "projects/dispatch?projected",
            "projects/meetings",
            "today",
            "today?mine",
            "wall",
            "projects/" + asphalt,
            "projects/" + asphalt + "/edit")) {
      assertThat(officer.get("/z/one/" + path).statusCode()).as(path).isEqualTo(200);
    }
    Browser english = Browser.signedIn(port, "wang", "officer-pass-1");
    english.post("/language", Map.of("to", "en", "back", "/"));
    assertThat(english.get("/z/one/projects").body()).contains("Total investment");
    assertThat(english.get("/z/one/projects/" + asphalt).body()).contains("3 days late");
    english.post("/language", Map.of("to", "zh-Hans", "back", "/")); // the account keeps it
  }

  @Test
  void todayTellsWhatIsOverdueAndWhoseItIs() {
    assertThat(officer.get("/z/one/today?mine").body()).contains("缺用地指标 42 亩").contains("逾期 3 天");
    Browser other = Browser.signedIn(port, "li", "officer-pass-2");
    assertThat(other.get("/z/one/today?mine").body()).doesNotContain("缺用地指标 42 亩");
    assertThat(other.get("/z/one/today").body()).contains("缺用地指标 42 亩");
  }

  @Test
  void whoIsNotOfTheBureauReadsAndDoesNotWrite() {
    Browser other = Browser.signedIn(port, "li", "officer-pass-2");
    assertThat(other.get("/z/one/projects/" + asphalt).body()).doesNotContain("/enter\"");
    assertThat(other.get("/z/one/projects/new").statusCode()).isEqualTo(403);
    assertThat(other.post("/z/one/projects/" + asphalt + "/plan", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aFormThatIsWrongKeepsWhatWasTyped() {
    officer.get("/z/one/projects/new");
    var answer =
        officer.post("/z/one/projects", Map.of("name", "新项目", "code", "12", "investment", "很多"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"新项目\"", "「12」不是项目代码", "总投资「很多」不是金额");
    var made =
        officer.post(
            "/z/one/projects", Map.of("name", "新项目", "investment", "32,000", "need-land", "42.6"));
    assertThat(made.statusCode()).isEqualTo(302);
    assertThat(officer.get(Browser.target(made)).body()).contains("新项目", "3.20", "用地 42.6 亩");
  }

  @Test
  void aStartWithoutEvidenceIsRefusedOnThePage() {
    officer.get("/z/one/projects/" + asphalt);
    var answer =
        officer.post(
            "/z/one/projects/" + asphalt + "/enter",
            Map.of("stage", "started", "on", today.toString()));
    assertThat(officer.get(Browser.target(answer)).body())
        .contains("不能进入「开工」", "尚未进入「审批」", "缺施工许可证", "缺永久性工程照片");
  }

  @Test
  void aPastedTableIsComparedAndOnlyAcceptedRowsChange() {
    ProjectZones.SCOPE.run(
        () -> {
          projects.create(1, ProjectZones.draft("带回甲", null));
          projects.create(1, ProjectZones.draft("带回乙", null));
        });
    String key = ProjectZones.SCOPE.call(() -> key("带回甲"));
    String other = ProjectZones.SCOPE.call(() -> key("带回乙"));
    String pasted =
        "行键\t项目\t总投资(亿元)\t今年完成(亿元)\t包保领导\n%s\t带回甲\t3.3\t0.46\t副主任 张\n%s\t带回乙\t320\t\t副主任 刘\nlinzhen-5-0-0\t外来\t1\t\t\n\t带回甲（二期）\t1.5\t\t\n"
            .formatted(key, other);
    officer.get("/z/one/projects/dispatch");
    String page =
        Browser.target(officer.post("/z/one/projects/dispatch", Map.of("pasted", pasted)));
    String compared = officer.get(page).body();
    assertThat(compared).contains("跳了 100 倍", "不属于本园区", "第 5 行", "带回甲（二期）", "个项目没有带回");
    officer.post(page, Map.of("accept", key.split("-")[1], "row-5", "new"));
    assertThat(officer.get(page).body()).contains("已处理", "总投资(亿元)：3.2 → 3.3", "新建「带回甲（二期）」");
    ProjectZones.SCOPE.run(
        () -> {
          assertThat(named("带回甲").investment().yi()).isEqualByComparingTo("3.3");
          assertThat(named("带回乙").leader()).isEqualTo("副主任 张");
          assertThat(named("带回乙").investment().yi()).isEqualByComparingTo("3.2");
        });
    // Decided once: a second answer changes nothing.
    assertThat(officer.post(page, Map.of("accept", other.split("-")[1])).statusCode())
        .isEqualTo(409);
  }

  @Test
  void theTableGoesOutAsASpreadsheetWithItsKeys() {
    var file = officer.get("/z/one/projects/dispatch.xlsx");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    assertThat(file.body()).startsWith("PK");
  }

  @Test
  void whatGoesOutComesBackUnchanged() throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    List<org.mujian.projects.dispatch.Known> known =
        ProjectZones.SCOPE.call(() -> dispatch.table(1));
    Workbooks.write(out, "调度表", List.of("储备", "签约"), known);
    List<List<String>> rows =
        tables.read(out.toByteArray(), Returns.MOST_ROWS, org.mujian.web.Language.SIMPLIFIED);
    Dispatch.Compared compared = ProjectZones.SCOPE.call(() -> dispatch.compare(1, rows));
    assertThat(compared.sheet().strange()).isEmpty();
    assertThat(compared.outcomes())
        .hasSize(known.size())
        .allMatch(outcome -> outcome instanceof org.mujian.projects.dispatch.Outcome.Same);
  }

  @Test
  void aBrokenFileIsRefusedInWords() {
    byte[] broken =
        "PK\3\4 and then nothing".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> tables.read(broken, 10, org.mujian.web.Language.SIMPLIFIED))
        .isInstanceOf(org.mujian.documents.TableRefused.class)
        .hasMessageContaining("工作簿");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                tables.read(
                    "a\nb\nc\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    2,
                    org.mujian.web.Language.SIMPLIFIED))
        .hasMessageContaining("超过 2 行");
  }

  @Test
  void aMeetingIsHeldLineByLine() {
    officer.get("/z/one/projects/meetings");
    String meeting =
        Browser.target(officer.post("/z/one/projects/meetings", Map.of("chair", "主任")));
    assertThat(officer.get(meeting).body()).contains("红灯项目（", "改性沥青二期", "就此议定");
    String line =
        officer.post(meeting + "/lines", Map.of("project", String.valueOf(asphalt))).body();
    Matcher id = Pattern.compile("line-(\\d+)").matcher(line);
    assertThat(id.find()).isTrue();
    String address = meeting + "/lines/" + id.group(1);
    String saved =
        officer
            .post(address, Map.of("project", "" + asphalt, "what", "报批指标", "lead", "项目局"))
            .body();
    assertThat(saved).contains("已保存");
    officer.post(meeting + "/close", Map.of());
    assertThat(officer.get(meeting).body()).contains("第 1 行缺时限", "报批指标");
    officer.post(
        address, Map.of("what", "报批指标", "lead", "项目局", "due", today.plusDays(4).toString()));
    officer.post(meeting + "/close", Map.of());
    assertThat(officer.get(meeting).body()).contains("调度会纪要-第", "督办单-第");
    assertThat(officer.get(meeting + "/minutes.docx").body()).startsWith("PK");
    assertThat(officer.get("/z/one/projects/meetings/999/minutes.docx").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFileIsWhatItsContentSays() {
    ProjectZones.SCOPE.run(
        () -> {
          byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1};
          long id = files.add(1, asphalt, "works-photo", "", today, "", "照片.exe", png);
          assertThat(files.get(1, asphalt, id).name()).isEqualTo("照片.png");
          assertThat(files.get(1, asphalt, id).content()).isEqualTo(png);
          org.assertj.core.api.Assertions.assertThatThrownBy(
                  () ->
                      files.add(
                          1,
                          asphalt,
                          "works-photo",
                          "",
                          today,
                          "",
                          "照片.jpg",
                          "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
              .hasMessageContaining("不是 JPG、PNG 或 PDF 文件");
        });
  }

  @Test
  void aProjectOfAnotherZoneIsNotFound() {
    assertThat(officer.get("/z/one/projects/999999").statusCode()).isEqualTo(404);
    assertThat(officer.get("/z/two/projects/" + asphalt).statusCode()).isEqualTo(404);
  }

  private String key(String name) {
    return dispatch.table(1).stream()
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow()
        .text(Column.KEY);
  }

  private Project named(String name) {
    return projects.listAll(1).stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Five moments of a week in the sample zone, as those who sit through them see them. */
@ExtendWith(House.class)
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MomentsIT {

  /** Columns of the dispatch table as it goes out. */
  private static final int KEY = 0;

  private static final int NAME = 1;
  private static final int DONE = 6;
  private static final int LEAD = 8;
  private static final int SUPPORT = 9;
  private static final int DUE = 10;
  private static final int LEADER = 11;

  private static Browser browser;
  private static Person administrator;
  private static Person projects;
  private static Person building;

  @BeforeAll
  static void hire(Program program) {
    browser = Browser.open();
    administrator = Person.administrator(browser, program);
    projects = administrator.hire(browser, "mo", "项目推进局 莫", "officer:projects");
    building = administrator.hire(browser, "qin", "规划建设局 秦", "officer:land");
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void lastWeeksDispatchTablePastedFromExcelComesBackWithSevenChanges() throws IOException {
    LocalDate due = LocalDate.now(Person.PLACE).plusDays(40);
    String pasted;
    try (Workbook book = export()) {
      Sheet sheet = book.getSheetAt(0);
      row(sheet, "改性沥青二期").getCell(LEAD).setCellValue("行政服务局");
      row(sheet, "改性沥青二期").getCell(SUPPORT).setCellValue("县自然资源局");
      row(sheet, "增塑剂扩能").getCell(DUE).setCellValue(due.toString());
      row(sheet, "碳五树脂装置").getCell(DONE).setCellValue(2.51);
      row(sheet, "聚烯烃母粒").getCell(DONE).setCellValue(0.61);
      row(sheet, "润滑油调合").getCell(LEADER).setCellValue("副主任 刘");
      row(sheet, "电商云仓物流园").getCell(LEADER).setCellValue("主任");
      pasted = cells(sheet);
    }
    projects.go("projects/dispatch");
    projects.page.locator("#pasted").fill(pasted);
    projects.press("比对");
    projects.sees("可接受 7 处，陌生 0 行，拒绝 0 行");
    assertThat(projects.page.locator("strong.changed")).hasCount(7);
    Locator asphalt = line("改性沥青二期");
    assertThat(asphalt.locator("del").first()).containsText("项目推进局");
    assertThat(asphalt.locator("strong.changed").first()).containsText("行政服务局");

    projects.press("接受选中的行");
    projects.sees("已处理");
    projects.sees("改性沥青二期 · 牵头：项目推进局 → 行政服务局");
    projects.go("projects/dispatch");
    assertThat(line("改性沥青二期")).containsText("行政服务局 · 县自然资源局");
    assertThat(line("增塑剂扩能")).containsText(due.toString());
    assertThat(line("碳五树脂装置")).containsText("2.51");
    assertThat(line("润滑油调合")).containsText("副主任 刘");
  }

  @Test
  @Order(2)
  void aRowDeletedOnTheWayChangesNothingAndAForeignOneIsRefused() throws IOException {
    byte[] file;
    try (Workbook book = export()) {
      Sheet sheet = book.getSheetAt(0);
      sheet.removeRow(row(sheet, "标准厂房 B 区"));
      Row foreign = row(sheet, "针状焦中试线");
      foreign.getCell(KEY).setCellValue("linzhen-15-0-0");
      foreign.getCell(LEADER).setCellValue("别家主任");
      file = bytes(book);
    }
    projects.go("projects/dispatch");
    projects
        .page
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "调度表.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                file));
    projects.press("比对");
    projects.sees("可接受 0 处，陌生 0 行，拒绝 1 行");
    projects.sees("「linzhen-15-0-0」不属于本园区的项目");
    projects.sees("2 个项目没有带回，不作改动");
    projects.press("接受选中的行");
    projects.sees("没有接受任何改动");
    projects.go("projects/dispatch");
    assertThat(line("标准厂房 B 区")).hasCount(1);
    projects.sees("针状焦中试线");
    assertThat(projects.page.locator("main")).not().containsText("别家主任");
  }

  /** By the page's own export, as it would go out by mail. */
  private static Workbook export() throws IOException {
    projects.go("projects/dispatch");
    Download download =
        projects.page.waitForDownload(() -> projects.page.getByText("导出 Excel").click());
    try (InputStream in = Files.newInputStream(download.path())) {
      return new XSSFWorkbook(in);
    }
  }

  private static Row row(Sheet sheet, String project) {
    for (Row row : sheet) {
      if (row.getCell(NAME) != null && row.getCell(NAME).toString().equals(project)) {
        return row;
      }
    }
    throw new AssertionError("no " + project + " in the table that went out");
  }

  /** What Excel puts on the clipboard: the cells as they are shown, tabs between them. */
  private static String cells(Sheet sheet) {
    DataFormatter shown = new DataFormatter();
    StringBuilder text = new StringBuilder();
    for (int r = 0; r <= sheet.getLastRowNum(); r++) {
      Row row = sheet.getRow(r);
      text.append(
              IntStream.rangeClosed(0, LEADER)
                  .mapToObj(c -> row == null ? "" : shown.formatCellValue(row.getCell(c)))
                  .collect(Collectors.joining("\t")))
          .append("\r\n");
    }
    return text.toString();
  }

  private static byte[] bytes(Workbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static Locator line(String project) {
    return projects
        .page
        .locator("main tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    projects.page.locator(
                        "strong",
                        new Page.LocatorOptions()
                            .setHasText(Pattern.compile("^" + project + "$")))));
  }

  /** 14 parcels, two starts, the year's ten: told before anybody decides, and true afterwards. */
  @Test
  @Order(3)
  void theSubstationSlipsAQuarterAndMovesParcelsStartsAndTheYearsTenByName() {
    LocalDate today = LocalDate.now(Person.PLACE);
    openSubstation();
    forecast(today, "提前投运");
    projects.go("projects/plan");
    assertThat(projects.page.locator("#started")).containsText("预计全年 10 项");
    assertThat(projects.page.locator("main")).not().containsText("的地块晚于计划开工");

    // A quarter later; the year's ten feel it when that is no longer in the year.
    LocalDate slipped = today.plusMonths(3);
    if (slipped.getYear() == today.getYear()) {
      slipped = LocalDate.of(today.getYear() + 1, 1, 15);
    }
    openSubstation();
    ask(slipped);
    building.sees("14 宗地块的可供日期随之变动");
    Locator moves = building.page.locator("#moves");
    assertThat(moves.locator("tbody").first().locator("tr")).hasCount(14);
    assertThat(moves).containsText("2 个项目的开工随之变动");
    assertThat(moves).containsText("聚丙烯改性");
    assertThat(moves).containsText("改性沥青二期");
    assertThat(moves).containsText("今年开工（年目标 10）：预计 10 → 8");
    building.page.locator("#why").fill("主变到货推迟");
    building.page.locator("#moves button.strong").click();
    building.page.waitForLoadState();

    projects.go("projects/plan");
    projects.sees("2 个项目的地块晚于计划开工");
    for (String project : List.of("聚丙烯改性", "改性沥青二期")) {
      assertThat(projects.page.locator(".notice.warn")).containsText(project);
    }
    projects.sees("全年最多 8 项，达不到 10 项");
    projects.go("projects");
    assertThat(line("聚丙烯改性")).containsText("等待地块");
  }

  private static void openSubstation() {
    building.go("land/works");
    building.page.locator("main tbody a").getByText("曙光变电所").first().click();
  }

  private static void ask(LocalDate finish) {
    building.page.locator("#finish").fill(finish.toString());
    building.page.getByText("看会牵动谁").click();
    building.page.waitForLoadState();
  }

  private static void forecast(LocalDate finish, String why) {
    ask(finish);
    building.page.locator("#why").fill(why);
    building.page.locator("#moves button.strong").click();
    building.page.waitForLoadState();
  }

  @Test
  @Order(4)
  void aNumberOpensItsSourceAndWhoApprovedIt() {
    Person leader = administrator.hire(browser, "tian", "副主任 田", "leader");
    projects.go("facts/new?measure=fixed-investment");
    String month = LocalDate.now(Person.PLACE).getYear() - 1 + "-08";
    projects.page.locator("#period").fill(month);
    projects.page.locator("#value").fill("13572.46");
    projects.page.locator("#source").fill("固定资产投资月报 8 月");
    projects.page.locator("#evidence").fill("附件 8");
    projects.press("存为草稿");
    projects.press("送审");
    leader.go("facts/queue");
    leader
        .page
        .locator("main tr", new Page.LocatorOptions().setHasText("13,572.46"))
        .locator("a[href*='/facts/']")
        .first()
        .click();
    leader.press("审核通过");

    projects.go("facts?measure=fixed-investment&period=" + month);
    Locator figure =
        projects.page.locator("details.figure", new Page.LocatorOptions().setHasText("13,572.46"));
    Locator source = figure.locator("dl.facts");
    assertThat(source).not().isVisible();
    figure.locator("summary").click();
    assertThat(source).isVisible();
    assertThat(source).containsText("固定资产投资月报 8 月");
    assertThat(source).containsText(Pattern.compile("已审 · \\S+ \\S+ 副主任 田"));
    source.locator("a").click();
    projects.page.waitForURL(Pattern.compile(".*/facts/\\d+"));
    projects.sees("附件 8");
    assertThat(projects.page.locator("ol.timeline")).containsText("审核通过");
  }

  @Test
  @Order(5)
  void twoBureausTakeOneQuotaAndTheSecondLearnsWhoHoldsItAndUntilWhen() {
    String until = reserve("增塑剂扩能", "3");
    // 存量盘活: 120 supplied, 35 in use, 3 taken just now.
    building.go("factors");
    building.page.locator("main tbody a").getByText("存量盘活用地").first().click();
    building
        .page
        .locator("details", new Page.LocatorOptions().setHas(building.page.locator("#wanted")))
        .locator("summary")
        .click();
    building.page.locator("#holder").fill("道路拓宽");
    building.page.locator("#wanted").fill("83");
    building.press("预留");
    building.sees("余额 82 亩 低于需求 83");
    building.sees("「增塑剂扩能」占用 3 至 " + until);
    assertThat(building.page.locator("#holder")).hasValue("道路拓宽");
    // What is left she may have.
    building.page.locator("#wanted").fill("82");
    building.press("预留");
    assertThat(building.page.locator("main tbody").nth(1)).containsText("道路拓宽");
    building.sees("已用尽");
  }

  /** Reserves of the stock account for a project, on its page; answers until when. */
  private static String reserve(String project, String mu) {
    projects.go("projects");
    projects.page.getByText(project).first().click();
    projects.press("预留地块和要素");
    for (Locator share : projects.page.locator("fieldset input").all()) {
      share.fill("");
    }
    projects.page.getByLabel("存量盘活用地").fill(mu);
    String until = projects.page.locator("#until").inputValue();
    projects.page.locator("form.form button.strong").click();
    projects.page.waitForURL(Pattern.compile(".*/projects/\\d+"));
    assertThat(projects.page.locator("#held")).containsText("存量盘活用地");
    return until;
  }

  @Test
  @Order(6)
  void theMeetingEndsAndItsPapersAreReady() throws IOException {
    LocalDate due = LocalDate.now(Person.PLACE).plusDays(9);
    projects.go("projects/meetings");
    projects.page.locator("#chair").fill("主任");
    projects.page.locator("#attendees").fill("项目推进局、规划建设局");
    projects.press("开会");
    // Last time's items come first, the red projects next.
    projects.sees("汇总全部在建项目入库纳统缺件");
    Locator red =
        projects
            .page
            .locator("li")
            .filter(new Locator.FilterOptions().setHas(projects.page.getByText("就此议定")))
            .first();
    String subject = red.locator("a strong").innerText();
    red.getByText("就此议定").click();
    Locator decision = projects.page.locator("form.line").first();
    type(decision, "what", "本周报齐缺件");
    type(decision, "lead", "项目推进局");
    type(decision, "support", "规划建设局");
    type(decision, "due", due.toString());
    assertThat(decision.locator("[role=status]")).containsText("已保存");
    projects.press("结束会议");
    projects.sees("会议文件");

    assertThat(paper("纪要"))
        .contains("主任主持召开")
        .contains("「" + subject + "」本周报齐缺件。牵头：项目推进局；配合：规划建设局；时限：" + due);
    assertThat(paper("督办单")).contains("「" + subject + "」本周报齐缺件", "项目推进局", due.toString());
    // The decision is an open item of its project from now on.
    projects.go("projects/dispatch");
    line(subject).locator("a").first().click();
    projects.sees("本周报齐缺件");
  }

  private static void type(Locator decision, String field, String text) {
    Locator input = decision.locator("[name=" + field + "]");
    projects.page.waitForResponse(
        Pattern.compile(".*/lines/\\d+"),
        () -> {
          input.fill(text);
          input.blur();
        });
  }

  private static String paper(String name) throws IOException {
    Download download =
        projects.page.waitForDownload(
            () ->
                projects
                    .page
                    .locator(".notice.ok a", new Page.LocatorOptions().setHasText(name))
                    .click());
    assertThat(download.suggestedFilename()).endsWith(".docx");
    try (InputStream in = Files.newInputStream(download.path());
        XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(in))) {
      return text.getText();
    }
  }
}

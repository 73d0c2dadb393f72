package org.mujian.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.mujian.zone.Samples;
import org.mujian.zone.Zone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The weekly report of the sample zone, read again in Word, in PDF and on the pages behind it. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeeklyReportTest {

  @Autowired Samples samples;
  @Autowired Reports reports;
  @Autowired JdbcClient jdbc;
  @Autowired Changes changes;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationContext program;
  @LocalServerPort int port;

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private Zone zone;
  private Browser admin;

  @BeforeAll
  void sample() {
    zone = Scope.ofProgram(0).call(() -> samples.load());
    admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
  }

  @Test
  void everyNumberOfTheWordPaperIsFoundAgainByItsReference() throws Exception {
    Report report = write();
    String word = word(report);
    assertThat(word).contains("工作周报", "一、西部拓展", "二、重点项目", "三、招商引资", "六、体制机制");
    List<Quoted> references = report.content().references();
    assertThat(references).hasSizeGreaterThan(20);
    for (int i = 0; i < references.size(); i++) {
      Quoted number = references.get(i);
      String mark = "[" + (i + 1) + "]";
      assertThat(word)
          .as("the number with its mark, and its line at the end")
          .contains(ReportWord.printed(number) + mark)
          .contains(mark + " " + ReportWord.reference(number));
      var page = admin.get(number.href());
      assertThat(page.statusCode()).as(number.href()).isEqualTo(200);
      assertThat(text(page.body()))
          .as("%s %s on %s", number.what(), number.value(), number.href())
          .containsPattern("(?<![\\d.,])" + Pattern.quote(number.value()) + "(?![\\d,]|\\.\\d)");
    }
  }

  @Test
  void thePdfTellsTheSame() throws Exception {
    Report report = write();
    Long file = report.pdfFile();
    if (file == null) {
      if (Boolean.parseBoolean(System.getenv("MUJIAN_STRICT"))) {
        fail("no Chinese TrueType font on this machine: install fonts-droid-fallback");
      }
      assertThat(admin.get(at("reports/" + report.id())).body()).contains("未生成 PDF");
      return;
    }
    byte[] pdf = in(() -> reports.file(zone.id(), file));
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      assertThat(text).contains("工作周报", "一、西部拓展", "数据出处");
      assertThat(pdf.length).as("the font is embedded in part").isLessThan(2_000_000);
    }
  }

  @Test
  void thePageShowsItWithItsSourcesAndTheFilesAreTaken() throws Exception {
    Report report = write();
    String page = admin.get(at("reports/" + report.id())).body();
    assertThat(page).contains("href=\"#r1\"", "id=\"r1\"", "在册项目", "红灯项目");
    assertThat(admin.get(at("reports")).body()).contains("工作周报", "Word");
    assertThat(admin.get(at("reports/" + report.id() + ".docx")).body()).startsWith("PK");
    assertThat(admin.get(at("reports/999999")).statusCode()).isEqualTo(404);
    assertThat(api("/api/v1/reports/weekly?zone=" + zone.code())).contains("\"numbers\":[{");
  }

  @Test
  void aDayThatIsNoneOrToComeIsRefusedBesideTheField() {
    admin.get(at("reports"));
    var wrong = admin.post(at("reports"), Map.of("day", "上周"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("日期“上周”不对");
    var early = admin.post(at("reports"), Map.of("day", today.plusDays(1).toString()));
    assertThat(early.body()).contains("还没到");
  }

  @Test
  void twoOfOneWeekAtOnceBecomeTwoEditions() throws Exception {
    Span span = Span.weekOf(zone, today.minusWeeks(8), today);
    Report.Content content = new Report.Content("周报", "并发", List.of());
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> keeps =
          LongStream.rangeClosed(1, 4)
              .<Callable<Long>>mapToObj(job -> () -> keep(span, 1_000_000 + job, content))
              .toList();
      List<Future<Long>> made = pool.invokeAll(keeps);
      for (Future<Long> one : made) {
        assertThat(one.get()).isPositive();
      }
    }
    assertThat(in(() -> reports.list(zone.id())))
        .filteredOn(report -> report.from().equals(span.from()))
        .extracting(Report::edition)
        .containsExactly(4, 3, 2, 1);
  }

  /** As when the power fails after the report was kept and before its job was called done. */
  @Test
  void aJobThatRunsAgainKeepsNoSecondReport() throws Exception {
    Span span = Span.weekOf(zone, today.minusWeeks(9), today);
    long first = keep(span, 2_000_000, new Report.Content("周报", "一", List.of()));
    long again = keep(span, 2_000_000, new Report.Content("周报", "二", List.of()));
    assertThat(again).isEqualTo(first);
    assertThat(in(() -> reports.list(zone.id())))
        .filteredOn(report -> report.from().equals(span.from()))
        .extracting(report -> report.content().subtitle())
        .containsExactly("一");
  }

  private long keep(Span span, long job, Report.Content content) {
    return in(() -> reports.keep(span, job, content, new byte[] {1}, null));
  }

  @Test
  void aReportAskedForTwiceWithOneKeyIsOneJob() {
    String path = "/api/v1/reports/weekly?zone=" + zone.code() + "&day=" + today.minusWeeks(10);
    String first = admin.postAs("admin", TestDatabase.PASSWORD, path, "", "weekly-1").body();
    String again = admin.postAs("admin", TestDatabase.PASSWORD, path, "", "weekly-1").body();
    assertThat(again).isEqualTo(first).contains("\"job\":");
    String other = admin.postAs("admin", TestDatabase.PASSWORD, path, "", "weekly-2").body();
    assertThat(other).isNotEqualTo(first).contains("\"job\":");
  }

  @Test
  void whatWasWrittenIsNeverChanged() throws Exception {
    Report report = write();
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        transaction.execute(
                            s -> {
                              changes.begin(zone.id(), "改周报");
                              return jdbc.sql("UPDATE report SET edition = 9 WHERE id = ?")
                                  .param(report.id())
                                  .update();
                            })))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aZoneWithoutRowsIsToldWhatIsMissing() throws Exception {
    People people = new People(program);
    long empty = people.zone();
    String code = People.code();
    Browser reader = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    reader.get("/z/" + code + "/reports");
    var asked = reader.post("/z/" + code + "/reports", Map.of("day", today.toString()));
    await(reader, Browser.target(asked));
    Report report = Scope.ofProgram(empty).call(() -> reports.list(empty).getFirst());
    assertThat(report.content().references())
        .as("requests may truly be none; all else is missing")
        .extracting(Quoted::what)
        .containsExactly("未办结诉求");
    assertThat(reader.get("/z/" + code + "/reports/" + report.id()).body())
        .contains("本园区还没有录入地块", "本园区还没有项目", "没有在办线索", "还没有建立集群", "没有在办的办件", "还没有开始考核轮次");
  }

  @Test
  void anEnterprisesUserGetsNoReport() {
    People people = new People(program);
    people.account(people.zone(), "reader-of-reports", Role.ENTERPRISE);
    Browser walker = Browser.signedIn(port, "reader-of-reports", People.PASSWORD);
    assertThat(walker.get("/z/" + People.code() + "/reports").statusCode()).isEqualTo(403);
  }

  private Report write() throws Exception {
    admin.get(at("reports"));
    var asked = admin.post(at("reports"), Map.of("day", today.toString()));
    await(admin, Browser.target(asked));
    return in(() -> reports.list(zone.id())).getFirst();
  }

  private static void await(Browser browser, String job) throws InterruptedException {
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (!browser.get(job).body().contains("完成")) {
      if (Instant.now().isAfter(patience)) {
        fail("the report was not written:\n" + text(browser.get(job).body()));
      }
      Thread.sleep(100);
    }
  }

  private String word(Report report) throws Exception {
    byte[] bytes = in(() -> reports.file(zone.id(), report.wordFile()));
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }

  private static String text(String html) {
    Matcher body = Pattern.compile("(?s)<main.*</main>").matcher(html);
    return (body.find() ? body.group() : html).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  private String api(String path) {
    return admin.getAs("admin", TestDatabase.PASSWORD, path).body();
  }

  private <T> T in(Callable<T> work) {
    return Scope.ofProgram(zone.id())
        .call(
            () -> {
              try {
                return work.call();
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private String at(String path) {
    return "/z/" + zone.code() + "/" + path;
  }
}

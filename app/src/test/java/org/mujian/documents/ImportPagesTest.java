package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person pastes a list, looks at what was understood, mends it, commits it, and sees the job. */
@MujianTest
class ImportPagesTest {

  private static final String ZONE = "/z/import-zone";

  private final Browser browser;

  @Autowired
  ImportPagesTest(Environment environment) {
    this.browser =
        Browser.signedIn(
            environment.getRequiredProperty("local.server.port", Integer.class),
            "admin",
            TestDatabase.PASSWORD);
  }

  @BeforeAll
  static void makeZone(
      @Autowired Credentials credentials,
      @Autowired JdbcClient jdbc,
      @Autowired Changes changes,
      @Autowired TransactionTemplate transaction)
      throws SQLException {
    Gadgets.createTable(credentials);
    Gadgets.hold = null;
    Scope.ofProgram(0)
        .run(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      changes.begin(0, "示例园区");
                      jdbc.sql(
                              """
                              INSERT INTO zone (code, name, short_name, division, central_meridian)
                              VALUES ('import-zone', '示例园区', '示例', '211122', 123)
                              """)
                          .update();
                    }));
  }

  @Test
  void pastedCellsArePreviewedWithMarkedCellsAndCommitted() {
    String address = paste("清单\t\t\n器具名称\t编号\t数量\n螺丝刀\tA1\t3\n扳手\tA2\t许多\n");
    String preview = awaitPage(address, "待写入");
    assertThat(preview).contains("数量“许多”读不懂", "螺丝刀", "写入全部正确的行", "<td class=\"fault\">许多");
    browser.post(address + "/commit", Map.of("rejects", "skip"));
    assertThat(awaitPage(address, "已写入")).contains("新增").doesNotContain("写入全部正确的行");
    assertThat(browser.get(ZONE + "/imports").body()).contains(address);
    String jobs = browser.get(ZONE + "/jobs").body();
    assertThat(jobs).contains("器具清单 · 粘贴.tsv", "完成");
  }

  @Test
  void anUnknownHeaderIsChosenAndMappedByHand() {
    String address = paste("东西\t个\n锤子\t3\n钉子\t4\n");
    String refused = awaitPage(address, "找不到认识的表头");
    assertThat(refused).contains("name=\"headerRow\" value=\"1\"");
    browser.post(address + "/reread", Map.of("headerRow", "1", "c0", "0", "c1", "2"));
    String preview = awaitPage(address, "待写入");
    assertThat(preview).contains("锤子").doesNotContain("找不到认识的表头");
    browser.post(address + "/abandon", Map.of());
    assertThat(browser.get(address).body()).contains("已放弃").doesNotContain("写入全部正确的行");
  }

  @Test
  void aJobsProgressIsStreamedToItsEnd() {
    String address = paste("器具名称\t编号\n量具\tB1\n");
    String page = awaitPage(address, "待写入");
    assertThat(page).contains("完成");
    String jobs = browser.get(ZONE + "/jobs").body();
    String job = jobs.replaceFirst("(?s).*?href=\"(" + ZONE + "/jobs/\\d+)\".*", "$1");
    HttpResponse<String> events = browser.get(job + "/events");
    assertThat(events.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(events.body()).contains("event:progress", "event:over", "完成");
    assertThat(browser.get(job).body()).contains("查看结果");
  }

  @Test
  void whatIsNotThereOrNothingAtAllIsExplained() {
    assertThat(browser.get(ZONE + "/imports/999999").statusCode()).isEqualTo(404);
    assertThat(browser.get(ZONE + "/jobs/999999").statusCode()).isEqualTo(404);
    HttpResponse<String> nothing = browser.post(ZONE + "/imports", Map.of("kind", "gadgets"));
    assertThat(nothing.body()).contains("请选择文件，或粘贴单元格");
    assertThat(browser.get(ZONE + "/imports?too-large").body()).contains("200 MB");
  }

  @Test
  void aKindsColumnsAreShownAndItsEmptyTableIsReadAgain() {
    assertThat(browser.get(ZONE + "/imports?kind=gadgets").body()).contains("下载空白表");
    String columns = browser.get(ZONE + "/imports/columns?kind=gadgets").body();
    HttpResponse<String> blank = browser.get(ZONE + "/imports/columns.csv?kind=gadgets");
    String header = blank.body().replace("\uFEFF", "").strip();
    assertThat(header.split(",")).isNotEmpty().allMatch(columns::contains);
    assertThat(browser.get(ZONE + "/imports/columns?kind=nothing").statusCode()).isEqualTo(404);
  }

  private String paste(String cells) {
    browser.get(ZONE + "/imports");
    HttpResponse<String> taken =
        browser.post(ZONE + "/imports", Map.of("kind", "gadgets", "cells", cells));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
    return Browser.target(taken);
  }

  private String awaitPage(String address, String words) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (true) {
      String body = browser.get(address).body();
      if (body.contains(words) && !body.contains("data-events")) {
        return body;
      }
      assertThat(System.nanoTime()).as(body).isLessThan(end);
      Api.pause(50);
    }
  }
}

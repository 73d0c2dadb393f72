package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first hour of an administrator. {@link LookIT} then looks at every page. */
@ExtendWith(House.class)
@Order(1)
class JourneyIT {

  private static final String ZONE = "/z/beifang/";

  private static Browser browser;
  private static Program program;

  @BeforeAll
  static void start(Program running) {
    program = running;
    browser = Browser.open();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theAdministratorSignsInImportsSearchesSwitchesLanguageAndExports() throws IOException {
    Page page = browser.window(Browser.Width.DESK, ColorScheme.LIGHT);
    signIn(page);
    assertThat(page).hasURL(program.url(ZONE + "wall"));
    assertThat(page.getByText("示例").first()).isVisible();

    importThroughThePage(page);
    searchByTwoCharactersOfTheScope(page);
    exportWhatWasFound(page);
    switchLanguage(page);
    assertThat(browser.complaints()).isEmpty();
  }

  private static void signIn(Page page) {
    page.navigate(program.url("/"));
    page.getByLabel("用户名").fill("admin");
    page.getByLabel("密码").fill(Program.PASSWORD);
    page.locator("button.strong").click();
    page.waitForURL(url -> !url.contains("sign-in"));
  }

  private static void importThroughThePage(Page page) {
    page.navigate(program.url(ZONE + "imports"));
    page.locator("#file").setInputFiles(new FilePayload("试验名录.csv", "text/csv", Registry.small()));
    page.getByText("读取并预览").click();
    // The bad cell is marked with its reason and its value before anything is written.
    assertThat(page.getByText("读不懂日期“去年春天”").first()).isVisible();
    page.getByText("写入全部正确的行").click();
    assertThat(page.getByText("已写入").first()).isVisible();
    assertThat(page.getByText("下载拒收的行（带原因列）")).isVisible();
  }

  private static void searchByTwoCharactersOfTheScope(Page page) {
    page.navigate(program.url(ZONE + "enterprises"));
    page.locator("#q").pressSequentially("薄膜");
    assertThat(page.locator("table.list tbody")).containsText("浏览器试验塑料有限公司");
    assertThat(page.locator("table.list tbody")).not().containsText("浏览器试验沥青有限公司");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*q=.*"));
    page.getByText("浏览器试验塑料有限公司").first().click();
    assertThat(page.locator("h1")).containsText("浏览器试验塑料有限公司");
    page.goBack();
  }

  private static void exportWhatWasFound(Page page) throws IOException {
    page.navigate(program.url(ZONE + "enterprises?q=%E8%96%84%E8%86%9C"));
    Download download = page.waitForDownload(() -> page.getByText("导出 CSV").click());
    String text = Files.readString(download.path());
    assertThat(text).contains("浏览器试验塑料有限公司").doesNotContain("浏览器试验沥青有限公司");
  }

  private static void switchLanguage(Page page) {
    page.navigate(program.url(ZONE + "wall"));
    choose(page, "en");
    assertThat(page.locator("h1")).containsText("Wall map");
    choose(page, "zh-Hant");
    assertThat(page.locator("h1")).containsText("掛圖作戰");
    choose(page, "zh-Hans");
    assertThat(page.locator("h1")).containsText("挂图作战");
  }

  private static void choose(Page page, String language) {
    page.locator("header summary").last().click();
    page.locator("header button[lang=" + language + "]").click();
    page.waitForLoadState(LoadState.LOAD);
  }
}

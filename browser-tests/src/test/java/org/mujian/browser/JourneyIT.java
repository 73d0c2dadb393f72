package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first hour of an administrator, and then a look at every page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

  private static final String ZONE = "/z/beifang/";

  /** Every page that stands by itself; things are opened by the journey. */
  private static final List<String> PAGES =
      List.of(
          ZONE + "wall",
          ZONE + "land",
          ZONE + "projects",
          ZONE + "promotion",
          ZONE + "clusters",
          ZONE + "services",
          ZONE + "governance",
          ZONE + "enterprises",
          ZONE + "enterprises?q=%E5%A1%91%E6%96%99",
          ZONE + "enterprises/new",
          ZONE + "enterprises/1",
          ZONE + "facts",
          ZONE + "imports",
          ZONE + "imports/1",
          ZONE + "jobs",
          ZONE + "jobs/1",
          ZONE + "zone",
          ZONE + "history",
          ZONE + "search?q=%E8%AF%95%E9%AA%8C",
          ZONE + "no-such-page",
          "/accounts",
          "/account",
          "/history",
          "/zones/new",
          "/help",
          "/help/start");

  private static Browser browser;
  private static Program program;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.open();
    program = Program.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (program != null) {
      program.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
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

  @Test
  @Order(2)
  void everyPageIsAccessibleAndFitsAtBothWidthsInBothThemes() throws IOException {
    List<String> faults = new ArrayList<>();
    look(Browser.Width.DESK, ColorScheme.LIGHT, faults);
    look(Browser.Width.PHONE, ColorScheme.DARK, faults);
    assertThat(faults).isEmpty();
  }

  private static void look(Browser.Width width, ColorScheme scheme, List<String> faults)
      throws IOException {
    Path pictures = Path.of("target", "pictures", width.name().toLowerCase(java.util.Locale.ROOT));
    Files.createDirectories(pictures);
    Page page = browser.window(width, scheme);
    page.navigate(program.url("/sign-in"));
    inspect(page, "/sign-in", faults);
    signIn(page);
    for (String address : PAGES) {
      page.navigate(program.url(address));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(pictures.resolve(address.replaceAll("[^a-z0-9]+", "_") + ".png")));
      inspect(page, width + " " + address, faults);
    }
    page.context().close();
  }

  private static void inspect(Page page, String name, List<String> faults) {
    new AxeBuilder(page)
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                faults.add(
                    name + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml()));
    int over =
        ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
    if (over > 0) {
      faults.add(name + ": " + over + " px wider than the window");
    }
  }
}

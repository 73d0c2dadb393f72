package org.mujian.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium. Whatever a page reports as an error or a refused load is kept as a complaint.
 */
final class Browser implements AutoCloseable {

  /** The two widths at which every page is looked at. */
  enum Width {
    DESK(1440, 900),
    PHONE(390, 844);

    final int width;
    final int height;

    Width(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** The browser; without one the test is skipped, or fails when MUJIAN_STRICT is true. */
  static Browser open() {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (chromium == null) {
      String missing = "No Chromium in /usr/bin: the browser tests are skipped";
      Assertions.assertFalse("true".equals(System.getenv("MUJIAN_STRICT")), missing);
      Assumptions.abort(missing);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Browser(playwright, browser);
  }

  /** A new person's window. */
  Page window(Width width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width.width, width.height)
                .setColorScheme(scheme)
                .setLocale("zh-CN")
                .setAcceptDownloads(true));
    context.setDefaultTimeout(20_000);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:")
              && !request.url().startsWith("data:")
              && !request.url().startsWith("blob:")) {
            complaints.add(page.url() + " asks outside: " + request.url());
          }
        });
    return page;
  }

  /** Errors of scripts, refused loads, and requests to anywhere but the program, so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void forgetComplaints() {
    complaints.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

package org.mujian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first hour of an administrator: sign in, import, search, switch language, export. */
class JourneyIT {

  static Browser browser;
  static Program program;

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

  static void signIn(Page page) {
    page.navigate(program.url("/"));
    page.getByLabel("用户名").fill("admin");
    page.getByLabel("密码").fill(Program.PASSWORD);
    page.locator("button.strong").click();
    page.waitForURL(url -> !url.contains("sign-in"));
  }

  @Test
  void theAdministratorSignsIn() {
    Page page = browser.window(Browser.Width.DESK, ColorScheme.LIGHT);
    signIn(page);
    assertThat(page.locator("main").innerText()).isNotBlank();
    assertThat(browser.complaints()).isEmpty();
  }
}

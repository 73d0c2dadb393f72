package org.mujian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** A person at a desk, signed in, who says yes when asked whether she is sure. */
final class Person {

  /** Where a day begins and ends. */
  static final java.time.ZoneId PLACE = java.time.ZoneId.of("Asia/Shanghai");

  /** The code of the sample zone. */
  static final String ZONE = "beifang";

  private final Program program;
  final Page page;

  private Person(Browser browser, Program program) {
    this.program = program;
    page = browser.window(Browser.Width.DESK, ColorScheme.LIGHT);
    page.onDialog(Dialog::accept);
  }

  static Person administrator(Browser browser, Program program) {
    Person person = new Person(browser, program);
    person.signIn("admin", Program.PASSWORD);
    return person;
  }

  /**
   * Opens an account in the sample zone by its page. Its owner chooses a password of her own, which
   * ends her session, and signs in with it.
   */
  Person hire(Browser browser, String username, String name, String... roles) {
    return open(browser, "", username, name, roles);
  }

  /** Opens an account of an enterprise's user, who sees that enterprise's own and no more. */
  Person invite(Browser browser, long enterprise, String username, String name) {
    return open(browser, Long.toString(enterprise), username, name, "enterprise");
  }

  private Person open(
      Browser browser, String enterprise, String username, String name, String... roles) {
    page.navigate(program.url("/accounts/new"));
    page.locator("#zone").selectOption(page.locator("#zone option").last().getAttribute("value"));
    page.locator("#username").fill(username);
    page.locator("#displayName").fill(name);
    for (String role : roles) {
      page.locator("input[name=roles][value='" + role + "']").check();
    }
    page.locator("#enterpriseId").fill(enterprise);
    press("建立并显示密码");
    String drawn = page.locator(".secret").innerText();

    Person person = new Person(browser, program);
    person.signIn(username, drawn);
    person.page.locator("#old").fill(drawn);
    person.page.locator("#chosen").fill(password(username));
    person.page.locator("#again").fill(password(username));
    person.page.locator("form[action='/account/password'] button").click();
    person.page.waitForURL(url -> url.contains("sign-in"));
    person.signIn(username, password(username));
    return person;
  }

  /** The one that the owner of an account chose. */
  static String password(String username) {
    return username + "-chose-this-1";
  }

  private void signIn(String username, String password) {
    page.navigate(program.url("/sign-in"));
    page.getByLabel("用户名").fill(username);
    page.getByLabel("密码").fill(password);
    page.locator("button.strong").click();
    page.waitForURL(url -> !url.contains("sign-in"));
  }

  /** Goes to a page of the sample zone. */
  void go(String path) {
    page.navigate(program.url("/z/" + ZONE + "/" + path));
  }

  /** Presses the button, or the link that looks like one, with these words. */
  void press(String words) {
    page.locator(
            "main button:visible, main a.button:visible",
            new Page.LocatorOptions()
                .setHasText(java.util.regex.Pattern.compile("^\\s*" + words + "\\s*$")))
        .first()
        .click();
    page.waitForLoadState();
  }

  void sees(String words) {
    assertThat(page.locator("main")).containsText(words);
  }

  /** The number at the end of the address. */
  String thing() {
    return page.url().replaceFirst(".*/(\\d+)([?#].*)?$", "$1");
  }
}

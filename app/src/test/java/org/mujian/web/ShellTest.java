package org.mujian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.ZoneFacts;
import org.mujian.zone.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shell around every page, as browsers of different people see it. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellTest {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Zones zones;

  @BeforeAll
  void twoZonesAndAnOfficerOfTheFirst() {
    Scope.ofProgram(Scope.PROVINCE)
        .run(
            () -> {
              Zone one = zones.create(facts("one", "一号园区"), false, 2026, "新建", zone -> {});
              zones.create(facts("two", "二号园区"), false, 2026, "新建", zone -> {});
              Scope.ofProgram(one.id())
                  .run(
                      () ->
                          accounts.create(
                              one.id(),
                              "officer",
                              "规建局 王",
                              "officer-pass-1",
                              List.of(Role.OFFICER_LAND),
                              null));
            });
  }

  private static ZoneFacts facts(String code, String name) {
    return new ZoneFacts(code, name, name.substring(0, 2), "", "211122", 123);
  }

  @Test
  void whoIsNotSignedInIsAskedToAndThenBroughtToWhereHeWanted() {
    Browser browser = new Browser(port);
    assertThat(Browser.target(browser.get("/z/one/wall"))).isEqualTo("/sign-in");
    browser.get("/sign-in");
    var done =
        browser.post("/sign-in", Map.of("username", "officer", "password", "officer-pass-1"));
    assertThat(Browser.target(done)).startsWith("/z/one/wall");
  }

  @Test
  void aWrongPasswordIsToldWithoutTellingWhichPartIsWrong() {
    Browser browser = new Browser(port);
    browser.get("/sign-in");
    var done = browser.post("/sign-in", Map.of("username", "officer", "password", "not this one"));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    assertThat(Browser.target(done)).isEqualTo("/sign-in?failed");
    assertThat(browser.get("/sign-in?failed").body()).contains("用户名或密码不对");
  }

  @Test
  void anOfficerSeesHisZoneAndTheOtherLooksAbsent() {
    Browser officer = officer();
    assertThat(Browser.target(officer.get("/"))).isEqualTo("/z/one/wall");
    assertThat(officer.get("/z/one/wall").body()).contains("一号园区").doesNotContain("二号园区");
    var foreign = officer.get("/z/two/wall");
    var absent = officer.get("/z/none/wall");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(withoutTokens(foreign.body().replace("two", "none")))
        .isEqualTo(withoutTokens(absent.body()));
  }

  @Test
  void everyPageIsStrictAboutScriptsAndCarriesNoneInline() {
    Browser admin = admin();
    for (String path :
        List.of(
            "/",
            "/z/one/wall",
            "/z/one/land",
            "/z/one/search?q=%E5%8C%97",
            "/nothing",
            "/sign-in")) {
      var response = admin.get(path);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("script-src 'self'", "style-src 'self'", "object-src 'none'")
          .doesNotContain("unsafe");
      assertThat(response.body())
          .as(path)
          .isNotBlank()
          .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
          .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:|hx-on");
    }
  }

  @Test
  void theLanguageIsKept() {
    Browser browser = officer();
    var done = browser.post("/language", Map.of("to", "en", "back", "/z/one/wall"));
    assertThat(Browser.target(done)).isEqualTo("/z/one/wall");
    assertThat(browser.get("/z/one/wall").body()).contains("lang=\"en\"", "Wall map");
    browser.post("/language", Map.of("to", "zh-Hant", "back", "/"));
    assertThat(browser.get("/z/one/wall").body()).contains("lang=\"zh-Hant\"", "掛圖作戰");
    browser.post("/language", Map.of("to", "zh-Hans", "back", "/")); // the account keeps it
  }

  @Test
  void theThemeIsKeptAndAnUnknownOneIsTheSystems() {
    Browser browser = officer();
    browser.post("/theme", Map.of("to", "dark", "back", "/"));
    assertThat(browser.get("/z/one/wall").body()).contains("data-theme=\"dark\"");
    browser.post("/theme", Map.of("to", "\"><script>", "back", "/"));
    assertThat(browser.get("/z/one/wall").body()).contains("data-theme=\"auto\"");
  }

  @Test
  void anAddressOfAnotherSiteIsNoWayBack() {
    Browser browser = officer();
    for (String back : List.of("https://example.org/", "//example.org", "/\\example.org", "")) {
      var done = browser.post("/language", Map.of("to", "en", "back", back));
      assertThat(Browser.target(done)).as(back).isEqualTo("/");
    }
    browser.post("/language", Map.of("to", "zh-Hans", "back", "/")); // the account keeps it
  }

  @Test
  void aFormWithoutItsTokenIsRefusedAndSaysWhatToDo() {
    var refused = new Browser(port).post("/sign-in", Map.of("username", "admin", "password", "x"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("登录已过期，表单没有提交", "请重新登录");
  }

  @Test
  void whatIsNotThereIsExplainedInThePageAndInTheApi() {
    var page = admin().get("/z/one/nothing-here");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("没有这个页面", "/z/one/nothing-here", "请核对地址", "一号园区");
    assertThat(page.body()).doesNotContain("Exception");
  }

  @Test
  void searchSaysWhenNothingIsFoundAndShowsTheWordsAsTyped() {
    String body = officer().get("/z/one/search?q=%3Cb%3E%E6%B2%A5").body();
    assertThat(body).contains("没有找到“&lt;b&gt;沥”").doesNotContain("<b>沥");
  }

  /** Tokens against forgery are masked anew for each page. */
  private static String withoutTokens(String body) {
    return body.replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1");
  }

  private Browser admin() {
    return Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
  }

  private Browser officer() {
    return Browser.signedIn(port, "officer", "officer-pass-1");
  }
}

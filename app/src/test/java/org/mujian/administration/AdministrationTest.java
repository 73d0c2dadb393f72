package org.mujian.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Accounts, one's own account and the history, as people use them in the browser. */
@MujianTest
class AdministrationTest {

  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");
  private static final Pattern LINK = Pattern.compile("href=\"(/accounts/\\d+/\\d+)\">([^<]+)<");

  @Autowired ApplicationContext program;
  @LocalServerPort int port;

  private Browser admin;

  @BeforeEach
  void admin() {
    admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    admin.get("/accounts/new");
  }

  @Test
  void anAccountIsOpenedChangedResetAndDisabled() {
    long zone = new People(program).zone();
    var made = admin.post("/accounts", form(zone, "xiaowang", "leader"));
    String password = secret(made);
    Browser person = Browser.signedIn(port, "xiaowang", password);
    assertThat(Browser.target(person.get("/"))).isEqualTo("/account");
    person.get("/account");
    var changed =
        person.post(
            "/account/password",
            Map.of("old", password, "chosen", "my-own-password", "again", "my-own-password"));
    assertThat(Browser.target(changed)).isEqualTo("/sign-in?changed");
    person = Browser.signedIn(port, "xiaowang", "my-own-password");
    assertThat(Browser.target(person.get("/"))).endsWith("/wall");

    String page = link("xiaowang");
    admin.get(page);
    String second = secret(admin.post(page + "/password", Map.of()));
    assertThat(second).isNotEqualTo(password);
    assertThat(Browser.target(person.get("/"))).isEqualTo("/sign-in?ended");

    String form = admin.get(page).body();
    Map<String, String> disabled = form(zone, "xiaowang", "leader");
    disabled.put("disabled", "true");
    disabled.put("version", form.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
    assertThat(Browser.target(admin.post(page, disabled))).isEqualTo("/accounts");
    person = new Browser(port);
    person.get("/sign-in");
    assertThat(
            Browser.target(
                person.post("/sign-in", Map.of("username", "xiaowang", "password", second))))
        .isEqualTo("/sign-in?failed");
    assertThat(admin.post(page, disabled).body()).contains("刚被别人修改过");
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedAndWhatWasTypedIsStillThere() {
    long zone = new People(program).zone();
    Map<String, String> form = form(zone, "half.made", "enterprise");
    var refused = admin.post("/accounts", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("企业用户须绑定一家企业", "value=\"half.made\"");
    form.put("roles", "leader");
    form.put("username", "has space");
    assertThat(admin.post("/accounts", form).body()).contains("不能有空格");
    form.put("username", "admin");
    assertThat(admin.post("/accounts", form).body()).contains("已有人使用");
  }

  @Test
  void theLastAdministratorStays() {
    String page = link("admin");
    String form = admin.get(page).body();
    Map<String, String> fields = form(0, "admin", "leader");
    fields.put("version", form.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
    var refused = admin.post(page, fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("至少要留一个");
    assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAnAdministratorKeepsAccountsAndOnlyLeadersReadTheHistory() {
    People people = new People(program);
    long zone = people.zone();
    String history = "/z/" + People.code() + "/history";
    people.account(zone, "leader.one", Role.LEADER);
    people.account(zone, "officer.one", Role.OFFICER_LAND);
    Browser leader = Browser.signedIn(port, "leader.one", People.PASSWORD);
    Browser officer = Browser.signedIn(port, "officer.one", People.PASSWORD);
    assertThat(leader.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(leader.get("/history").statusCode()).isEqualTo(403);
    assertThat(officer.get(history).statusCode()).isEqualTo(403);
    var seen = leader.get(history);
    assertThat(seen.body()).contains("新建账号 leader.one", "新建账号 officer.one");
    assertThat(leader.get(history + "?who=mujian&table=account&from=2020-01-01").body())
        .contains("新建账号 officer.one");
    assertThat(leader.get(history + "?who=nobody-of-that-name").body())
        .doesNotContain("新建账号 officer.one");
    assertThat(leader.get(history + "?from=yesterday").body()).contains("日期应写作");
    Matcher one = Pattern.compile("href=\"(" + history + "/\\d+)\"").matcher(seen.body());
    assertThat(one.find()).isTrue();
    assertThat(leader.get(one.group(1)).body()).contains("username", "***");
    assertThat(admin.get("/history").body()).contains("测试园区");
  }

  @Test
  void aTokenIsShownOnceAndItsEndIsChecked() {
    People people = new People(program);
    people.account(people.zone(), "token.owner", Role.LEADER);
    Browser owner = Browser.signedIn(port, "token.owner", People.PASSWORD);
    owner.get("/account");
    assertThat(owner.post("/account/tokens", Map.of("name", "脚本", "expires", "soon")).body())
        .contains("到期日应写作");
    assertThat(owner.post("/account/tokens", Map.of("name", "脚本", "expires", "2999-01-01")).body())
        .contains("一年之内");
    String tomorrow = java.time.LocalDate.now(java.time.Clock.systemUTC()).plusDays(2).toString();
    String secret =
        secret(owner.post("/account/tokens", Map.of("name", "脚本", "expires", tomorrow)));
    assertThat(secret).startsWith("mj_");
    assertThat(owner.get("/account").body()).contains("脚本").doesNotContain(secret);
  }

  private String link(String username) {
    Matcher found = LINK.matcher(admin.get("/accounts").body());
    while (found.find()) {
      if (found.group(2).equals(username)) {
        return found.group(1);
      }
    }
    throw new AssertionError("no account " + username);
  }

  private static Map<String, String> form(long zone, String username, String role) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("zone", String.valueOf(zone));
    form.put("username", username);
    form.put("displayName", "王小明");
    form.put("roles", role);
    form.put("version", "0");
    return form;
  }

  private static String secret(HttpResponse<String> page) {
    Matcher found = SECRET.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }
}

package org.mujian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Getting in, staying in, and being put out. */
@MujianTest
class SignInTest {

  @Autowired ApplicationContext program;
  @Autowired OwnAccount own;
  @Autowired Lockout lockout;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  People people;

  @BeforeEach
  void people() {
    people = new People(program);
  }

  @Test
  void theSessionGetsAnotherIdAtSignIn() throws Exception {
    var page = send(HttpRequest.newBuilder(uri("/sign-in")), null);
    String before = cookie(page);
    String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    var signedIn =
        send(
            HttpRequest.newBuilder(uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "username=admin&password=" + TestDatabase.PASSWORD + "&_csrf=" + token)),
            before);
    assertThat(Browser.target(signedIn)).isEqualTo("/");
    assertThat(cookie(signedIn)).isNotEqualTo(before);
  }

  @Test
  void theCookieIsHiddenFromScriptsAndSecureBehindHttps() throws Exception {
    var plain = send(HttpRequest.newBuilder(uri("/sign-in")), null);
    assertThat(setCookie(plain)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
    var proxied =
        send(HttpRequest.newBuilder(uri("/sign-in")).header("X-Forwarded-Proto", "https"), null);
    assertThat(setCookie(proxied)).contains("HttpOnly", "SameSite=Lax", "Secure");
    assertThat(proxied.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void fiveFailuresLockTheFormAndBasicAlike() throws Exception {
    long zone = people.zone();
    people.account(zone, "locked.form", Role.LEADER);
    Browser browser = new Browser(port);
    browser.get("/sign-in");
    for (int i = 0; i < Lockout.ALLOWED; i++) {
      var failed = browser.post("/sign-in", Map.of("username", "locked.form", "password", "wrong"));
      assertThat(Browser.target(failed)).isEqualTo("/sign-in?failed");
    }
    var right =
        browser.post("/sign-in", Map.of("username", "locked.form", "password", People.PASSWORD));
    assertThat(Browser.target(right)).isEqualTo("/sign-in?locked");
    var basic = basic("locked.form", People.PASSWORD);
    assertThat(basic.statusCode()).isEqualTo(401);
    assertThat(basic.body()).contains("15 分钟");
  }

  @Test
  void anUnknownNameIsLockedLikeAKnownOneAndALongOneIsCutShort() throws Exception {
    String longName = "x".repeat(5000);
    for (int i = 0; i < Lockout.ALLOWED; i++) {
      assertThat(basic(longName, "wrong").body()).doesNotContain("15 分钟");
    }
    assertThat(basic(longName, "wrong").body()).contains("15 分钟");
    assertThat(
            jdbc.sql("SELECT max(length(username)) FROM sign_in_failure")
                .query(Integer.class)
                .single())
        .isLessThanOrEqualTo(64);
  }

  @Test
  void oldFailuresAreForgotten() {
    jdbc.sql("INSERT INTO sign_in_failure VALUES ('long-ago', 3, now() - interval '2 days', NULL)")
        .update();
    jdbc.sql("INSERT INTO sign_in_failure VALUES ('just-now', 3, now(), NULL)").update();
    lockout.forget();
    assertThat(
            jdbc.sql(
                    "SELECT username FROM sign_in_failure WHERE username LIKE '%-ago' OR username"
                        + " LIKE '%-now'")
                .query(String.class)
                .list())
        .containsExactly("just-now");
  }

  @Test
  void anotherPasswordEndsEverySessionOfTheAccountAndNoOther() {
    Account leader = people.account(people.zone(), "two.sessions", Role.LEADER);
    Browser one = Browser.signedIn(port, "two.sessions", People.PASSWORD);
    Browser two = Browser.signedIn(port, "two.sessions", People.PASSWORD);
    Browser admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    assertThat(Browser.target(one.get("/"))).endsWith("/wall");
    own.changePassword(leader, People.PASSWORD, "another-long-one");
    assertThat(Browser.target(one.get("/"))).isEqualTo("/sign-in?ended");
    assertThat(Browser.target(two.get("/"))).isEqualTo("/sign-in?ended");
    assertThat(admin.get("/").statusCode()).isEqualTo(200);
    assertThat(new Browser(port).get("/sign-in?ended").body()).contains("登录已结束");
  }

  @Test
  void aGivenPasswordIsChangedBeforeAnythingElse() throws Exception {
    long zone = people.zone();
    var opened = people.opened(zone, "new.leader", Role.LEADER);
    Browser browser = Browser.signedIn(port, "new.leader", opened.password());
    assertThat(Browser.target(browser.get("/z/" + People.code() + "/wall"))).isEqualTo("/account");
    var refused = basic("new.leader", opened.password());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("修改密码");
    own.changePassword(opened.account(), opened.password(), "my-own-password");
    assertThat(basic("new.leader", "my-own-password").statusCode()).isEqualTo(200);
  }

  @Test
  void anOwnerSeesSuccessesAndFailuresOfTheirAccount() throws Exception {
    Account leader = people.account(people.zone(), "watched", Role.LEADER);
    basic("watched", "wrong");
    basic("watched", People.PASSWORD);
    basic("watched", People.PASSWORD); // remembered: nothing new
    assertThat(own.listSignIns(leader))
        .extracting(SignInSeen::success)
        .containsExactly(true, false);
  }

  @Test
  void aTokenActsUntilItIsRevoked() throws Exception {
    Account leader = people.account(people.zone(), "with.token", Role.LEADER);
    String secret = own.createToken(leader, "脚本", Instant.now().plus(Duration.ofDays(1)));
    assertThat(bearer(secret)).isEqualTo(200);
    assertThat(bearer(secret + "x")).isEqualTo(401);
    own.revokeToken(leader, own.listTokens(leader).getFirst().id());
    assertThat(bearer(secret)).isEqualTo(401);
  }

  @Test
  void onlyHealthAnswersAmongTheActuatorsAndItTellsNoDetails() throws Exception {
    var health = send(HttpRequest.newBuilder(uri("/actuator/health")), null);
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UP").doesNotContain("database", "diskSpace", "components");
    Browser admin = Browser.signedIn(port, "admin", TestDatabase.PASSWORD);
    for (String closed : new String[] {"", "/env", "/beans", "/heapdump", "/loggers", "/metrics"}) {
      assertThat(admin.get("/actuator" + closed).statusCode()).as(closed).isEqualTo(403);
    }
  }

  private int bearer(String secret) throws Exception {
    return send(
            HttpRequest.newBuilder(uri("/api/v1/status"))
                .header("Authorization", "Bearer " + secret),
            null)
        .statusCode();
  }

  private HttpResponse<String> basic(String username, String password) throws Exception {
    String login =
        Base64.getEncoder()
            .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(uri("/api/v1/status")).header("Authorization", "Basic " + login),
        null);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String cookie)
      throws Exception {
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String setCookie(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("mujian="))
        .findFirst()
        .orElseThrow();
  }

  private static String cookie(HttpResponse<?> response) {
    return setCookie(response).replaceFirst(";.*", "");
  }
}

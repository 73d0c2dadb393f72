package org.mujian.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.identity.Account;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The API of facts, and with it keys against doing a thing twice. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactApiTest {

  private static final String PASSWORD = "a-long-password";

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Changes changes;
  @Autowired Accounts accounts;
  @Autowired Measures measures;
  @Autowired Facts facts;
  @LocalServerPort int port;

  private FactFixture f;
  private String officer;
  private String leader;

  @BeforeAll
  void people() {
    f = new FactFixture(jdbc, transaction, changes, measures);
    Account made =
        Scope.ofProgram(f.zone)
            .call(
                () ->
                    accounts.create(
                        f.zone,
                        "api." + f.code,
                        "经办人",
                        PASSWORD,
                        List.of(Role.OFFICER_LAND),
                        null));
    officer = made.username();
    leader =
        Scope.ofProgram(f.zone)
            .call(
                () ->
                    accounts.create(
                        f.zone, "lead." + f.code, "领导", PASSWORD, List.of(Role.LEADER), null))
            .username();
  }

  private static final String DRAFT =
      """
      {"subject": "zone", "measure": "tax", "basis": "zone", "period": "%s", "value": "1,234.5",
       "unit": "万元", "source": "月报", "bureau": "land"}
      """;

  @Test
  void aDraftIsPutInAndReadBackInTheKeptUnit() {
    var made = post(DRAFT.formatted("2026-01"), null);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body()).contains("\"value\":12345000", "\"unit\":\"元\"", "\"state\":\"draft\"");
    var read = get(made.headers().firstValue("Location").orElseThrow());
    assertThat(read.body()).contains("\"value\":12345000", "\"period\":\"2026-01\"");
    assertThat(get("/api/v1/facts?measure=tax&period=2026-01").body()).contains("\"total\":0");
  }

  @Test
  void theSameKeyMakesOneDraft() {
    var first = post(DRAFT.formatted("2026-02"), "key-1");
    var again = post(DRAFT.formatted("2026-02"), "key-1");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("Location"))
        .isPresent()
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(drafts("2026-02")).isEqualTo(1);
  }

  @Test
  void theSameKeyTwiceAtOnceMakesOneDraft() {
    var calls =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> post(DRAFT.formatted("2026-03"), "key-2"),
                        Thread::startVirtualThread))
            .toList();
    assertThat(
            calls.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.headers().firstValue("Location").orElseThrow())
                .distinct())
        .hasSize(1);
    assertThat(drafts("2026-03")).isEqualTo(1);
  }

  @Test
  void aKeyUsedForAnotherRequestIsRefused() {
    post(DRAFT.formatted("2026-04"), "key-3");
    var other = post(DRAFT.formatted("2026-05"), "key-3");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("key-3", "换一个");
    assertThat(drafts("2026-05")).isZero();
  }

  @Test
  void whatFailedMayBeTriedAgainUnderTheSameKey() {
    var wrong = post(DRAFT.formatted("2026-06").replace("tax", "no-such"), "key-4");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(post(DRAFT.formatted("2026-06"), "key-4").statusCode()).isEqualTo(201);
  }

  @Test
  void aDraftIsHandedInAndApprovedByAnotherEachOnceForOneKey() {
    String fact =
        post(DRAFT.formatted("2026-07"), null).headers().firstValue("Location").orElseThrow();
    var early = step(leader, fact, "approve", "", "a-0");
    assertThat(early.statusCode()).as(early.body()).isIn(404, 409);
    assertThat(step(officer, fact, "submit", "", "s-1").body()).contains("\"state\":\"submitted\"");
    assertThat(step(officer, fact, "submit", "", "s-1").statusCode()).isEqualTo(200);
    assertThat(step(officer, fact, "submit", "", "s-2").statusCode()).isEqualTo(409);
    assertThat(step(officer, fact, "approve", "", "a-1").statusCode()).isEqualTo(403);
    assertThat(step(leader, fact, "approve", "", "a-2").body()).contains("\"state\":\"approved\"");
    assertThat(step(leader, fact, "approve", "", "a-2").statusCode()).isEqualTo(200);
    assertThat(step(leader, fact, "approve", "", "a-3").statusCode()).isEqualTo(409);
    assertThat(get("/api/v1/facts?measure=tax&period=2026-07").body()).contains("\"total\":1");
  }

  @Test
  void aFigureIsGivenBackWithItsReason() {
    String fact =
        post(DRAFT.formatted("2026-08"), null).headers().firstValue("Location").orElseThrow();
    step(officer, fact, "submit", "", "s-3");
    assertThat(step(leader, fact, "return", "{\"reason\":\" \"}", "r-0").body())
        .contains("写明退回的原因");
    assertThat(step(leader, fact, "return", "{\"reason\":\"口径不对\"}", "r-1").body())
        .contains("\"state\":\"returned\"");
    assertThat(step(officer, fact, "submit", "", "s-4").body()).contains("\"state\":\"submitted\"");
  }

  private HttpResponse<String> step(String who, String fact, String verb, String body, String key) {
    return send(
        as(who, fact + "/" + verb)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void everyWrongFieldIsNamedWithItsReason() {
    var wrong =
        post(
            """
            {"measure": "tax", "basis": "guess", "period": "March", "value": "1e999999", "bureau": "services"}
            """,
            null);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(wrong.body())
        .contains("\"basis\"", "\"period\"", "\"value\"", "\"source\"", "\"bureau\"", "March");
  }

  @Test
  void aWrongFilterIsRefusedWithTheWayToWriteIt() {
    assertThat(get("/api/v1/facts?asof=yesterday").body()).contains("2026-03-31", "yesterday");
    assertThat(get("/api/v1/facts?subject=x").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/facts?page=-5&size=100000").body())
        .contains("\"page\":0", "\"size\":200");
  }

  @Test
  void anotherZonesFactLooksAbsent() {
    FactFixture other = new FactFixture(jdbc, transaction, changes, measures);
    long id =
        other
            .scope(other.lander)
            .call(() -> facts.record(other.lander, other.zone, other.draft("tax", "2026-01", "1")));
    assertThat(get("/api/v1/facts/" + id).statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/facts/999999999").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/facts?zone=" + other.code).statusCode()).isEqualTo(404);
  }

  private int drafts(String period) {
    return f.scope(f.lander)
        .call(
            () ->
                (int)
                    facts.listUnderWay(f.lander, f.zone, State.DRAFT, 100).stream()
                        .filter(fact -> fact.period().toString().equals(period))
                        .count());
  }

  private HttpResponse<String> get(String path) {
    return send(request(path));
  }

  private HttpResponse<String> post(String body, String key) {
    var request =
        request("/api/v1/facts")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(key == null ? request : request.header("Idempotency-Key", key));
  }

  private HttpRequest.Builder request(String path) {
    return as(officer, path);
  }

  private HttpRequest.Builder as(String who, String path) {
    String login =
        Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Basic " + login);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.identity.Accounts;
import org.mujian.identity.Role;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of chains and leads, and the words in which it refuses. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromotionApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  void aZoneAndItsOfficer() {
    long zone = TestZone.make(jdbc, transaction, changes, "api-zone");
    Scope.ofProgram(0, zone)
        .run(
            () ->
                accounts.create(
                    zone, "sun", "招商局 孙", "officer-pass-1", List.of(Role.OFFICER_PROMOTION), null));
  }

  private record Answer(int status, JsonNode body) {
    String detail() {
      return body.path("detail").asString();
    }
  }

  private Answer get(String path) {
    return send(request(path, "sun:officer-pass-1").GET());
  }

  private Answer post(String path, Map<String, ?> body, String... headers) {
    HttpRequest.Builder request =
        request(path, "sun:officer-pass-1")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String path, String who) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void chainsAndTheirLinksAreData() {
    assertThat(get("/chains").body().toString()).contains("petrochemicals");
    assertThat(get("/chains/petrochemicals").body().path("links").size()).isGreaterThan(40);
    Answer unknown = get("/chains/none");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.detail()).contains("none");
  }

  @Test
  void beforeTheFirstTaggingNoVerdictIsGiven() {
    JsonNode gaps = get("/chains/petrochemicals/gaps").body();
    assertThat(gaps.path("coverage").isNull()).isTrue();
    assertThat(gaps.path("links").size()).isZero();
  }

  @Test
  void theProvincesAccountNamesTheZoneItMeans() {
    String admin = "admin:" + TestDatabase.PASSWORD;
    Answer without = send(request("/chains/petrochemicals/gaps", admin).GET());
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.detail()).contains("?zone=");
    assertThat(send(request("/chains/petrochemicals/gaps?zone=api-zone", admin).GET()).status())
        .isEqualTo(200);
  }

  @Test
  void aLeadIsOpenedWorkedAndItsSecondClaimRefusedWithTheHolder() {
    Answer made = post("/leads", Map.of("name", "接口化工有限公司", "source", "展会"));
    assertThat(made.status()).isEqualTo(201);
    long id = made.body().path("lead").path("id").asLong();
    assertThat(made.body().path("due").path("act").asString()).isEqualTo("respond");

    Answer second = post("/leads", Map.of("name", "接口化工有限责任公司", "source", "名片"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.detail()).contains("由招商局 孙持有");
    assertThat(second.body().path("holder").asLong()).isEqualTo(id);

    assertThat(
            post("/leads/" + id + "/stage", Map.of("stage", "judging", "evidence", "例会")).detail())
        .contains("还没有响应记录");
    post("/leads/" + id + "/acts", Map.of("act", "respond", "words", "电话"));
    Answer judged =
        post(
            "/leads/" + id + "/stage",
            Map.of("stage", "judging", "evidence", "例会"),
            "If-Match",
            "\"0\"");
    assertThat(judged.status()).isEqualTo(200);
    assertThat(judged.body().path("events").size()).isEqualTo(3);
    assertThat(
            post(
                    "/leads/" + id + "/stage",
                    Map.of("stage", "dropped", "evidence", "x"),
                    "If-Match",
                    "\"0\"")
                .detail())
        .contains("您看到的是第 0 版");
    assertThat(get("/leads?stage=judging").body().toString()).contains("接口化工有限公司");
  }

  @Test
  void aRepeatedKeyOpensOneLead() {
    Map<String, String> lead = Map.of("name", "重发一次化工厂", "source", "展会");
    long first =
        post("/leads", lead, "Idempotency-Key", "k-1").body().path("lead").path("id").asLong();
    long again =
        post("/leads", lead, "Idempotency-Key", "k-1").body().path("lead").path("id").asLong();
    assertThat(again).isEqualTo(first).isPositive();
  }

  @Test
  void aRepeatedKeyRecordsOneActAndEntersAStageOnce() {
    long id =
        post("/leads", Map.of("name", "重发两步化工厂", "source", "展会"))
            .body()
            .path("lead")
            .path("id")
            .asLong();
    Map<String, String> call = Map.of("act", "respond", "words", "电话");
    post("/leads/" + id + "/acts", call, "Idempotency-Key", "act-1");
    Answer again = post("/leads/" + id + "/acts", call, "Idempotency-Key", "act-1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("events").size()).as("opened and one call").isEqualTo(2);
    // The same words with another key are another call.
    assertThat(
            post("/leads/" + id + "/acts", call, "Idempotency-Key", "act-2").body().path("events"))
        .hasSize(3);

    Map<String, String> judging = Map.of("stage", "judging", "evidence", "例会");
    String stage = "/leads/" + id + "/stage";
    String[] headers = {"Idempotency-Key", "stage-1", "If-Match", "\"0\""};
    assertThat(post(stage, judging, headers).status()).isEqualTo(200);
    Answer entered = post(stage, judging, headers);
    assertThat(entered.status()).as("sent again").isEqualTo(200);
    assertThat(entered.body().path("events")).hasSize(4);
    assertThat(post(stage, judging).detail()).as("without a key").contains("不能直接进入");
    assertThat(
            post(stage, Map.of("stage", "dropped", "evidence", "例会"), "Idempotency-Key", "stage-1")
                .status())
        .as("the key with another request")
        .isEqualTo(422);
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() {
    assertThat(post("/leads", Map.of("name", "无来源化工厂")).detail()).contains("source");
    assertThat(post("/leads", Map.of("name", "x", "source", "y", "creditCode", "123")).detail())
        .contains("应有 18 位");
    assertThat(get("/leads?stage=nowhere").detail()).contains("nowhere");
    assertThat(get("/leads/999999").status()).isEqualTo(404);
    assertThat(post("/leads/999999/acts", Map.of("act", "respond", "words", "x")).status())
        .isEqualTo(404);
    assertThat(get("/leads?zone=elsewhere").status()).isEqualTo(404);
  }

  @Test
  void onlyTheProvincesAdministratorTags() {
    assertThat(post("/chains/tagging", Map.of()).status()).isEqualTo(403);
  }
}

package org.mujian.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorAccounts;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two bureaus at the API: parcels and factors are promised once, and the second learns to whom. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandApiTest {

  private static final LocalDate TODAY = LandFixture.TODAY;

  @Autowired ApplicationContext program;
  @Autowired LandFixture land;
  @Autowired Works works;
  @Autowired FactorAccounts accounts;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();
  private long zone;

  @BeforeAll
  void people() {
    People people = new People(program);
    zone = people.zone();
    people.account(zone, "api.land", Role.OFFICER_LAND);
    people.account(zone, "api.projects", Role.OFFICER_PROJECTS);
    people.account(zone, "api.clerk", Role.CLERK);
    people.account(people.zone(), "api.elsewhere", Role.OFFICER_LAND);
  }

  @Test
  void aParcelIsReservedOnceAndTheSecondLearnsByWhom() {
    Parcel parcel = land.parcel(zone, "P-01");
    String path = "/api/v1/parcels/" + parcel.id() + "/reservations";
    var made = post("api.projects", path, wanted("project:1", "改性沥青二期"), "key-1");
    assertThat(made.statusCode()).isEqualTo(201);
    var again = post("api.projects", path, wanted("project:1", "改性沥青二期"), "key-1");
    assertThat(json(again).path("id").asLong()).isEqualTo(json(made).path("id").asLong());
    var second = post("api.land", path, wanted("project:2", "管材"), null);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(json(second).path("detail").asString())
        .contains("地块 P-01 已由「改性沥青二期」意向预留（" + TODAY + " 至 " + TODAY.plusDays(90) + "）");
    assertThat(json(get("api.clerk", path))).hasSize(1);
    var freed =
        send(
            "api.land",
            HttpRequest.newBuilder(uri(path + "/" + json(made).path("id").asLong())).DELETE());
    assertThat(freed.statusCode()).isEqualTo(204);
    assertThat(post("api.land", path, wanted("project:2", "管材"), null).statusCode()).isEqualTo(201);
  }

  @Test
  void aParcelSaysItsStatusDayAndReason() {
    Parcel parcel = land.parcel(zone, "P-02");
    land.ready(zone, parcel, TODAY.minusDays(9), ConnectionKind.POWER);
    Work work = land.work(zone, "W-9", TODAY.plusDays(30));
    land.waitsFor(zone, parcel, work);
    JsonNode whole = json(get("api.clerk", "/api/v1/parcels/" + parcel.id()));
    assertThat(whole.path("parcel").path("status").asString()).isEqualTo("waiting");
    assertThat(whole.path("parcel").path("supplyableOn").asString())
        .isEqualTo(TODAY.plusDays(30).toString());
    assertThat(whole.path("parcel").path("reason").asString()).contains("等待供电（变电所W-9）");
    JsonNode moved =
        json(
            get(
                "api.clerk",
                "/api/v1/works/" + work.id() + "/consequences?finish=" + TODAY.plusDays(120)));
    assertThat(moved.path(0).path("number").asString()).isEqualTo("P-02");
    JsonNode listed = json(get("api.clerk", "/api/v1/parcels?q=P-02&at=" + TODAY.plusDays(30)));
    assertThat(listed.path("total").asLong()).isEqualTo(1);
    assertThat(json(get("api.clerk", "/api/v1/parcels?q=P-02&at=" + TODAY)).path("total").asLong())
        .isZero();
  }

  @Test
  void twoBureausTakeOneQuotaAndTheSecondLearnsWhoHoldsIt() {
    FactorAccount quota =
        land.in(
            zone,
            () ->
                accounts.create(
                    zone,
                    new FactorAccounts.New(
                        "quota-new",
                        "新增建设用地计划",
                        FactorAccount.Kind.BUDGET,
                        "quota-new",
                        "亩",
                        null,
                        "",
                        false)));
    String supply = "/api/v1/factors/accounts/" + quota.id() + "/supplies";
    assertThat(
            post(
                    "api.land",
                    supply,
                    "{\"period\":\"2026\",\"amount\":50,\"why\":\"批复〔2026〕3 号\"}",
                    null)
                .statusCode())
        .isEqualTo(200);
    String path = "/api/v1/factors/reservations";
    assertThat(
            post("api.projects", path, quota(quota, "project:1", "改性沥青二期", "42"), "q-1")
                .statusCode())
        .isEqualTo(201);
    assertThat(
            post("api.projects", path, quota(quota, "project:1", "改性沥青二期", "42"), "q-1")
                .statusCode())
        .isEqualTo(201);
    var second = post("api.land", path, quota(quota, "project:2", "管材", "10"), null);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(json(second).path("detail").asString())
        .isEqualTo("新增建设用地计划 2026 余额 8 亩 低于需求 10 亩；「改性沥青二期」占用 42 至 2026-12-31");
    JsonNode balances = json(get("api.clerk", "/api/v1/factors/accounts")).path(0).path("balances");
    assertThat(balances.path(0).path("used").decimalValue()).isEqualByComparingTo("42");
    assertThat(json(get("api.clerk", path + "?holder=project:1"))).hasSize(1);
  }

  @Test
  void aClerkReadsAndDoesNotPromise() {
    Parcel parcel = land.parcel(zone, "P-03");
    String path = "/api/v1/parcels/" + parcel.id() + "/reservations";
    assertThat(post("api.clerk", path, wanted("project:1", "甲"), null).statusCode()).isEqualTo(403);
    assertThat(get("api.clerk", path).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherZonesParcelIsNotFound() {
    Parcel parcel = land.parcel(zone, "P-04");
    assertThat(get("api.elsewhere", "/api/v1/parcels/" + parcel.id()).statusCode()).isEqualTo(404);
    assertThat(
            post(
                    "api.elsewhere",
                    "/api/v1/parcels/" + parcel.id() + "/reservations",
                    wanted("project:1", "外"),
                    null)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsMissingInARequestIsNamed() {
    Parcel parcel = land.parcel(zone, "P-05");
    var answer =
        post(
            "api.land",
            "/api/v1/parcels/" + parcel.id() + "/reservations",
            "{\"holder\":\"project:1\"}",
            null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("detail").asString()).contains("holderName");
    assertThat(get("api.land", "/api/v1/parcels?status=nonsense").statusCode()).isEqualTo(400);
    assertThat(
            post("api.land", "/api/v1/parcels/" + parcel.id() + "/split", "{\"line\":[[1]]}", null)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aWorkIsMadeOnceReadAndChangedByWhoHasSeenIt() {
    String path = "/api/v1/works";
    String body =
        "{\"number\":\"W-API\",\"name\":\"起步区给水\",\"budgetYuan\":5000000,\"estimateYuan\":4800000,\"plannedFinish\":\"%s\"}"
            .formatted(TODAY.plusDays(100));
    var made = post("api.land", path, body, "work-1");
    assertThat(made.statusCode()).isEqualTo(201);
    long id = json(made).path("id").asLong();
    assertThat(json(post("api.land", path, body, "work-1")).path("id").asLong()).isEqualTo(id);
    assertThat(post("api.land", path, body.replace("给水", "污水"), "work-1").statusCode())
        .as("the key is another request's")
        .isEqualTo(422);
    assertThat(post("api.land", path, body, null).statusCode()).as("taken").isEqualTo(409);
    var read = get("api.clerk", path + "/" + id);
    assertThat(read.headers().firstValue("ETag")).hasValue("\"0\"");
    assertThat(put("api.land", path + "/" + id, body, null).statusCode()).isEqualTo(428);
    var changed = put("api.land", path + "/" + id, body.replace("起步区给水", "起步区给水管网"), "\"0\"");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).path("name").asString()).isEqualTo("起步区给水管网");
    assertThat(put("api.land", path + "/" + id, body, "\"0\"").statusCode()).isEqualTo(412);
    assertThat(put("api.clerk", path + "/" + id, body, "\"1\"").statusCode()).isEqualTo(403);
    assertThat(get("api.elsewhere", path + "/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void aWorkThatCannotBeSoIsRefusedWithTheReason() {
    String path = "/api/v1/works";
    var nameless = post("api.land", path, "{\"number\":\"W-X\"}", null);
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(json(nameless).path("detail").asString()).contains("plannedFinish");
    String body =
        "{\"number\":\"%s\",\"name\":\"路\",\"budgetYuan\":%s,\"estimateYuan\":%s,\"plannedStart\":\"%s\",\"plannedFinish\":\"%s\"}";
    assertThat(
            json(post("api.land", path, body.formatted("W X", "1", "1", TODAY, TODAY), null))
                .path("detail")
                .asString())
        .contains("工程编号「W X」不对");
    assertThat(
            json(post("api.land", path, body.formatted("W-X", "-1", "1", TODAY, TODAY), null))
                .path("detail")
                .asString())
        .contains("不能小于 0");
    assertThat(
            json(post(
                    "api.land",
                    path,
                    body.formatted("W-X", "1", "1", TODAY, TODAY.minusDays(1)),
                    null))
                .path("detail")
                .asString())
        .contains("早于计划开工");
    Work paid = land.work(zone, "W-PAID", TODAY.plusDays(9));
    land.run(
        zone,
        () ->
            works.pay(
                zone,
                paid.id(),
                org.mujian.units.Money.ofWan(java.math.BigDecimal.valueOf(300)),
                TODAY,
                "凭-1"));
    var less =
        put(
            "api.land",
            path + "/" + paid.id(),
            body.formatted("W-PAID", "5000000", "2000000", TODAY, TODAY),
            "\"1\"");
    assertThat(less.statusCode()).isEqualTo(409);
    assertThat(json(less).path("detail").asString()).contains("已付 300 万元，概算不能少于它");
  }

  private HttpResponse<String> put(
      String who, String path, String body, @org.jspecify.annotations.Nullable String seen) {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    if (seen != null) {
      request.header("If-Match", seen);
    }
    return send(who, request);
  }

  private static String wanted(String holder, String name) {
    return "{\"holder\":\"%s\",\"holderName\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
        .formatted(holder, name, TODAY, TODAY.plusDays(90));
  }

  private static String quota(FactorAccount account, String holder, String name, String amount) {
    return "{\"accountId\":%d,\"holder\":\"%s\",\"holderName\":\"%s\",\"amount\":%s,\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}"
        .formatted(account.id(), holder, name, amount);
  }

  private HttpResponse<String> get(String who, String path) {
    return send(who, HttpRequest.newBuilder(uri(path)));
  }

  private HttpResponse<String> post(
      String who, String path, String body, @org.jspecify.annotations.Nullable String key) {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(who, request);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> send(String who, HttpRequest.Builder request) {
    String both = who + ":" + People.PASSWORD;
    request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}

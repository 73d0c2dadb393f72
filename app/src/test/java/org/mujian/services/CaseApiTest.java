package org.mujian.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.enterprises.Enterprise;
import org.mujian.identity.People;
import org.mujian.identity.Role;
import org.mujian.services.cases.Cases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Matters, cases and clocks over HTTP, and the words in which they refuse. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort int port;
  @Autowired ApplicationContext program;
  @Autowired Cases cases;

  private final HttpClient client = HttpClient.newHttpClient();
  private ServiceZone place;

  @BeforeAll
  void aZoneAndItsOfficers() {
    place = ServiceZone.make(program);
    People people = new People(program);
    people.account(place.zone(), "api-window", Role.OFFICER_SERVICES);
    people.account(place.zone(), "api-builder", Role.OFFICER_LAND);
  }

  private record Answer(int status, JsonNode body) {
    String detail() {
      return body.path("detail").asString();
    }
  }

  private Answer get(String path) {
    return send(request(path, "api-window").GET());
  }

  private Answer post(String who, String path, Map<String, ?> body, String... headers) {
    HttpRequest.Builder request =
        request(path, who)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String path, String who) {
    String both = who + ":" + People.PASSWORD;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void mattersTellTheirTimesInTheirUnits() {
    JsonNode matters = get("/matters").body();
    assertThat(matters.size()).isEqualTo(5);
    assertThat(matters.toString())
        .contains("\"count\":60,\"unit\":\"day\"", "\"count\":3,\"unit\":\"working-day\"");
  }

  @Test
  void aCaseIsOpenedOnceItsClockMovedAndFinished() {
    Enterprise firm = place.enterprise("接口厂");
    LocalDate accepted = cases.today().minusDays(10);
    Map<String, Object> asked =
        Map.of("matter", "eia-book", "enterpriseId", firm.id(), "acceptedOn", accepted.toString());
    Answer made = post("api-window", "/cases", asked, "Idempotency-Key", "k-1");
    assertThat(made.status()).isEqualTo(201);
    String number = made.body().path("file").path("number").asString();
    assertThat(
            post("api-window", "/cases", asked, "Idempotency-Key", "k-1")
                .body()
                .path("file")
                .path("number")
                .asString())
        .as("sent again")
        .isEqualTo(number);
    Answer twice = post("api-window", "/cases", asked);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.body().path("holder").asString()).isEqualTo(number);
    String events = "/cases/" + number + "/events";
    Answer early =
        post(
            "api-window",
            events,
            Map.of("kind", "pause", "on", accepted.minusDays(1).toString(), "words", "补正"));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.detail()).contains("早于上一事件受理");
    assertThat(post("api-window", events, Map.of("kind", "sleep")).detail()).contains("sleep");
    post(
        "api-window",
        events,
        Map.of("kind", "pause", "on", accepted.plusDays(3).toString(), "words", "评审"));
    JsonNode paused = get("/cases/" + number + "/clock").body().path("statutory");
    assertThat(paused.path("state").asString()).isEqualTo("paused");
    assertThat(paused.path("deadline").isNull()).isTrue();
    assertThat(paused.path("elapsed").path("count").asInt()).isEqualTo(3);
    post("api-window", events, Map.of("kind", "resume", "on", accepted.plusDays(5).toString()));
    assertThat(
            get("/cases/" + number + "/clock").body().path("statutory").path("deadline").asString())
        .isEqualTo(accepted.plusDays(62).toString());
    assertThat(post("api-window", events, Map.of("kind", "finish")).detail()).contains("缺少 result");
    Answer stale =
        post(
            "api-window",
            events,
            Map.of("kind", "finish", "result", "granted"),
            "If-Match",
            "\"0\"");
    assertThat(stale.detail()).contains("您看到的是第 0 版");
    assertThat(
            post("api-window", events, Map.of("kind", "finish", "result", "granted"))
                .body()
                .path("file")
                .path("result")
                .asString())
        .isEqualTo("granted");
    assertThat(get("/cases").body().toString()).doesNotContain(number);
    assertThat(get("/cases?closed=true").body().toString()).contains(number);
  }

  @Test
  void aRepeatedKeyMovesTheClockOnceAndFinishesOnce() {
    Enterprise firm = place.enterprise("重发厂");
    LocalDate accepted = cases.today().minusDays(10);
    Answer made =
        post(
            "api-window",
            "/cases",
            Map.of(
                "matter",
                "eia-form",
                "enterpriseId",
                firm.id(),
                "acceptedOn",
                accepted.toString()));
    String events = "/cases/" + made.body().path("file").path("number").asString() + "/events";
    Map<String, String> pause =
        Map.of("kind", "pause", "on", accepted.plusDays(3).toString(), "words", "评审");
    String[] key = {"Idempotency-Key", "pause-1", "If-Match", "\"0\""};
    assertThat(post("api-window", events, pause, key).status()).isEqualTo(200);
    Answer again = post("api-window", events, pause, key);
    assertThat(again.status()).as("sent again, with the version of then").isEqualTo(200);
    assertThat(again.body().path("events")).as("accepted and one pause").hasSize(2);
    assertThat(post("api-window", events, pause).detail()).as("without a key").contains("已经停表");
    assertThat(
            post("api-window", events, Map.of("kind", "resume"), "Idempotency-Key", "pause-1")
                .status())
        .as("the key with another request")
        .isEqualTo(422);

    Map<String, String> finish = Map.of("kind", "finish", "result", "granted", "words", "1 号");
    post("api-window", events, finish, "Idempotency-Key", "finish-1");
    Answer finished = post("api-window", events, finish, "Idempotency-Key", "finish-1");
    assertThat(finished.status()).isEqualTo(200);
    assertThat(finished.body().path("file").path("result").asString()).isEqualTo("granted");
    assertThat(finished.body().path("events")).hasSize(3);
  }

  @Test
  void whoMayNotIsRefusedAndWhatIsNotThereIsNotFound() {
    Enterprise firm = place.enterprise("无权厂");
    assertThat(
            post("api-builder", "/cases", Map.of("matter", "eia-book", "enterpriseId", firm.id()))
                .status())
        .isEqualTo(403);
    assertThat(get("/cases/2026-9999").status()).isEqualTo(404);
    assertThat(get("/cases?zone=nowhere").status()).isEqualTo(404);
    assertThat(post("api-window", "/cases", Map.of("enterpriseId", firm.id())).detail())
        .contains("缺少 matter");
    assertThat(
            post("api-window", "/cases", Map.of("matter", "magic", "enterpriseId", firm.id()))
                .detail())
        .contains("magic");
  }
}

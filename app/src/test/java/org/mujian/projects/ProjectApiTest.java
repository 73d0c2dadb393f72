package org.mujian.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Changes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Projects for programs. */
@MujianTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectApiTest {

  @LocalServerPort int port;
  @Autowired Changes changes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalDate today = ProjectZones.today();

  @BeforeAll
  void zones() {
    ProjectZones.make(jdbc, transaction, changes);
  }

  @Test
  void aProjectIsMadeFoundAndBroughtIntoAStageWithItsEvidence() throws Exception {
    var made =
        send(
            "POST",
            "",
            "{\"name\":\"接口项目\",\"investmentYuan\":320000000,\"needs\":[{\"factor\":\"land\",\"amount\":42.6}]}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).contains("\"stage\":\"reserve\"", "\"next\":\"signed\"", "缺投资协议");
    String id = made.body().replaceFirst("^\\{\"id\":(\\d+),.*", "$1");

    var refused =
        send("POST", "/" + id + "/stages", "{\"stage\":\"signed\",\"on\":\"%s\"}".formatted(today));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    assertThat(refused.body()).contains("不能进入「签约」", "缺投资协议");

    // All or nothing: the paper of a refused entry is not kept.
    var half =
        send(
            "POST",
            "/" + id + "/stages",
            "{\"stage\":\"landed\",\"on\":\"%s\",\"evidence\":[{\"kind\":\"contract\",\"number\":\"1\",\"dated\":\"%s\"}]}"
                .formatted(today, today));
    assertThat(half.statusCode()).isEqualTo(409);
    assertThat(send("GET", "/" + id, "").body()).contains("缺投资协议");

    var entered =
        send(
            "POST",
            "/" + id + "/stages",
            "{\"stage\":\"signed\",\"on\":\"%s\",\"evidence\":[{\"kind\":\"contract\",\"number\":\"协议 1 号\",\"dated\":\"%s\"}]}"
                .formatted(today, today));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
    assertThat(entered.body()).contains("\"stage\":\"signed\"");
    assertThat(send("GET", "", "").body()).contains("接口项目");
    assertThat(send("GET", "/year", "").body()).contains("\"stage\":\"reserve\"");
  }

  @Test
  void whatIsMissingOrForeignIsToldAsAProblem() throws Exception {
    assertThat(send("POST", "", "{\"name\":\"没有投资\"}").body()).contains("缺总投资");
    assertThat(send("POST", "", "{\"name\":\"代码\",\"code\":\"1\",\"investmentYuan\":1}").body())
        .contains("不合格式");
    assertThat(send("GET", "/999999", "").statusCode()).isEqualTo(404);
  }

  @Test
  void sentTwiceWithTheSameKeyItIsMadeOnce() throws Exception {
    String body = "{\"name\":\"重发项目\",\"investmentYuan\":1}";
    String first = send("POST", "", body, "Idempotency-Key", "key-1").body();
    String again = send("POST", "", body, "Idempotency-Key", "key-1").body();
    assertThat(again).isEqualTo(first).contains("重发项目");
    assertThat(send("GET", "", "").body().split("重发项目")).hasSize(2);
  }

  @Test
  void aStageSentTwiceWithTheSameKeyIsEnteredOnceWithItsPapersOnce() throws Exception {
    String id =
        send("POST", "", "{\"name\":\"重发阶段\",\"investmentYuan\":1}")
            .body()
            .replaceFirst("^\\{\"id\":(\\d+),.*", "$1");
    String stage =
        "{\"stage\":\"signed\",\"on\":\"%s\",\"evidence\":[{\"kind\":\"contract\",\"number\":\"重发 1 号\",\"dated\":\"%s\"}]}"
            .formatted(today, today);
    String path = "/" + id + "/stages";
    assertThat(send("POST", path, stage, "Idempotency-Key", "stage-1").statusCode()).isEqualTo(200);
    var again = send("POST", path, stage, "Idempotency-Key", "stage-1");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(again.body()).contains("\"stage\":\"signed\"");
    assertThat(papers("重发 1 号")).isEqualTo(1);
    assertThat(send("POST", path, stage).statusCode()).as("without a key").isEqualTo(409);
    var other = send("POST", path, stage.replace("signed", "landed"), "Idempotency-Key", "stage-1");
    assertThat(other.statusCode()).as("the key with another request").isEqualTo(422);
  }

  private long papers(String number) {
    return ProjectZones.SCOPE.call(
        () ->
            transaction.execute(
                s ->
                    jdbc.sql("SELECT count(*) FROM project_evidence WHERE number = ?")
                        .param(number)
                        .query(Long.class)
                        .single()));
  }

  @Test
  void anothersEditIsNotLost() throws Exception {
    String id =
        send("POST", "", "{\"name\":\"两人改\",\"investmentYuan\":1}")
            .body()
            .replaceFirst("^\\{\"id\":(\\d+),.*", "$1");
    var seen = send("GET", "/" + id, "");
    String tag = seen.headers().firstValue("ETag").orElseThrow();
    String change = "{\"name\":\"两人改·甲\",\"investmentYuan\":2}";
    assertThat(send("PUT", "/" + id, change).statusCode()).isEqualTo(428);
    assertThat(send("PUT", "/" + id, change, "If-Match", tag).body()).contains("两人改·甲");
    var late = send("PUT", "/" + id, change.replace("甲", "乙"), "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("内容已被别人修改");
    assertThat(send("GET", "/" + id, "").body()).contains("两人改·甲").doesNotContain("两人改·乙");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(method, path, body, "Accept", "application/json");
  }

  private HttpResponse<String> send(
      String method, String path, String body, String header, String value) throws Exception {
    String login =
        Base64.getEncoder()
            .encodeToString(
                ("admin:" + TestDatabase.PASSWORD)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/api/v1/projects" + path + "?zone=one"));
    request.header(header, value);
    return client.send(
        request
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}

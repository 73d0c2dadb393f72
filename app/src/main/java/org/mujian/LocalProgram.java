package org.mujian;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.LocalKey;
import org.mujian.launch.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's own API as a command on the same machine uses it. */
record LocalProgram(String url, String secret) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final String BOUNDARY = "mujian-import-7d1c2f";

  /** Sends the file and waits for its job, telling how far it is. */
  int importFile(String kind, Path file, @Nullable String zone)
      throws IOException, InterruptedException {
    String query = "?kind=" + encoded(kind) + (zone == null ? "" : "&zone=" + encoded(zone));
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode job = send(client, upload(URI.create(url + "/api/v1/imports" + query), file));
      String id = job.path("id").asString();
      String path = "/api/v1/jobs/" + id + (zone == null ? "" : "?zone=" + encoded(zone));
      while (true) {
        job = send(client, request(URI.create(url + path)).GET().build());
        progress(job);
        switch (job.path("state").asString()) {
          case "done" -> {
            return done(job);
          }
          case "failed", "stopped" -> {
            String why = job.path("message").asString("");
            throw new Refusal("导入没有完成：" + why, "the import was not done: " + why);
          }
          default -> Thread.sleep(PAUSE);
        }
      }
    }
  }

  private static void progress(JsonNode job) {
    System.out.print(
        "\r  " + job.path("done").asLong(0) + " / " + job.path("total").asLong(0) + "   ");
    System.out.flush();
  }

  private static int done(JsonNode job) {
    System.out.println();
    long accepted = job.path("accepted").asLong(0);
    long rejected = job.path("rejected").asLong(0);
    Terminal.say(
        "✓ 接受 " + accepted + " 行，退回 " + rejected + " 行",
        "✓ " + accepted + " rows accepted, " + rejected + " rejected");
    JsonNode report = job.path("report");
    if (!report.isMissingNode() && !report.isNull()) {
      System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
    return 0;
  }

  private HttpRequest upload(URI address, Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("[\"\\r\\n]", "_");
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    return request(address)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(
            BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
        .build();
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofMinutes(10))
        .header("Authorization", LocalKey.SCHEME + " " + secret);
  }

  private static JsonNode send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    JsonNode body = parse(answer.body());
    if (answer.statusCode() / 100 == 2) {
      return body;
    }
    String detail = body.path("detail").asString(body.path("title").asString(answer.body()));
    throw new Refusal(
        "服务拒绝（" + answer.statusCode() + "）：" + detail,
        "refused (" + answer.statusCode() + "): " + detail);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.mujian.TestDatabase;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the running program's API as the administrator. */
public final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  public Api(Environment environment) {
    this.address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  public HttpResponse<byte[]> get(String path) {
    return send(request(path).GET().build());
  }

  public JsonNode json(String path) {
    HttpResponse<byte[]> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    return JSON.readTree(response.body());
  }

  HttpResponse<byte[]> delete(String path) {
    return send(request(path).DELETE().build());
  }

  HttpResponse<byte[]> upload(String query, String fileName, byte[] content) {
    String boundary = "----mujian-test";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request("/api/v1/imports?" + query)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  /** Uploads and waits for the job's end. */
  public JsonNode importFile(String query, String fileName, byte[] content) {
    return importFile(query, fileName, content, 30);
  }

  public JsonNode importFile(String query, String fileName, byte[] content, int seconds) {
    HttpResponse<byte[]> response = upload(query, fileName, content);
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(202);
    return await(json(response).get("id").asLong(), seconds);
  }

  JsonNode await(long job) {
    return await(job, 30);
  }

  private JsonNode await(long job, int seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (true) {
      JsonNode state = json("/api/v1/jobs/" + job);
      if (!state.get("finishedAt").isNull()) {
        return state;
      }
      assertThat(System.nanoTime()).as("job %s: %s", job, state).isLessThan(end);
      pause(30);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    String basic = "admin:" + TestDatabase.PASSWORD;
    return HttpRequest.newBuilder(URI.create(address + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

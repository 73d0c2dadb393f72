package org.mujian.browser;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, with a data folder of its own. */
final class Program implements AutoCloseable {

  static final String PASSWORD = "browser-test-1";

  private final Path data;
  private final int port;
  private Process process;

  private Program(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** Starts on an empty data folder, with the sample zone. */
  static Program start() throws IOException {
    Path target = Path.of("target").toAbsolutePath();
    Files.createDirectories(target);
    Program program = new Program(Files.createTempDirectory(target, "data-"), freePort());
    program.launch();
    return program;
  }

  /** Starts again on the same data, as an administrator would after a power cut. */
  void launch() throws IOException {
    ProcessBuilder command = command();
    Path log = data.resolveSibling(data.getFileName() + ".log");
    command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = command.start();
    Instant patience = Instant.now().plus(Duration.ofSeconds(120));
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(patience)) {
        throw new IllegalStateException("Mujian did not start:\n" + Files.readString(log));
      }
      pause();
    }
  }

  private ProcessBuilder command(String... arguments) {
    List<String> line = new ArrayList<>();
    line.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx1g",
            // Started often and stopped soon: what a long run would gain is not wanted here.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            System.getProperty("mujian.jar")));
    line.addAll(List.of(arguments));
    ProcessBuilder command = new ProcessBuilder(line);
    command.environment().put("MUJIAN_DATA", data.toString());
    command.environment().put("MUJIAN_PORT", Integer.toString(port));
    command.environment().put("MUJIAN_ADMIN_PASSWORD", PASSWORD);
    command.environment().put("MUJIAN_SAMPLE", "true");
    return command;
  }

  /** {@code kill -9}: no shutdown hook runs, the database server is left behind. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  String get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  /**
   * Imports the city's registry into the one that all zones share and tags it by every chain, once
   * for all tests.
   */
  void tagTheCity() throws IOException {
    if (!get("/api/v1/chains/petrochemicals/gaps?zone=beifang").contains("\"coverage\":null")) {
      return;
    }
    Answer imported =
        Answer.of(
            postCsv(
                "/api/v1/imports?kind=enterprises",
                "本市登记.csv",
                Registry.ofTheCityAndMakersOfCatalysts()));
    waitFor(imported.number("id"));
    waitFor(Answer.of(post("/api/v1/chains/tagging", "{}")).number("job"));
  }

  private void waitFor(long job) throws IOException {
    Instant patience = Instant.now().plus(Duration.ofSeconds(120));
    String state = "queued";
    while (!state.equals("done")) {
      if (Instant.now().isAfter(patience) || state.equals("failed")) {
        throw new IllegalStateException("job " + job + " is " + state);
      }
      pause();
      state = Answer.of(get("/api/v1/jobs/" + job)).text("state");
    }
  }

  /**
   * @param key makes it safe to send again, or null
   * @throws IOException when the program was gone before it answered
   */
  Answer send(String path, Map<String, ?> body, String key) throws IOException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    HttpResponse<String> response = answer(request.build());
    return new Answer(response.statusCode(), JsonParser.parseString(response.body()));
  }

  /** Runs a command of the program on its data, as an administrator would in a terminal. */
  String run(String command) throws IOException {
    Process running = command(command).redirectErrorStream(true).start();
    return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  String post(String path, String json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  String postCsv(String path, String name, byte[] content) throws IOException {
    String boundary = "----mujian-browser-test";
    var body = new java.io.ByteArrayOutputStream();
    body.write(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                .formatted(boundary, name))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private HttpRequest.Builder request(String path) {
    String credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes());
    return HttpRequest.newBuilder(URI.create(url(path)))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Basic " + credentials);
  }

  private static String send(HttpRequest request) throws IOException {
    return answer(request).body();
  }

  private static HttpResponse<String> answer(HttpRequest request) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Up, and with its sample zone. */
  private boolean answers() {
    try {
      String status = get("/api/v1/status");
      return status.contains("\"up\"") && !status.contains("\"zones\":0");
    } catch (IOException e) {
      return false;
    }
  }

  static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

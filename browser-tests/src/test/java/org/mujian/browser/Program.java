package org.mujian.browser;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, with a data folder of its own. */
final class Program implements AutoCloseable {

  static final String PASSWORD = "browser-test-1";

  private static final String ADMIN = "admin:" + PASSWORD;

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
            postCsv("/api/v1/imports?kind=enterprises", "本市登记.csv", Registry.ofTheCityAndItsGap()));
    waitFor(imported.number("id"));
    waitFor(Answer.of(post("/api/v1/chains/tagging", "{}")).number("job"));
  }

  /** Waits until the job is done; answers what came of it. */
  Answer waitFor(long job) throws IOException {
    Instant patience = Instant.now().plus(Duration.ofSeconds(120));
    Answer answer = Answer.of(get("/api/v1/jobs/" + job));
    while (!answer.text("state").equals("done")) {
      if (Instant.now().isAfter(patience) || answer.text("state").equals("failed")) {
        throw new IllegalStateException("job " + job + " is " + answer.text("state"));
      }
      pause();
      answer = Answer.of(get("/api/v1/jobs/" + job));
    }
    return answer;
  }

  /** Something that people or programs do, one request or a few. */
  interface Step {
    void go() throws IOException;
  }

  /**
   * Goes the step and cuts the power that many milliseconds later, from 500 on after its answer;
   * starts again and goes the step again.
   *
   * @return whether the step had been answered before the cut
   */
  boolean cutIn(Step step, int millis) throws IOException {
    CompletableFuture<Boolean> going =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                step.go();
                return true;
              } catch (IOException gone) {
                return false;
              }
            });
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (millis >= 500) {
      going.join();
    }
    kill();
    boolean answered = going.join();
    launch();
    step.go();
    return answered;
  }

  /**
   * @param key makes it safe to send again, or null
   * @throws IOException when the program was gone before it answered
   */
  Answer send(String path, Map<String, ?> body, String key) throws IOException {
    return send("POST", path, ADMIN, body, key == null ? Map.of() : Map.of("Idempotency-Key", key));
  }

  /**
   * @param who name and password, a colon between them
   */
  Answer send(
      String method, String path, String who, Map<String, ?> body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        request(path, who)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)));
    headers.forEach(request::header);
    return read(answer(request.build()));
  }

  /** What an account other than the administrator's reads. */
  Answer get(String path, String who) throws IOException {
    return read(answer(request(path, who).GET().build()));
  }

  private static Answer read(HttpResponse<String> response) {
    return new Answer(response.statusCode(), JsonParser.parseString(response.body()));
  }

  /** A person at the pages, as the administrator: programs sign in otherwise, and see no pages. */
  WeeklyPaper.Reader reader() throws IOException {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    WeeklyPaper.Reader reader =
        path -> walk(client, HttpRequest.newBuilder(URI.create(url(path))).build());
    String token =
        reader.read("/sign-in").replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String form =
        "username=admin&password=%s&_csrf=%s"
            .formatted(PASSWORD, URLEncoder.encode(token, StandardCharsets.UTF_8));
    walk(
        client,
        HttpRequest.newBuilder(URI.create(url("/sign-in")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
    return reader;
  }

  private static String walk(HttpClient client, HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  byte[] bytes(String path) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
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
    return postFile(path, name, "text/csv", content, null).body();
  }

  /**
   * @param key makes it safe to send again, or null
   */
  HttpResponse<String> postFile(String path, String name, String type, byte[] content, String key)
      throws IOException {
    String boundary = "----mujian-browser-test";
    var body = new java.io.ByteArrayOutputStream();
    body.write(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, type))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return answer(request.build());
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
    return request(path, ADMIN);
  }

  private HttpRequest.Builder request(String path, String who) {
    String credentials = Base64.getEncoder().encodeToString(who.getBytes());
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

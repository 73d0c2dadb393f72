package org.mujian.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, started as people start it, on a data folder of its own. */
final class Program implements AutoCloseable {

  private static final String PASSWORD = "bench-password-1";
  private static final String TOKEN = "mj_bench0000000000000000000000000000000000000";

  private final Path data;
  private final boolean keep;
  private final Process process;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Program(Path data, boolean keep, Process process, int port) {
    this.data = data;
    this.keep = keep;
    this.process = process;
    this.port = port;
  }

  /** Starts on {@code data} and returns when the sign-in page answers. */
  static Program start(Path jar, Path data, boolean keep) throws Exception {
    return start(jar, data, keep, false);
  }

  /**
   * @param sample whether the sample zone is loaded at the first start
   */
  static Program start(Path jar, Path data, boolean keep, boolean sample) throws Exception {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "Not packaged: " + jar + ". Use the command of bench/README.md");
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString());
    builder.environment().put("MUJIAN_PORT", String.valueOf(port));
    builder.environment().put("MUJIAN_DATA", data.toString());
    builder.environment().put("MUJIAN_ADMIN_PASSWORD", PASSWORD);
    builder.environment().remove("MUJIAN_DATABASE_URL");
    if (sample) {
      builder.environment().put("MUJIAN_SAMPLE", "true");
    }
    builder.redirectErrorStream(true).redirectOutput(data.resolve("program.log").toFile());
    Files.createDirectories(data);
    Program program = new Program(data, keep, builder.start(), port);
    program.awaitFirstPage();
    return program;
  }

  private void awaitFirstPage() throws Exception {
    HttpRequest page = HttpRequest.newBuilder(URI.create(url("/sign-in"))).build();
    while (true) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "The program ended:\n" + Files.readString(data.resolve("program.log")));
      }
      try {
        if (client.send(page, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(10);
      }
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Authorization", "Bearer " + TOKEN)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Imports a file through the API and waits for its job; returns the job's last answer. */
  String importFile(Path file) throws Exception {
    String boundary = "bench-boundary";
    byte[] head =
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"registry.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> accepted =
        client.send(
            HttpRequest.newBuilder(URI.create(url("/api/v1/imports?kind=enterprises")))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofByteArray(tail)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(accepted.body());
    if (!id.find()) {
      throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
    }
    return await(id.group(1));
  }

  /** Signs in as a person does; the client keeps the session. */
  void signIn() throws Exception {
    String form = page("/sign-in").body();
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
    if (!token.find()) {
      throw new IllegalStateException("No sign-in form:\n" + form);
    }
    String fields = "username=admin&password=" + PASSWORD + "&_csrf=" + token.group(1);
    client.send(
        HttpRequest.newBuilder(URI.create(url("/sign-in")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  /** A page as the signed-in person gets it. */
  HttpResponse<String> page(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Waits for a job and returns its last answer. */
  String await(String id) throws Exception {
    while (true) {
      String job = get("/api/v1/jobs/" + id).body();
      if (job.contains("\"state\":\"done\"")) {
        return job;
      }
      if (!job.contains("\"state\":\"queued\"") && !job.contains("\"state\":\"running\"")) {
        throw new IllegalStateException(job);
      }
      Thread.sleep(20);
    }
  }

  /** Lets the benchmark in by a token: a password would be hashed anew at each request. */
  void makeToken() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    try (Connection database = superuser();
        var sql =
            database.prepareStatement(
                "INSERT INTO access_token (zone_id, account_id, name, token_hash, expires_at)"
                    + " SELECT 0, id, 'bench', ?, now() + interval '1 day' FROM account WHERE"
                    + " username = 'admin'");
        var quiet = database.createStatement()) {
      quiet.execute("SET session_replication_role = replica"); // no audit of what is no change
      sql.setBytes(1, hash);
      while (sql.executeUpdate() == 0) {
        Thread.sleep(50); // the page answers a moment before the very first account is made
      }
    }
  }

  Connection superuser() throws Exception {
    return connect("postgres", "superuser");
  }

  /** As the program itself connects. */
  Connection app() throws Exception {
    return connect("mujian_app", "app");
  }

  private Connection connect(String user, String secret) throws Exception {
    Properties secrets = new Properties();
    try (var in = Files.newInputStream(data.resolve("secrets"))) {
      secrets.load(in);
    }
    String dbPort = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + dbPort + "/mujian", user, secrets.getProperty(secret));
  }

  /**
   * Resident memory of the program and of its database, in MB; 0 where the system does not tell.
   */
  List<Long> residentMb() throws IOException {
    // The server leaves its parent on starting: it is known by its own file, not by descent.
    long server =
        Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
    long database = proportional(server);
    for (ProcessHandle child :
        ProcessHandle.of(server).map(s -> s.descendants().toList()).orElse(List.of())) {
      database += proportional(child.pid());
    }
    return List.of(resident(process.pid()), database);
  }

  private static long resident(long pid) throws IOException {
    return kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:") / 1024;
  }

  /** Shared pages are counted once over all of the server's processes. */
  private static long proportional(long pid) throws IOException {
    return kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:") / 1024;
  }

  private static long kilobytes(Path file, String key) throws IOException {
    if (!Files.isReadable(file)) {
      return 0;
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    process.waitFor();
    if (!keep) {
      try (var files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}

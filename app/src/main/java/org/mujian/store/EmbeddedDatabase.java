package org.mujian.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL kept in a folder: started with the program, its data kept across restarts and
 * {@code kill -9}. It listens on 127.0.0.1 only, and every login needs a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  static final String DATABASE = "mujian";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final List<String> SETTINGS =
      List.of(
          // The library's defaults give up durability for speed; these keep what was committed.
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=50",
          "shared_buffers=256MB",
          "maintenance_work_mem=256MB",
          "work_mem=16MB",
          "max_wal_size=2GB",
          "timezone=UTC",
          // A file for each day of the week, in postgres/log. Statements may hold what people
          // typed:
          // they are not written down.
          "logging_collector=on",
          "log_filename=postgres-%a.log",
          "log_rotation_age=1d",
          "log_truncate_on_rotation=on",
          "log_min_error_statement=panic");

  private final EmbeddedPostgres server;
  private final Path files;
  private final Secrets secrets;

  private EmbeddedDatabase(EmbeddedPostgres server, Path files, Secrets secrets) {
    this.server = server;
    this.files = files;
    this.secrets = secrets;
  }

  /**
   * Starts the server whose files are in {@code data/postgres}, making them when there are none.
   *
   * @throws IOException when the server does not come up; the message says what it last printed
   */
  public static EmbeddedDatabase start(Path data) throws IOException {
    return start(data, data.resolve("postgres-program"));
  }

  /**
   * As {@link #start(Path)}, for tests: many data folders share one copy of the server's program.
   */
  public static EmbeddedDatabase start(Path data, Path program) throws IOException {
    Path files = files(data);
    Files.createDirectories(data);
    ServerLog.of(data).shorten();
    Secrets secrets = Secrets.in(data);
    new Orphan(files).reap();
    setAsideUnfinished(files);
    Files.createDirectories(files);
    EmbeddedPostgres server = startPatiently(data, program, secrets);
    EmbeddedDatabase database = new EmbeddedDatabase(server, files, secrets);
    try {
      if (!Files.exists(finished(files))) {
        database.prepare();
      }
      return database;
    } catch (IOException | SQLException e) {
      database.close();
      throw new IOException("The database could not be prepared in " + files, e);
    }
  }

  private static Path files(Path data) {
    return data.resolve("postgres").toAbsolutePath().normalize();
  }

  /** A first start that was cut short left files that no data ever went into. */
  private static void setAsideUnfinished(Path files) throws IOException {
    if (Files.exists(files) && !Files.exists(finished(files))) {
      try (var inside = Files.list(files)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      }
      Path aside = files.resolveSibling("postgres-unfinished");
      for (int i = 2; Files.exists(aside); i++) {
        aside = files.resolveSibling("postgres-unfinished-" + i);
      }
      Files.move(files, aside);
      log.warn("The first start was cut short; its files were moved to {}", aside);
    }
  }

  public Credentials credentials() {
    return credentials(url(DATABASE), secrets);
  }

  /** How to sign in to the server that another process started on {@code data}. */
  public static Credentials credentials(Path data, String url) throws IOException {
    return credentials(url, Secrets.in(data));
  }

  private static Credentials credentials(String url, Secrets secrets) {
    return new Credentials(url, secrets.get("app"), secrets.get("owner"), secrets.get("backup"));
  }

  public int port() {
    return server.getPort();
  }

  /** A connection of the server's own administrator, for tests that make databases. */
  public Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", secrets.get("superuser"));
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  /** Stops the server and returns when it is gone: what was committed is on disk. */
  @Override
  public void close() throws IOException {
    server.close();
    // The library waits five seconds; a last checkpoint may need more.
    new Orphan(files).reap();
  }

  /** After a {@code kill -9} the first tries may meet the old server's remains. */
  private static EmbeddedPostgres startPatiently(Path data, Path program, Secrets secrets)
      throws IOException {
    Path files = files(data);
    IOException last = null;
    for (int attempt = 1; attempt <= 4; attempt++) {
      Path password = data.toAbsolutePath().resolve("first-password");
      try {
        PrivateFile.write(password, secrets.get("superuser"));
        return builder(data, program, secrets, password).start();
      } catch (IOException | IllegalStateException e) {
        log.warn("Start {} of the database did not succeed: {}", attempt, e.getMessage());
        last = e instanceof IOException io ? io : new IOException(e);
        new Orphan(files).reap();
      } finally {
        Files.deleteIfExists(password);
      }
    }
    throw new IOException(
        "The database in "
            + files
            + " did not start. Its last words:\n"
            + ServerLog.of(data).lastWords(),
        last);
  }

  private static EmbeddedPostgres.Builder builder(
      Path data, Path program, Secrets secrets, Path password) {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(files(data))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(program.toAbsolutePath().toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("encoding", "UTF8")
            .setLocaleConfig("locale", "C.UTF-8")
            // These go to initdb as well and overrule the library's "-A trust": not even the first
            // start leaves a moment in which a login needs no password.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", password.toString())
            .setConnectConfig("password", secrets.get("superuser"))
            .setErrorRedirector(ServerLog.of(data).redirect())
            .setOutputRedirector(ServerLog.of(data).redirect());
    SETTINGS.forEach(
        setting -> {
          int equals = setting.indexOf('=');
          builder.setServerConfig(setting.substring(0, equals), setting.substring(equals + 1));
        });
    return builder;
  }

  /** Present once roles and database are made: a first start that was cut short starts over. */
  private static Path finished(Path files) {
    return files.resolve("mujian.secured");
  }

  private void prepare() throws IOException, SQLException {
    try (Connection admin = superuser("postgres");
        var sql = admin.createStatement()) {
      Roles.create(sql, secrets.get("app"), secrets.get("owner"), secrets.get("backup"));
      Roles.createDatabase(admin, DATABASE);
      Files.writeString(files.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      sql.execute("SELECT pg_reload_conf()");
    }
    Files.writeString(finished(files), "");
  }
}

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

  private final EmbeddedPostgres server;
  private final Secrets secrets;

  private EmbeddedDatabase(EmbeddedPostgres server, Secrets secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  /**
   * Starts the server whose files are in {@code data/postgres}, making them when there are none.
   *
   * @throws IOException when the server does not come up; the message says what it last printed
   */
  public static EmbeddedDatabase start(Path data) throws IOException {
    Path files = data.resolve("postgres").toAbsolutePath().normalize();
    Files.createDirectories(data);
    Secrets secrets = Secrets.in(data);
    new Orphan(files).reap();
    boolean fresh = !Files.exists(files.resolve("PG_VERSION"));
    if (fresh) {
      Files.createDirectories(files);
    }
    EmbeddedPostgres server = startPatiently(data, files, secrets, fresh);
    EmbeddedDatabase database = new EmbeddedDatabase(server, secrets);
    try {
      if (!Files.exists(secured(files))) {
        database.secure(files);
      }
      return database;
    } catch (IOException | SQLException e) {
      database.close();
      throw new IOException("The database could not be prepared in " + files, e);
    }
  }

  public Credentials credentials() {
    return new Credentials(
        url(DATABASE), secrets.get("app"), secrets.get("owner"), secrets.get("backup"));
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

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** After a {@code kill -9} the first tries may meet the old server's remains. */
  private static EmbeddedPostgres startPatiently(
      Path data, Path files, Secrets secrets, boolean fresh) throws IOException {
    IOException last = null;
    for (int attempt = 1; attempt <= 4; attempt++) {
      try {
        return builder(data, files, secrets, fresh).start();
      } catch (IOException | IllegalStateException e) {
        log.warn("Start {} of the database did not succeed: {}", attempt, e.getMessage());
        last = e instanceof IOException io ? io : new IOException(e);
        new Orphan(files).reap();
      }
    }
    throw new IOException(
        "The database in "
            + files
            + " did not start. See its last lines above; 'bin/mujian doctor' checks disk, memory"
            + " and port.",
        last);
  }

  private static EmbeddedPostgres.Builder builder(
      Path data, Path files, Secrets secrets, boolean fresh) {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(files)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(data.resolve("postgres-program").toAbsolutePath().toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("encoding", "UTF8")
            .setLocaleConfig("locale", "C.UTF-8")
            .setErrorRedirector(log(data))
            .setOutputRedirector(log(data));
    // The library's defaults give up durability for speed; these keep what was committed.
    List.of(
            "fsync=on",
            "synchronous_commit=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=50",
            "shared_buffers=256MB",
            "maintenance_work_mem=256MB",
            "work_mem=16MB",
            "max_wal_size=2GB",
            "timezone=UTC")
        .forEach(
            setting -> {
              int equals = setting.indexOf('=');
              builder.setServerConfig(setting.substring(0, equals), setting.substring(equals + 1));
            });
    if (!fresh && Files.exists(secured(files))) {
      builder.setConnectConfig("password", secrets.get("superuser"));
    }
    return builder;
  }

  private static ProcessBuilder.Redirect log(Path data) {
    return ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile());
  }

  /** Present once every login needs a password: a first start that was cut short starts over. */
  private static Path secured(Path files) {
    return files.resolve("mujian.secured");
  }

  /** initdb leaves every local login open; from here on each needs its password. */
  private void secure(Path files) throws IOException, SQLException {
    try (Connection admin =
            DriverManager.getConnection(url("postgres"), "postgres", secrets.get("superuser"));
        var sql = admin.createStatement()) {
      sql.execute("SET password_encryption = 'scram-sha-256'");
      Roles.create(sql, secrets.get("app"), secrets.get("owner"), secrets.get("backup"));
      Roles.createDatabase(admin, DATABASE);
      sql.execute("ALTER ROLE postgres PASSWORD '" + secrets.get("superuser") + "'");
      Files.writeString(files.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      sql.execute("SELECT pg_reload_conf()");
    }
    Files.writeString(secured(files), "");
  }
}

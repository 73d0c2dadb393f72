package org.mujian;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mujian.identity.FirstRun;
import org.mujian.store.Credentials;
import org.mujian.store.EmbeddedDatabase;
import org.mujian.store.Roles;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The one PostgreSQL of a test run, and databases made from its migrated template. */
public final class TestDatabase {

  public static final String PASSWORD = "test-password-1";

  private static final String TEMPLATE = "mujian_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Set<ConfigurableApplicationContext> contexts = ConcurrentHashMap.newKeySet();

  /** The unpacked server, kept for the next run. */
  public static final Path PROGRAM = Path.of("target", "postgres-program");

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedDatabase INSTANCE = start();

    private static EmbeddedDatabase start() {
      try {
        Path data = Path.of("target", "test-postgres-" + ProcessHandle.current().pid());
        EmbeddedDatabase server = EmbeddedDatabase.start(data, PROGRAM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
        try (Connection admin = server.superuser("postgres")) {
          Roles.createDatabase(admin, TEMPLATE);
        }
        Credentials template = server.credentials();
        Flyway.configure()
            .dataSource(server.url(TEMPLATE), Credentials.OWNER, template.ownerPassword())
            .locations("classpath:db/migration")
            .outOfOrder(true)
            .load()
            .migrate();
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void stop(Path data) {
      try {
        // First the program, which would wait long for a database that is gone. The data are thrown
        // away: nothing is gained by a last checkpoint.
        contexts.forEach(ConfigurableApplicationContext::close);
        Path pid = data.resolve("postgres/postmaster.pid");
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
            .ifPresent(postmaster -> postmaster.destroyForcibly());
        try (var files = Files.walk(data)) {
          files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
      } catch (IOException e) {
        System.err.println("The test database was left in " + data + ": " + e);
      }
    }
  }

  /** A new database, migrated and empty, with the credentials of its three roles. */
  public static Credentials create() {
    String name = "mujian_test_" + COUNT.incrementAndGet();
    recreate(name);
    return credentials(name);
  }

  /** A new database with nothing in it, as on a server of one's own. */
  public static Credentials createEmpty() {
    String name = "mujian_empty_" + COUNT.incrementAndGet();
    try (Connection admin = Server.INSTANCE.superuser("postgres")) {
      Roles.createDatabase(admin, name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return credentials(name);
  }

  /** A connection that row-level security does not bind, for looking behind it. */
  public static Connection superuser(Credentials credentials) throws SQLException {
    String url = credentials.url();
    return Server.INSTANCE.superuser(url.substring(url.lastIndexOf('/') + 1));
  }

  private static Credentials credentials(String name) {
    Credentials server = Server.INSTANCE.credentials();
    return new Credentials(
        Server.INSTANCE.url(name),
        server.appPassword(),
        server.ownerPassword(),
        server.backupPassword());
  }

  private static void recreate(String name) {
    try (Connection admin = Server.INSTANCE.superuser("postgres");
        var sql = admin.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      sql.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER mujian_owner");
      sql.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO mujian_app, mujian_backup");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestConfiguration
  static class Configuration {
    @Bean
    @Primary
    Credentials testCredentials() {
      return create();
    }
  }

  /** Puts a fresh copy of the template under the running program. */
  static final class FreshForEachClass implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext test) {
      var context = SpringExtension.getApplicationContext(test);
      contexts.add((ConfigurableApplicationContext) context);
      String url = context.getBean(Credentials.class).url();
      var pool = context.getBean(HikariDataSource.class);
      var sealer = context.getBean("sealer", org.springframework.context.Lifecycle.class);
      sealer.stop();
      recreate(url.substring(url.lastIndexOf('/') + 1));
      java.util.Objects.requireNonNull(pool.getHikariPoolMXBean()).softEvictConnections();
      sealer.start();
      context.getBean(FirstRun.class).makeAdministrator();
    }
  }
}

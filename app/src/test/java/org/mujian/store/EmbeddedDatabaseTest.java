package org.mujian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.TestDatabase;

/** The embedded server is locked from its first moment and keeps what it acknowledged. */
class EmbeddedDatabaseTest {

  @TempDir static Path data;

  private static final List<String> answersWithoutPassword = new ArrayList<>();

  /** The first start, while somebody tries to get in without a password all the time. */
  @BeforeAll
  static void firstStart() throws Exception {
    AtomicBoolean started = new AtomicBoolean();
    Thread intruder =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!started.get()) {
                    tryWithoutPassword();
                  }
                });
    EmbeddedDatabase database = EmbeddedDatabase.start(data, TestDatabase.PROGRAM);
    started.set(true);
    intruder.join();
    database.close();
  }

  private static void tryWithoutPassword() {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
      String url =
          "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres?loginTimeout=2";
      try (Connection in = DriverManager.getConnection(url, "postgres", "guess")) {
        answersWithoutPassword.add("let in");
      } catch (SQLException e) {
        answersWithoutPassword.add(String.valueOf(e.getSQLState()));
      }
    } catch (IOException | IndexOutOfBoundsException e) {
      answersWithoutPassword.add("not there yet");
    }
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void notEvenTheFirstStartLetsAnyoneInWithoutAPassword() {
    // 28P01: the password is wrong; 08xxx: nobody answers yet.
    assertThat(answersWithoutPassword).contains("28P01").doesNotContain("let in");
  }

  @Test
  void nobodyGetsInWithoutTheRightPassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data, TestDatabase.PROGRAM)) {
      for (String role :
          List.of("postgres", Credentials.APP, Credentials.OWNER, Credentials.BACKUP)) {
        for (String name : List.of("postgres", "template1", "mujian")) {
          for (String password : List.of("", "postgres", role)) {
            assertThatThrownBy(
                    () -> DriverManager.getConnection(database.url(name), role, password).close())
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isIn("28P01", "08004"); // wrong; asked for and not given
          }
        }
      }
      assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
          .isEqualTo("rw-------");
      assertThat(data.resolve("first-password")).doesNotExist();
    }
  }

  @Test
  void theServerKeepsWhatIsCommittedAndListensToThisMachineOnly() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data, TestDatabase.PROGRAM);
        Connection master = database.superuser("mujian")) {
      Map<String, String> settings = new HashMap<>();
      try (var sql = master.createStatement();
          var row = sql.executeQuery("SELECT name, setting FROM pg_settings")) {
        while (row.next()) {
          settings.put(row.getString(1), row.getString(2));
        }
      }
      assertThat(settings)
          .containsEntry("fsync", "on")
          .containsEntry("synchronous_commit", "on")
          .containsEntry("full_page_writes", "on")
          .containsEntry("listen_addresses", "127.0.0.1")
          .containsEntry("unix_socket_directories", "")
          .containsEntry("log_min_error_statement", "panic")
          .containsEntry("server_encoding", "UTF8");
      try (var sql = master.createStatement();
          var row =
              sql.executeQuery(
                  "SELECT count(*) FROM pg_authid WHERE rolcanlogin AND rolpassword NOT LIKE"
                      + " 'SCRAM-SHA-256$%'")) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Test
  void noAcknowledgedCommitIsLostWhenProgramAndServerAreKilled() throws Exception {
    long programKilled = commitUntil(300, EmbeddedDatabaseTest::kill);
    assertThat(Files.exists(data.resolve("postgres/postmaster.pid")))
        .as("an orphan is left")
        .isTrue();
    // The next start stops the orphan first.
    long serverKilled =
        commitUntil(
            300,
            program -> {
              ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
              kill(program);
            });
    assertThat(serverKilled).isGreaterThan(programKilled);
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data, TestDatabase.PROGRAM)) {
      assertThat(committed(database)).isGreaterThanOrEqualTo(serverKilled);
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void aStalePidThatNowIsAnotherProcessIsLeftAlone() throws Exception {
    Path files = Files.createDirectories(data.resolve("elsewhere/postgres"));
    Process innocent = new ProcessBuilder("sleep", "60").start();
    Files.writeString(files.resolve("postmaster.pid"), innocent.pid() + "\n");
    new Orphan(files).reap();
    assertThat(innocent.isAlive()).isTrue();
    assertThat(files.resolve("postmaster.pid")).doesNotExist();
    innocent.destroyForcibly();
  }

  /** Lets a program of its own commit until {@code count} rows are acknowledged, then ends it. */
  private static long commitUntil(int count, java.util.function.Consumer<Process> end)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommitsUntilKilled.class.getName(),
                data.toString(),
                TestDatabase.PROGRAM.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = 0;
    int seen = 0;
    try (BufferedReader output = program.inputReader()) {
      for (String line; (line = output.readLine()) != null; ) {
        if (line.startsWith("committed ")) {
          last = Long.parseLong(line.substring("committed ".length()));
          if (++seen == count) {
            end.accept(program); // lines still under way are read: they were acknowledged too
          }
        }
      }
    }
    program.waitFor();
    assertThat(seen).isGreaterThanOrEqualTo(count);
    return last;
  }

  private static long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** By its handle: what it printed can still be read. */
  private static void kill(Process program) {
    program.toHandle().destroyForcibly();
  }

  /** The highest of the committed rows, of which none before is missing. */
  private static long committed(EmbeddedDatabase database) throws SQLException {
    Credentials credentials = database.credentials();
    try (Connection owner =
            DriverManager.getConnection(
                credentials.url(), Credentials.OWNER, credentials.ownerPassword());
        var sql = owner.createStatement();
        var row = sql.executeQuery("SELECT count(*), max(n) FROM committed")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(row.getLong(2));
      return row.getLong(2);
    }
  }
}

package org.mujian.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.TestDatabase;
import org.mujian.store.Credentials;

/** Every refusal names the thing, its value and the way out. */
class StartChecksTest {

  @TempDir Path data;

  @Test
  void aTakenPortIsNamedWithItsHolderAndTheVariable() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Check check =
          new StartChecks(new Options(Map.of("MUJIAN_PORT", String.valueOf(taken.getLocalPort()))))
              .port();
      assertThat(check.holds()).isFalse();
      assertThat(check.chinese()).contains(String.valueOf(taken.getLocalPort()), "MUJIAN_PORT");
      if (Files.exists(Path.of("/proc/net/tcp"))) {
        assertThat(check.english()).contains("(" + ProcessHandle.current().pid() + ")");
      }
    }
  }

  @Test
  void anAddressOfNobodyIsRefused() {
    assertThat(
            new StartChecks(new Options(Map.of("MUJIAN_ADDRESS", "no such host!"))).port().holds())
        .isFalse();
  }

  @Test
  void aFullDiskIsRefused() {
    assertThat(StartChecks.disk(data, 1).holds()).isTrue();
    Check full = StartChecks.disk(data.resolve("not/yet/made"), Long.MAX_VALUE);
    assertThat(full.holds()).isFalse();
    assertThat(full.chinese()).contains("MUJIAN_DATA");
  }

  @Test
  void tooLittleMemoryIsRefused() {
    assertThat(StartChecks.memory(1000, 4000).holds()).isTrue();
    assertThat(StartChecks.memory(100, 4000).chinese()).contains("-Xmx1g");
    assertThat(StartChecks.memory(1000, 512).holds()).isFalse();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");
    Check check = StartChecks.folder(file.resolve("data"));
    assertThat(check.holds()).isFalse();
    assertThat(check.english()).contains("MUJIAN_DATA");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                StartChecks.require(
                    List.of(Check.bad("甲", "a"), Check.good("乙", "b"), Check.bad("丙", "c"))))
        .isInstanceOf(Refusal.class)
        .hasMessage("甲\n丙\na\nc");
  }

  @Test
  void twoProgramsNeverUseOneFolder() throws IOException {
    try (DataFolder first = DataFolder.hold(data)) {
      first.announce(new Run(ProcessHandle.current().pid(), "0.0.0.0", 8099, "jdbc:x", "s3cret"));
      assertThatThrownBy(() -> DataFolder.hold(data))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("http://127.0.0.1:8099")
          .hasMessageContaining("MUJIAN_DATA");
      assertThat(DataFolder.findServing(data).orElseThrow().secret()).isEqualTo("s3cret");
      assertThat(DataFolder.findServing(data).toString()).doesNotContain("s3cret");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("run.json"))))
          .isEqualTo("rw-------");
    }
    assertThat(data.resolve("run.json")).doesNotExist();
    DataFolder.hold(data).close();
  }

  @Test
  void whatAKilledProgramLeftBehindDoesNotCountAsServing() throws IOException {
    DataFolder killed = DataFolder.hold(data);
    killed.announce(new Run(ProcessHandle.current().pid(), "127.0.0.1", 8099, "jdbc:x", "s"));
    Path run = data.resolve("run.json");
    String left = Files.readString(run);
    killed.close();
    Files.writeString(run, left); // the pid lives, as another process, but nobody holds the lock
    assertThat(DataFolder.findServing(data)).isEmpty();
    Files.writeString(run, "{\"pid\": half");
    assertThat(DataFolder.findServing(data)).isEmpty();
  }

  @Test
  void theScriptForAServerOfOnesOwnMakesWhatTheProgramNeeds() throws Exception {
    Credentials server = TestDatabase.create();
    String name = "own_by_script";
    String script =
        Files.readString(Path.of("../docs/handbook/own-database.sql"))
            .replace("改成 owner 的密码", server.ownerPassword())
            .replace("改成 backup 的密码", server.backupPassword())
            .replace("改成 app 的密码", server.appPassword())
            .replaceAll("DATABASE mujian\\b", "DATABASE " + name);
    try (Connection master = TestDatabase.superuser(server);
        var sql = master.createStatement()) {
      for (String statement : script.split(";\n")) {
        if (!statement.isBlank()) {
          sql.execute(statement);
        }
      }
    }
    Credentials own =
        new Credentials(
            server.url().substring(0, server.url().lastIndexOf('/') + 1) + name,
            server.appPassword(),
            server.ownerPassword(),
            server.backupPassword());
    assertThat(new OwnDatabaseCheck(own).check()).allMatch(Check::holds);
    var migrated =
        Flyway.configure()
            .dataSource(own.url(), Credentials.OWNER, own.ownerPassword())
            .locations("classpath:db/migration")
            .outOfOrder(true)
            .load()
            .migrate();
    assertThat(migrated.success).isTrue();
    assertThat(new OwnDatabaseCheck(own).check()).allMatch(Check::holds);
  }

  @Test
  void aServerOfOnesOwnThatDoesNotFitIsRefusedWithItsReason() throws SQLException {
    Credentials server = TestDatabase.create();
    Credentials wrong = new Credentials(server.url(), "wrong", "", "wrong");
    assertThat(new OwnDatabaseCheck(wrong).check())
        .allSatisfy(check -> assertThat(check.chinese()).contains("不能登录", "own-database.sql"));
    Credentials nowhere = new Credentials("jdbc:postgresql://127.0.0.1:1/x", "", "", "");
    assertThat(new OwnDatabaseCheck(nowhere).check().getFirst().chinese())
        .contains("MUJIAN_DATABASE_URL");
    assertThat(OwnDatabaseCheck.judge(Credentials.APP, false, 14, false, false, false).holds())
        .isFalse();
    assertThat(OwnDatabaseCheck.judge(Credentials.APP, false, 15, true, false, false).chinese())
        .contains("超级用户");
    assertThat(OwnDatabaseCheck.judge(Credentials.APP, false, 15, false, true, false).chinese())
        .contains("BYPASSRLS");
    assertThat(OwnDatabaseCheck.judge(Credentials.OWNER, true, 15, false, false, true).chinese())
        .contains("BYPASSRLS");
    assertThat(OwnDatabaseCheck.judge(Credentials.OWNER, true, 15, false, true, false).chinese())
        .contains("public");
    assertThat(OwnDatabaseCheck.judge(Credentials.OWNER, true, 15, false, true, true).holds())
        .isTrue();
  }
}

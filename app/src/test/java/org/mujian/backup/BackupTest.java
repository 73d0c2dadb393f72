package org.mujian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.Changes;
import org.mujian.store.Credentials;
import org.mujian.store.Scope;
import org.mujian.store.Seals;
import org.mujian.store.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a backup holds comes back whole, into another database, or not at all. */
@MujianTest
class BackupTest {

  private static final String ODD = "引号\" 反斜杠\\ 制表\t换行\n回车\r \\N \\. 𠮷 ' ; --";

  @TempDir Path folder;

  @Autowired Credentials serving;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Changes changes;
  @Autowired Seals seals;

  private Path file;

  @BeforeEach
  void someHistory() {
    file = folder.resolve("mujian.backup");
    for (long zone = 0; zone < 3; zone++) {
      long here = zone;
      Scope.ofProgram(here)
          .run(
              () ->
                  transaction.executeWithoutResult(
                      s -> {
                        changes.begin(here, ODD);
                        jdbc.sql(
                                "INSERT INTO account (zone_id, username, display_name,"
                                    + " password_hash, roles) VALUES (?,"
                                    + " gen_random_uuid()::text, ?, '', '{leader,clerk}')")
                            .params(here, ODD)
                            .update();
                      }));
    }
    seals.sealNow();
  }

  @Test
  void anotherDatabaseHoldsTheSameRowsTheSameKeysAndTheSameAuditHeads() throws Exception {
    Manifest manifest = backup();
    Credentials target = TestDatabase.createEmpty();
    new Restore(target).read(file);

    assertThat(manifest.rows()).isGreaterThan(10);
    assertThat(contents(target)).isEqualTo(contents(serving));
    assertThat(rows(target, KEYS)).isEqualTo(rows(serving, KEYS));
    assertThat(rows(target, TRIGGERS)).isEqualTo(rows(serving, TRIGGERS)).isNotEmpty();
    assertThat(rows(target, SEQUENCES)).isEqualTo(rows(serving, SEQUENCES)).isNotEmpty();
    try (Connection connection = TestDatabase.superuser(target)) {
      connection.setAutoCommit(false);
      Verification chains = new Verification(connection, List.of());
      assertThat(chains.heads()).isNotEmpty();
      for (long zone : chains.zones()) {
        assertThat(chains.verify(zone).holds()).isTrue();
      }
    }
  }

  @Test
  void aRestoredDatabaseIsBackedUpToTheSameContentAgain() throws Exception {
    Manifest first = backup();
    Credentials target = TestDatabase.create();
    new Restore(target).read(file);
    Manifest again =
        new Backup(target, "test", Clock.systemUTC()).write(folder.resolve("again"), false);
    assertThat(again.heads()).isEqualTo(first.heads());
    assertThat(again.sequences()).isEqualTo(first.sequences());
    assertThat(again.tables().stream().map(t -> t.name() + " " + t.rows()))
        .isEqualTo(first.tables().stream().map(t -> t.name() + " " + t.rows()).toList());
  }

  @Test
  void eventsAlreadyListenedToStayBehindAndOpenOnesComeAlong() throws Exception {
    transaction.executeWithoutResult(
        s ->
            jdbc.sql(
                    "INSERT INTO event_publication (id, listener_id, event_type, serialized_event,"
                        + " publication_date, completion_date) VALUES (gen_random_uuid(), 'x', 'x',"
                        + " '', now(), now()), (gen_random_uuid(), 'open', 'x', '', now(), NULL)")
                .update());
    try {
      backup();
      Credentials target = TestDatabase.create();
      new Restore(target).read(file);
      assertThat(rows(target, "SELECT listener_id FROM event_publication")).containsExactly("open");
    } finally {
      transaction.executeWithoutResult(s -> jdbc.sql("DELETE FROM event_publication").update());
    }
  }

  @Test
  void aBackupIsOneSnapshotWhileTheProgramWrites() throws Exception {
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    someHistory();
                  }
                });
    Manifest manifest = backup();
    writer.join();
    Credentials target = TestDatabase.create();
    new Restore(target).read(file);
    assertThat(
            rows(
                target,
                "SELECT id FROM change c WHERE NOT EXISTS (SELECT FROM audit a WHERE a.zone_id ="
                    + " c.zone_id AND a.change_id = c.id)"))
        .isEmpty();
    assertThat(manifest.rows()).isPositive();
  }

  @Test
  void anExistingFileIsKeptUnlessToldOtherwise() throws Exception {
    Files.writeString(file, "mine");
    assertThatThrownBy(this::backup)
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("--force");
    assertThat(file).hasContent("mine");
    new Backup(serving, "test", Clock.systemUTC()).write(file, true);
    BackupFile.open(file).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("mujian.backup");
  }

  @Test
  void aDatabaseInUseOrWithRowsIsNotOverwritten() throws Exception {
    backup();
    assertThatThrownBy(() -> new Restore(serving).read(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("正在使用");
    Credentials used = TestDatabase.create();
    try (Connection master = TestDatabase.superuser(used);
        var sql = master.createStatement()) {
      sql.execute("SELECT set_config('mujian.zones', '1', false)");
      sql.execute("SELECT begin_change(1, 0, 'x', 'y')");
    }
    assertThatThrownBy(() -> new Restore(used).read(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("change")
        .hasMessageContaining("MUJIAN_DATA");
  }

  @Test
  void anEmptyDatabaseThatIsAlreadyMigratedIsFilled() throws Exception {
    backup();
    Credentials migrated = TestDatabase.create();
    new Restore(migrated).read(file);
    assertThat(contents(migrated)).isEqualTo(contents(serving));
  }

  @Test
  void aCutOffAlteredOrForeignFileLeavesTheTargetEmpty() throws Exception {
    Manifest original = backup();
    byte[] good = Files.readAllBytes(file);
    Credentials target = TestDatabase.createEmpty();
    for (int length : new int[] {0, 1, 100, good.length / 2, good.length - 1}) {
      refused(target, Arrays.copyOf(good, length));
    }
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 60; i++) {
      byte[] flipped = good.clone();
      flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      try (BackupFile read = BackupFile.open(Files.write(folder.resolve("flipped"), flipped))) {
        read.verify();
        // A bit of a time stamp in the container: nothing that is restored.
        assertThat(read.manifest()).isEqualTo(original);
      } catch (BackupRefused expected) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(20);
    refused(target, "just a text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    refused(target, zip("other.txt", "hello"));
    refused(target, zip(Manifest.NAME, "{\"format\": \"other\"}"));
    refused(target, zip(Manifest.NAME, "not json"));
    assertThat(rows(target, TABLES)).isEmpty();
  }

  @Test
  void aRowMoreOrLessThanTheManifestSaysIsFound() throws Exception {
    backup();
    Credentials target = TestDatabase.createEmpty();
    rewrite("tables/account.copy", text -> text.substring(text.indexOf('\n') + 1));
    assertThatThrownBy(() -> new Restore(target).read(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("tables/account.copy");
    assertThat(rows(target, TABLES)).isEmpty();
  }

  @Test
  void aBackupOfANewerProgramIsRefusedByName() throws Exception {
    backup();
    Credentials target = TestDatabase.createEmpty();
    rewrite(
        Manifest.NAME,
        text ->
            text.replaceFirst("\"version\" : \"2026", "\"version\" : \"2096")
                .replace("\"test\"", "\"9.9\""));
    assertThatThrownBy(() -> new Restore(target).read(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("9.9")
        .hasMessageContaining("2096");
    assertThat(rows(target, TABLES)).isEmpty();
  }

  @Test
  void whenTheLastCheckFailsNothingIsLoadedAndTheSameTargetTakesTheGoodFile() throws Exception {
    backup();
    byte[] good = Files.readAllBytes(file);
    Credentials target = TestDatabase.create();
    rewrite(Manifest.NAME, text -> text.replaceFirst("\"number\" : ", "\"number\" : 9"));
    assertThatThrownBy(() -> new Restore(target).read(file)).hasMessageContaining("audit heads");
    assertThat(rows(target, "SELECT 1 FROM account UNION ALL SELECT 1 FROM change")).isEmpty();
    Files.write(file, good);
    new Restore(target).read(file);
    assertThat(contents(target)).isEqualTo(contents(serving));
  }

  private Manifest backup() throws IOException, SQLException {
    return new Backup(serving, "test", Clock.systemUTC()).write(file, false);
  }

  private void refused(Credentials target, byte[] content) throws IOException {
    Path bad = Files.write(folder.resolve("bad"), content);
    assertThatThrownBy(() -> new Restore(target).read(bad))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining(bad.toString());
  }

  private static byte[] zip(String name, String content) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Writes the backup anew with one entry changed and every checksum of the container right. */
  private void rewrite(String name, UnaryOperator<String> change) throws IOException {
    Path changed = folder.resolve("changed");
    try (ZipFile from = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(changed);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        String text =
            new String(
                from.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        String now = entry.getName().equals(name) ? change.apply(text) : text;
        to.write(now.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    Files.move(changed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static final String TABLES =
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
          + " ORDER BY 1";
  private static final String KEYS =
      "SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated ||"
          + " pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace ="
          + " 'public'::regnamespace ORDER BY 1";
  private static final String TRIGGERS =
      "SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE"
          + " NOT tgisinternal ORDER BY 1";
  private static final String SEQUENCES =
      "SELECT sequencename || ' ' || last_value FROM pg_sequences WHERE last_value IS NOT NULL"
          + " ORDER BY 1";

  /** Every row of every table, as text; the history of migrations without its times. */
  private static List<String> contents(Credentials credentials) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table : rows(credentials, TABLES)) {
      String columns = table.equals("flyway_schema_history") ? "version, checksum, script" : "t.*";
      all.add(table);
      all.addAll(
          rows(
              credentials,
              "SELECT (SELECT x FROM (SELECT "
                  + columns
                  + ") x)::text FROM "
                  + table
                  + " t ORDER BY 1"));
    }
    return all;
  }

  private static List<String> rows(Credentials credentials, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection master = TestDatabase.superuser(credentials);
        var sql = master.createStatement();
        var row = sql.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}

package org.mujian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mujian.MujianTest;
import org.mujian.TestDatabase;
import org.mujian.store.ChainReport.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain numbers every committed change, and shows whatever was done to history afterwards. */
@MujianTest
class SealTest {

  private static long zones = 100;

  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;
  @Autowired Changes changes;
  @Autowired Seals seals;
  @Autowired Credentials credentials;
  @Autowired java.time.Clock clock;

  private final long zone = zones++;

  @Test
  void anUntouchedHistoryHolds() {
    record(5);
    ChainReport report = verify();
    assertThat(report.holds()).isTrue();
    assertThat(report.seals()).isEqualTo(5);
    assertThat(report.head()).isEqualTo(seals());
    assertThat(report.unsealed()).isZero();
  }

  @Test
  void aChangeIsKnownAtTheTimeOfItsSealAndNotBefore() {
    record(1);
    Seal head = seals().orElseThrow();
    assertThat(Scope.ofProgram(zone).call(() -> seals.findKnownAt(zone, head.change())))
        .contains(head.at());
    assertThat(Scope.ofProgram(zone).call(() -> seals.findKnownAt(zone, head.change() + 1)))
        .isEmpty();
    assertThat(Duration.between(head.at(), clock.instant())).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aCommittedChangeIsSealedWithinAMomentWithoutBeingAsked() throws Exception {
    write("一");
    for (int i = 0; i < 50 && seals().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(seals()).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          an edited audit row      | UPDATE audit SET after = '{"a": 1}' WHERE id = (SELECT min(id) FROM audit WHERE zone_id = Z AND change_id = (SELECT change_id FROM seal WHERE zone_id = Z AND number = 3)) | 3 | ALTERED
          a deleted audit row      | DELETE FROM audit WHERE zone_id = Z AND change_id = (SELECT change_id FROM seal WHERE zone_id = Z AND number = 2) | 2 | AUDIT_MISSING
          an added audit row       | INSERT INTO audit (zone_id, change_id, table_name, row_key) SELECT Z, change_id, 'account', '1' FROM seal WHERE zone_id = Z AND number = 4 | 4 | AUDIT_INSERTED
          a changed reason         | UPDATE change SET why = 'another' WHERE id = (SELECT change_id FROM seal WHERE zone_id = Z AND number = 1) | 1 | ALTERED
          another author           | UPDATE change SET account_id = 77 WHERE id = (SELECT change_id FROM seal WHERE zone_id = Z AND number = 5) | 5 | ALTERED
          a change made earlier    | UPDATE change SET at = at - interval '1 microsecond' WHERE id = (SELECT change_id FROM seal WHERE zone_id = Z AND number = 5) | 5 | ALTERED
          a deleted change         | DELETE FROM change WHERE id = (SELECT change_id FROM seal WHERE zone_id = Z AND number = 2) | 2 | CHANGE_MISSING
          an earlier known-at      | UPDATE seal SET at = at - interval '1 day' WHERE zone_id = Z AND number = 3 | 3 | ALTERED
          two seals swapped        | UPDATE seal SET number = CASE number WHEN 2 THEN 1002 ELSE 1003 END WHERE zone_id = Z AND number IN (2, 3); UPDATE seal SET number = 1005 - number WHERE zone_id = Z AND number > 1000 | 2 | ALTERED
          a removed seal           | DELETE FROM seal WHERE zone_id = Z AND number = 3 | 3 | SEAL_MISSING
          """)
  void tamperingIsFoundAtTheFirstLinkThatDoesNotHold(
      String name, String tampering, long number, Fault fault) throws SQLException {
    record(5);
    assertThat(verify().holds()).isTrue();
    behind(tampering);
    var found = verify().firstBreak();
    assertThat(found).isNotNull();
    assertThat(found.number()).isEqualTo(number);
    assertThat(found.fault()).isEqualTo(fault);
  }

  @Test
  void aDeletedLastSealLeavesAChangeThatNothingCovers() throws SQLException {
    record(3);
    Seal head = seals().orElseThrow();
    behind("DELETE FROM seal WHERE zone_id = Z AND number = 3");
    assertThat(verify().strays())
        .containsExactly(
            new ChainReport.Stray("change", 1, head.change()),
            new ChainReport.Stray("audit", 1, auditOf(head.change())));
  }

  @Test
  void aChangeSlippedPastTheSealerIsFound() throws SQLException {
    record(1);
    behind("INSERT INTO change (zone_id, account_id, who, why) VALUES (Z, 1, 'x', 'y')");
    assertThat(verify().holds()).isFalse();
  }

  @Test
  void aHistoryCutOffAtItsEndOrSealedAnewIsFoundByAHeadWrittenDown() throws SQLException {
    record(3);
    Seal written = seals().orElseThrow();
    assertThat(verify(written).holds()).isTrue();

    behind(
        "DELETE FROM seal WHERE zone_id = Z AND number = 3; INSERT INTO unsealed VALUES (Z, "
            + written.change()
            + ")");
    assertThat(verify(written).firstBreak())
        .isEqualTo(new ChainReport.Break(3, 0, Fault.SEAL_MISSING));

    behind("UPDATE change SET why = 'another' WHERE id = " + written.change());
    seals.sealNow();
    assertThat(verify().holds()).isTrue(); // the chain alone cannot tell
    assertThat(verify(written).firstBreak())
        .isEqualTo(new ChainReport.Break(3, written.change(), Fault.HEAD_DIFFERS));
  }

  @Test
  void manyWritersAndTwoSealersGiveNumbersWithoutAGap() throws Exception {
    var second = new Sealer(jdbc, dataSource, transaction, clock);
    int writers = 6;
    int each = 20;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int w = 0; w < writers; w++) {
        int writer = w;
        threads.submit(() -> LongStream.range(0, each).forEach(i -> write(writer + "/" + i)));
      }
      threads.submit(
          () -> {
            while (seals().map(Seal::number).orElse(0L) < writers * each / 2) {
              second.sealAll();
            }
          });
    }
    second.sealAll();
    for (int i = 0; i < 50 && verify().unsealed() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(verify().holds()).isTrue();
    assertThat(seals().orElseThrow().number()).isEqualTo(writers * each);
  }

  @Test
  void aWriterDoesNotWaitForASealerAtWork() throws SQLException {
    record(1);
    try (Connection busy = TestDatabase.superuser(credentials)) {
      busy.setAutoCommit(false);
      try (var sql = busy.createStatement()) {
        sql.execute("SELECT set_config('mujian.zones', '" + zone + "', true)");
      }
      new Chain(busy, zone).seal(clock.instant()); // holds the zone's lock until its commit
      write("again");
      assertThat(verify().unsealed()).isEqualTo(1);
      busy.commit();
    }
    seals.sealNow();
    assertThat(verify().unsealed()).isZero();
    assertThat(verify().holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE change SET why = 'x'",
    "DELETE FROM change",
    "INSERT INTO change VALUES (1)",
    "UPDATE audit SET row_key = 'x'",
    "DELETE FROM audit",
    "INSERT INTO audit VALUES (1)",
    "UPDATE seal SET number = 1",
    "DELETE FROM seal",
    "UPDATE unsealed SET change_id = 1",
    "TRUNCATE audit",
    "ALTER TABLE account DISABLE TRIGGER audit_insert",
    "SET session_replication_role = replica"
  })
  void theServingRoleCannotRewriteHistory(String statement) throws SQLException {
    try (Connection app =
            DriverManager.getConnection(
                credentials.url(), Credentials.APP, credentials.appPassword());
        var sql = app.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement))
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  private void record(int count) {
    for (int i = 1; i <= count; i++) {
      write("第 " + i + " 次");
    }
    seals.sealNow();
    // The running sealer may hold the zone at this moment.
    for (int i = 0; i < 100 && verify().unsealed() > 0; i++) {
      seals.sealNow();
    }
  }

  private void write(String why) {
    Scope.ofProgram(zone)
        .run(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      changes.begin(zone, why);
                      jdbc.sql(
                              "INSERT INTO account (zone_id, username, display_name, password_hash,"
                                  + " roles) VALUES (?, lower(gen_random_uuid()::text), ?, 'x',"
                                  + " '{leader}')")
                          .params(zone, why)
                          .update();
                    }));
  }

  private java.util.Optional<Seal> seals() {
    return Scope.ofProgram(zone).call(() -> seals.findHead(zone));
  }

  private ChainReport verify() {
    return Scope.ofProgram(zone).call(() -> seals.verify(zone));
  }

  private ChainReport verify(Seal written) throws SQLException {
    try (Connection all = TestDatabase.superuser(credentials)) {
      all.setAutoCommit(false);
      return new Verification(all, List.of(written)).verify(zone);
    }
  }

  /** As somebody who masters the database would do it. */
  private void behind(String statement) throws SQLException {
    try (Connection master = TestDatabase.superuser(credentials);
        var sql = master.createStatement()) {
      sql.execute("SET session_replication_role = replica");
      sql.execute(statement.replaceAll("\\bZ\\b", String.valueOf(zone)));
    }
  }

  private long auditOf(long change) {
    return Scope.ofProgram(zone)
        .call(
            () ->
                transaction.execute(
                    s ->
                        jdbc.sql("SELECT min(id) FROM audit WHERE change_id = ?")
                            .param(change)
                            .query(Long.class)
                            .single()));
  }
}

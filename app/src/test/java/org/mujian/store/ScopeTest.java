package org.mujian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mujian.MujianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database shows and refuses, whatever the program asks. */
@MujianTest
class ScopeTest {

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Changes changes;

  @Test
  void withoutAScopeNoRowOfAZoneTableIsSeen() {
    assertThat(count(new Scope(0, "x", java.util.List.of(), null, false))).isZero();
  }

  @Test
  void aScopeSeesItsOwnZonesOnly() {
    assertThat(count(Scope.ofProgram(Scope.PROVINCE))).isEqualTo(1);
    assertThat(count(Scope.ofProgram(7))).isZero();
  }

  @Test
  void aWriteOutsideARecordedChangeIsRefused() {
    assertThatThrownBy(
            () ->
                Scope.ofProgram(0)
                    .run(
                        () ->
                            transaction.executeWithoutResult(
                                s -> jdbc.sql("UPDATE account SET language = 'en'").update())))
        .hasStackTraceContaining("outside a recorded change");
  }

  @Test
  void aWriteIntoAnotherZoneIsRefused() {
    assertThatThrownBy(
            () ->
                Scope.ofProgram(7)
                    .run(() -> transaction.executeWithoutResult(s -> changes.begin(8, "anything"))))
        .hasStackTraceContaining("zone 8 is outside this transaction");
  }

  @Test
  void anUpdateIsRecordedWithWhatItChangedFromAndTo() {
    Scope.ofProgram(0)
        .run(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      long change = changes.begin(0, "语言");
                      jdbc.sql("UPDATE account SET language = 'en', password_hash = 'x'").update();
                      var row =
                          jdbc.sql(
                                  "SELECT before::text || ' ' || after::text FROM audit WHERE"
                                      + " change_id = ?")
                              .param(change)
                              .query(String.class)
                              .single();
                      assertThat(row)
                          .isEqualTo(
                              "{\"language\": \"zh-Hans\", \"password_hash\": \"***\"}"
                                  + " {\"language\": \"en\", \"password_hash\": \"***\"}");
                      s.setRollbackOnly();
                    }));
  }

  @Test
  void theReadOnlyScopeOfAnAssessorCannotWrite() {
    var assessor = new Scope(1, "assessor", java.util.List.of(0L), null, true);
    assertThatThrownBy(
            () ->
                assessor.run(
                    () -> transaction.executeWithoutResult(s -> changes.begin(0, "anything"))))
        .hasStackTraceContaining("read-only transaction");
  }

  private int count(Scope scope) {
    return scope.call(
        () ->
            transaction.execute(
                s -> jdbc.sql("SELECT count(*) FROM account").query(Integer.class).single()));
  }
}

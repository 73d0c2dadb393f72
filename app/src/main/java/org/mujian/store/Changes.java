package org.mujian.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Recorded changes. A transaction that writes audited rows of a zone opens one first. */
@Component
public class Changes {

  private final JdbcClient jdbc;

  private final Sealer sealer;

  Changes(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  /**
   * Opens this transaction's change of {@code zone}, made by the current {@link Scope}'s account;
   * the audit rows of all later writes in the zone carry its id. The same (who, when, why) is one
   * line of the zone's history.
   *
   * @param why what is being done, in the words of the user's language
   * @return the change's id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long begin(long zone, String why) {
    Scope scope = Scope.current();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sealer.ring();
          }
        });
    return jdbc.sql("SELECT begin_change(?, ?, ?, ?)")
        .params(zone, scope.accountId(), scope.who(), why)
        .query(Long.class)
        .single();
  }

  /**
   * The change of {@code zone} that this transaction has open, or a new one: for a face that works
   * inside its caller's transaction as well as alone.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long join(long zone, String why) {
    return jdbc.sql(
            "SELECT nullif(current_setting('mujian.change_' || ?, true), '')::bigint AS open")
        .param(zone)
        .query((row, i) -> java.util.Optional.ofNullable(row.getObject("open", Long.class)))
        .single()
        .orElseGet(() -> begin(zone, why));
  }
}

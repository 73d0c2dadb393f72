package org.mujian.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sign-ins of accounts, kept so that an owner can see one that was not theirs. Of a request by
 * HTTP Basic only the first in five minutes is kept, when its password was really checked.
 */
@Component
class SignIns {

  static final int SHOWN = 20;

  private final JdbcClient jdbc;
  private final Clock clock;

  SignIns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Inside a transaction of the program's. */
  void add(Account account, boolean success) {
    jdbc.sql("INSERT INTO sign_in (zone_id, account_id, at, success) VALUES (?, ?, ?, ?)")
        .params(account.zoneId(), account.id(), Timestamp.from(clock.instant()), success)
        .update();
  }

  /** The last ones, latest first. */
  List<SignInSeen> list(Account account) {
    return jdbc.sql(
            """
            SELECT at, success FROM sign_in WHERE zone_id = ? AND account_id = ? ORDER BY id DESC LIMIT ?
            """)
        .params(account.zoneId(), account.id(), SHOWN)
        .query(
            (row, i) -> new SignInSeen(instant(row.getTimestamp("at")), row.getBoolean("success")))
        .list();
  }

  private static Instant instant(Timestamp at) {
    return at.toInstant();
  }
}

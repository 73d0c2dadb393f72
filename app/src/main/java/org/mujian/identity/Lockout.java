package org.mujian.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After five failures in a row a username is locked for 15 minutes, whether it exists or not: the
 * lock must not tell which names exist.
 */
@Component
@Transactional
class Lockout {

  static final int ALLOWED = 5;
  static final Duration LOCKED = Duration.ofMinutes(15);
  static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Lockout(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean isLocked(String username) {
    return jdbc.sql("SELECT locked_until > ? FROM sign_in_failure WHERE username = ?")
        .params(Timestamp.from(clock.instant()), username)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void failed(String username) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            INSERT INTO sign_in_failure AS f (username, failures, last_at) VALUES (:username, 1, :now)
            ON CONFLICT (username) DO UPDATE SET
              failures = CASE WHEN f.last_at < :forgotten THEN 1 ELSE f.failures + 1 END,
              locked_until = CASE WHEN f.last_at >= :forgotten AND f.failures + 1 >= :allowed THEN :until::timestamptz ELSE NULL END,
              last_at = :now
            """)
        .param("username", username)
        .param("now", Timestamp.from(now))
        .param("forgotten", Timestamp.from(now.minus(LOCKED)))
        .param("until", Timestamp.from(now.plus(LOCKED)))
        .param("allowed", ALLOWED)
        .update();
  }

  /** What was counted long ago locks nobody any more. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    jdbc.sql("DELETE FROM sign_in_failure WHERE last_at < ?")
        .param(Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  void succeeded(String username) {
    jdbc.sql("DELETE FROM sign_in_failure WHERE username = ?").param(username).update();
  }
}

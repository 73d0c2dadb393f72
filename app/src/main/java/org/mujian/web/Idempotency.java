package org.mujian.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

/**
 * {@code Idempotency-Key}: a POST that is sent again within a day is done once. The key's row is
 * written in the transaction that does the work, so both are there or neither; a second call that
 * comes while the first works waits for it.
 */
@Component
public class Idempotency {

  static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Does {@code work}, or returns the id that it returned the first time.
   *
   * @param zone whose work it is
   * @param key from the header; without one the work is simply done
   * @param request method, path and body: the same key with another request is refused
   * @param work makes a thing and returns its id
   * @throws ErrorResponseException 422 for the same key with another request, 400 for an unfit key
   */
  @Transactional
  public long once(
      Account account, long zone, @Nullable String key, String request, Supplier<Long> work) {
    if (key == null) {
      return work.get();
    }
    if (!key.matches("[\\x21-\\x7e]{1,100}")) {
      throw refused(HttpStatus.BAD_REQUEST, "Idempotency-Key 应为 1 至 100 个可见 ASCII 字符");
    }
    Instant now = clock.instant();
    forget(zone, now.minus(KEPT));
    byte[] hash = hash(request);
    if (claim(account, zone, key, hash, now)) {
      long made = work.get();
      jdbc.sql("UPDATE idempotency SET made = ? WHERE zone_id = ? AND account_id = ? AND key = ?")
          .params(made, zone, account.id(), key)
          .update();
      return made;
    }
    return jdbc.sql(
            "SELECT request_hash, made FROM idempotency WHERE zone_id = ? AND account_id = ? AND"
                + " key = ?")
        .params(zone, account.id(), key)
        .query(
            (row, i) -> {
              if (!MessageDigest.isEqual(row.getBytes("request_hash"), hash)) {
                throw refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Idempotency-Key " + key + " 已用于另一个请求；请为这个请求换一个");
              }
              return row.getLong("made");
            })
        .single();
  }

  /** Whether the key is new; waits for another transaction that is using it. */
  private boolean claim(Account account, long zone, String key, byte[] hash, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO idempotency (zone_id, account_id, key, request_hash, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(zone, account.id(), key, hash, Timestamp.from(now))
            .update()
        == 1;
  }

  private void forget(long zone, Instant before) {
    jdbc.sql("DELETE FROM idempotency WHERE zone_id = ? AND at < ?")
        .params(zone, Timestamp.from(before))
        .update();
  }

  private static byte[] hash(String request) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ErrorResponseException refused(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}

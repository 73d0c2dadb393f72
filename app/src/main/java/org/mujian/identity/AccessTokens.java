package org.mujian.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mujian.store.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal access tokens: long random secrets that act for their account until they end. */
@Component
class AccessTokens {

  static final String PREFIX = "mj_";

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Changes changes;
  private final Clock clock;

  AccessTokens(JdbcClient jdbc, Accounts accounts, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.changes = changes;
    this.clock = clock;
  }

  /** Makes a token and returns its secret, for the only time. */
  @Transactional
  String create(Account account, String name, Instant expiresAt) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    changes.begin(account.zoneId(), "新建访问令牌 " + name);
    jdbc.sql(
            "INSERT INTO access_token (zone_id, account_id, name, token_hash, expires_at) VALUES"
                + " (?, ?, ?, ?, ?)")
        .params(account.zoneId(), account.id(), name, hash(secret), Timestamp.from(expiresAt))
        .update();
    return secret;
  }

  @Transactional(readOnly = true)
  List<AccessToken> list(Account account) {
    return jdbc.sql(
            """
            SELECT id, name, created_at, expires_at, revoked_at FROM access_token
            WHERE zone_id = ? AND account_id = ? ORDER BY id DESC
            """)
        .params(account.zoneId(), account.id())
        .query(AccessToken.class)
        .list();
  }

  @Transactional
  void revoke(Account account, long id) {
    changes.begin(account.zoneId(), "停用访问令牌");
    jdbc.sql(
            """
            UPDATE access_token SET revoked_at = ?
            WHERE zone_id = ? AND id = ? AND account_id = ? AND revoked_at IS NULL
            """)
        .params(Timestamp.from(clock.instant()), account.zoneId(), id, account.id())
        .update();
  }

  /** The account that a presented secret acts for, when it holds. */
  Optional<Accounts.Stored> find(String secret) {
    Optional<Long> account =
        accounts.inAllZones(
            () ->
                jdbc.sql(
                        """
                        SELECT account_id FROM access_token
                        WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?
                        """)
                    .params(hash(secret), Timestamp.from(clock.instant()))
                    .query(Long.class)
                    .optional());
    return account.flatMap(accounts::findStored).filter(found -> !found.account().disabled());
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

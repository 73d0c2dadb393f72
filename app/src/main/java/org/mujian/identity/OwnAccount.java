package org.mujian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What everyone does with their own account. It works in the account's own zone whatever its role
 * sees: an assessor reads only and an enterprise's user sees no account, yet both have a password.
 */
@Component
public class OwnAccount {

  private static final Duration LONGEST_TOKEN = Duration.ofDays(366);
  private static final int MOST_TOKENS = 50;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Changes changes;
  private final PasswordEncoder encoder;
  private final Accounts accounts;
  private final AccessTokens tokens;
  private final SignIns signIns;
  private final Clock clock;

  OwnAccount(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Changes changes,
      PasswordEncoder encoder,
      Accounts accounts,
      AccessTokens tokens,
      SignIns signIns,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.changes = changes;
    this.encoder = encoder;
    this.accounts = accounts;
    this.tokens = tokens;
    this.signIns = signIns;
    this.clock = clock;
  }

  /**
   * Changes the password; every session of the account ends, this one too. Access tokens stay: the
   * page lists them beside.
   *
   * @throws AccountRefused when the old one is wrong or the new one unfit
   */
  public void changePassword(Account account, String old, String chosen) {
    String hash =
        accounts.findForSignIn(account.username()).map(Accounts.Stored::passwordHash).orElse("");
    if (!encoder.matches(old, hash)) {
      throw new AccountRefused("old", "原密码不对");
    }
    if (old.equals(chosen)) {
      throw new AccountRefused("chosen", "新密码不能与原密码相同");
    }
    try {
      Passwords.check(chosen, account.username());
    } catch (IllegalArgumentException e) {
      throw new AccountRefused("chosen", String.valueOf(e.getMessage()));
    }
    String encoded = Objects.requireNonNull(encoder.encode(chosen));
    inOwnZone(
        account,
        () -> {
          changes.begin(account.zoneId(), "修改本人密码");
          return jdbc.sql(
                  """
                  UPDATE account SET password_hash = ?, must_change = false, credentials = credentials + 1, version = version + 1
                  WHERE zone_id = ? AND id = ?
                  """)
              .params(encoded, account.zoneId(), account.id())
              .update();
        });
  }

  /** The language of pages where no cookie says another. */
  public void setLanguage(Account account, String tag) {
    inOwnZone(
        account,
        () -> {
          changes.begin(account.zoneId(), "修改本人语言");
          return jdbc.sql(
                  "UPDATE account SET language = ?, version = version + 1 WHERE zone_id = ? AND id"
                      + " = ?")
              .params(tag, account.zoneId(), account.id())
              .update();
        });
  }

  /**
   * @param name for the owner to know it by
   * @return the token's secret, for the only time
   * @throws AccountRefused when the name or the end does not fit
   */
  public String createToken(Account account, String name, Instant expiresAt) {
    if (name.isBlank() || name.length() > 64) {
      throw new AccountRefused("name", "请给令牌起个名字，最长 64 个字");
    }
    Instant now = clock.instant();
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_TOKEN))) {
      throw new AccountRefused("expires", "到期日应在今天之后、一年之内");
    }
    return inOwnZone(
        account,
        () -> {
          if (tokens.list(account).stream().filter(t -> t.revokedAt() == null).count()
              >= MOST_TOKENS) {
            throw new AccountRefused("name", "有效的令牌最多 " + MOST_TOKENS + " 个，请先停用不用的");
          }
          return tokens.create(account, name.strip(), expiresAt);
        });
  }

  public List<AccessToken> listTokens(Account account) {
    return inOwnZone(account, () -> tokens.list(account));
  }

  public void revokeToken(Account account, long id) {
    inOwnZone(
        account,
        () -> {
          tokens.revoke(account, id);
          return id;
        });
  }

  /** The last sign-ins and failed attempts, latest first. */
  public List<SignInSeen> listSignIns(Account account) {
    return inOwnZone(account, () -> signIns.list(account));
  }

  private <T> T inOwnZone(Account account, Supplier<T> work) {
    Scope own =
        new Scope(account.id(), account.displayName(), List.of(account.zoneId()), null, false);
    return own.call(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
  }
}

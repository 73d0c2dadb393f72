package org.mujian.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts of the province and of its zones. */
@Component
public class Accounts {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Zones zones;
  private final Changes changes;
  private final PasswordEncoder encoder;

  Accounts(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Zones zones,
      Changes changes,
      PasswordEncoder encoder) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.zones = zones;
    this.changes = changes;
    this.encoder = encoder;
  }

  /**
   * A stored account with the secret that a sign-in is checked against.
   *
   * @param credentials counts the account's passwords
   */
  record Stored(Account account, String passwordHash, int credentials) {}

  /** Looks in all zones: whose account it is, is known only afterwards. */
  Optional<Stored> findForSignIn(String username) {
    return inAllZones(
        () ->
            jdbc.sql("SELECT * FROM account WHERE username = ?")
                .param(Username.normal(username))
                .query((row, i) -> stored(row))
                .optional());
  }

  /** Whose account it is; sees all zones, whoever asks. */
  public Optional<Account> find(long id) {
    return findStored(id).map(Stored::account);
  }

  Optional<Stored> findStored(long id) {
    return inAllZones(
        () ->
            jdbc.sql("SELECT * FROM account WHERE id = ?")
                .param(id)
                .query((row, i) -> stored(row))
                .optional());
  }

  boolean isEmpty() {
    return inAllZones(
        () -> jdbc.sql("SELECT count(*) = 0 FROM account").query(Boolean.class).single());
  }

  /**
   * Makes an account in the current scope.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the username is taken
   */
  public Account create(
      long zoneId,
      String username,
      String displayName,
      String password,
      List<Role> roles,
      @Nullable Long enterpriseId) {
    Passwords.check(password, username);
    return java.util.Objects.requireNonNull(
        transaction.execute(
            status -> {
              changes.begin(zoneId, "新建账号 " + username);
              return jdbc.sql(
                      """
                      INSERT INTO account (zone_id, username, display_name, password_hash, roles, enterprise_id)
                      VALUES (:zone, :username, :name, :hash, :roles, :enterprise) RETURNING *
                      """)
                  .param("zone", zoneId)
                  .param("username", Username.check(username))
                  .param("name", displayName)
                  .param("hash", encoder.encode(password))
                  .param("roles", roles.stream().map(Role::code).toArray(String[]::new))
                  .param("enterprise", enterpriseId, java.sql.Types.BIGINT)
                  .query((row, i) -> account(row))
                  .single();
            }));
  }

  /** What the account may see: its own zone, an assessor's zones read-only, or all of them. */
  public Scope scopeOf(Account account) {
    List<Long> visible =
        account.has(Role.ADMINISTRATOR) && account.zoneId() == Scope.PROVINCE
            ? allZoneIds()
            : account.has(Role.ASSESSOR) ? account.zones() : List.of(account.zoneId());
    return new Scope(
        account.id(),
        account.displayName(),
        visible,
        account.enterpriseId(),
        account.has(Role.ASSESSOR));
  }

  private List<Long> allZoneIds() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(Scope.PROVINCE), zones.listAll().stream().map(Zone::id))
        .toList();
  }

  <T> T inAllZones(java.util.function.Supplier<T> work) {
    Scope all = new Scope(0, "mujian", allZoneIds(), null, false);
    return all.call(
        () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(account(row), row.getString("password_hash"), row.getInt("credentials"));
  }

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getLong("zone_id"),
        row.getLong("id"),
        row.getString("username"),
        row.getString("display_name"),
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::of)
            .collect(Collectors.toUnmodifiableSet()),
        row.getObject("enterprise_id", Long.class),
        longs(row.getArray("zones")),
        row.getString("language"),
        row.getBoolean("disabled"),
        row.getBoolean("must_change"),
        row.getInt("version"));
  }

  private static List<Long> longs(Array array) throws SQLException {
    return List.of((Long[]) array.getArray());
  }
}

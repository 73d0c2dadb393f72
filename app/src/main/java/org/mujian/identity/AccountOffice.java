package org.mujian.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Changes;
import org.mujian.store.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the accounts of others. */
@Component
@Transactional
public class AccountOffice {

  private final JdbcClient jdbc;
  private final Changes changes;
  private final PasswordEncoder encoder;
  private final Lockout lockout;

  AccountOffice(JdbcClient jdbc, Changes changes, PasswordEncoder encoder, Lockout lockout) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.encoder = encoder;
    this.lockout = lockout;
  }

  /**
   * An account as an administrator describes it.
   *
   * @param zones further zones that an assessor reads
   */
  public record Described(
      String displayName,
      Set<Role> roles,
      @Nullable Long enterpriseId,
      List<Long> zones,
      boolean disabled) {

    /**
     * @throws AccountRefused saying what does not go together
     */
    public Described {
      roles = Set.copyOf(roles);
      zones = List.copyOf(zones);
      if (displayName.isBlank() || displayName.length() > 64) {
        throw new AccountRefused("displayName", "请填写姓名，最长 64 个字");
      }
      if (roles.isEmpty()) {
        throw new AccountRefused("roles", "请至少选一个角色");
      }
      if (roles.contains(Role.ENTERPRISE) && roles.size() > 1) {
        throw new AccountRefused("roles", "企业用户不能再有其他角色");
      }
      if (roles.contains(Role.ENTERPRISE) != (enterpriseId != null)) {
        throw new AccountRefused("enterpriseId", "企业用户须绑定一家企业，其他角色不绑定企业");
      }
      if (!roles.contains(Role.ASSESSOR) && !zones.isEmpty()) {
        throw new AccountRefused("zones", "只有省级考核员可以查看其他园区");
      }
    }
  }

  /** An account and the password drawn for it, to be shown once. */
  public record Opened(Account account, String password) {}

  /** In the scope of an administrator: of all zones, by zone and username. */
  @Transactional(readOnly = true)
  public List<Account> list() {
    return jdbc.sql("SELECT * FROM account ORDER BY zone_id, username")
        .query((row, i) -> Accounts.account(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Account> find(long zone, long id) {
    return jdbc.sql("SELECT * FROM account WHERE zone_id = ? AND id = ?")
        .params(zone, id)
        .query((row, i) -> Accounts.account(row))
        .optional();
  }

  /**
   * Opens an account with a drawn password that must be changed at the first sign-in.
   *
   * @throws AccountRefused when the username is taken or unfit
   */
  public Opened open(long zone, String username, Described described) {
    checkZone(zone, described);
    String name = checked(username);
    String password = Passwords.draw();
    changes.begin(zone, "新建账号 " + name);
    try {
      Account made =
          jdbc.sql(
                  """
                  INSERT INTO account (zone_id, username, display_name, password_hash, roles, enterprise_id, zones, disabled, must_change)
                  VALUES (:zone, :username, :name, :hash, :roles, :enterprise, :zones, :disabled, true) RETURNING *
                  """)
              .param("zone", zone)
              .param("username", name)
              .param("hash", encoder.encode(password))
              .params(described(described))
              .query((row, i) -> Accounts.account(row))
              .single();
      return new Opened(made, password);
    } catch (DuplicateKeyException e) {
      throw new AccountRefused("username", "用户名“" + name + "”已有人使用");
    }
  }

  /**
   * Changes what an account is.
   *
   * @param version that the administrator has seen
   * @throws AccountRefused when somebody changed it in between, or no administrator would be left
   */
  public void change(long zone, long id, int version, Described described) {
    checkZone(zone, described);
    changes.begin(zone, "修改账号 " + described.displayName());
    int changed =
        jdbc.sql(
                """
                UPDATE account SET display_name = :name, roles = :roles, enterprise_id = :enterprise, zones = :zones,
                  disabled = :disabled, version = version + 1
                WHERE zone_id = :zone AND id = :id AND version = :version
                """)
            .params(described(described))
            .param("zone", zone)
            .param("id", id)
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new AccountRefused("displayName", "此账号刚被别人修改过，请刷新后再改");
    }
    keepAnAdministrator();
  }

  /**
   * Gives a new drawn password, to be changed at the next sign-in; ends the account's sessions, its
   * access tokens and its lock.
   */
  public String resetPassword(long zone, long id) {
    Account account = find(zone, id).orElseThrow(() -> new AccountRefused("username", "没有这个账号"));
    String password = Passwords.draw();
    changes.begin(zone, "重设密码 " + account.username());
    jdbc.sql(
            """
            UPDATE account SET password_hash = ?, must_change = true, credentials = credentials + 1, version = version + 1
            WHERE zone_id = ? AND id = ?
            """)
        .params(encoder.encode(password), zone, id)
        .update();
    jdbc.sql(
            """
            UPDATE access_token SET revoked_at = now() WHERE zone_id = ? AND account_id = ? AND revoked_at IS NULL
            """)
        .params(zone, id)
        .update();
    lockout.succeeded(account.username());
    return password;
  }

  private static java.util.Map<String, @Nullable Object> described(Described described) {
    java.util.Map<String, @Nullable Object> values = new java.util.HashMap<>();
    values.put("name", described.displayName().strip());
    values.put("roles", described.roles().stream().map(Role::code).sorted().toArray(String[]::new));
    values.put(
        "enterprise",
        new org.springframework.jdbc.core.SqlParameterValue(
            java.sql.Types.BIGINT, described.enterpriseId()));
    values.put("zones", described.zones().toArray(Long[]::new));
    values.put("disabled", described.disabled());
    return values;
  }

  private static void checkZone(long zone, Described described) {
    boolean province = zone == Scope.PROVINCE;
    if (province
        && !Set.of(Role.ADMINISTRATOR, Role.ASSESSOR, Role.LEADER).containsAll(described.roles())) {
      throw new AccountRefused("zone", "省级账号只能是管理员、领导或考核员；其他角色请选所属园区");
    }
    if (!province && described.roles().contains(Role.ASSESSOR)) {
      throw new AccountRefused("zone", "考核员是省级账号，请不选所属园区");
    }
  }

  private static String checked(String username) {
    try {
      return Username.check(username);
    } catch (IllegalArgumentException e) {
      throw new AccountRefused("username", String.valueOf(e.getMessage()));
    }
  }

  /** Locks the administrators' rows: of two who leave at once, the second is refused. */
  private void keepAnAdministrator() {
    long left =
        jdbc.sql(
                """
                SELECT id FROM account WHERE zone_id = ? AND 'administrator' = ANY (roles) AND NOT disabled
                ORDER BY id FOR UPDATE
                """)
            .param(Scope.PROVINCE)
            .query(Long.class)
            .list()
            .size();
    if (left == 0) {
      throw new AccountRefused("roles", "至少要留一个可用的省级管理员");
    }
  }
}

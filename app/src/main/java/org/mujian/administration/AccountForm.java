package org.mujian.administration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.AccountOffice;
import org.mujian.identity.AccountRefused;
import org.mujian.identity.Role;

/** The form of an account, as typed. */
public record AccountForm(
    long zone,
    @Nullable String username,
    @Nullable String displayName,
    @Nullable List<String> roles,
    @Nullable String enterpriseId,
    @Nullable List<Long> zones,
    @Nullable Boolean disabled,
    int version) {

  /** A box that is not ticked is not sent. */
  public AccountForm {
    disabled = Boolean.TRUE.equals(disabled);
  }

  static AccountForm of(Account account) {
    return new AccountForm(
        account.zoneId(),
        account.username(),
        account.displayName(),
        account.roles().stream().map(Role::code).toList(),
        account.enterpriseId() == null ? "" : account.enterpriseId().toString(),
        account.zones(),
        account.disabled(),
        account.version());
  }

  static AccountForm empty(long zone) {
    return new AccountForm(zone, "", "", List.of(), "", List.of(), false, 0);
  }

  public boolean has(String role) {
    return roles != null && roles.contains(role);
  }

  public boolean reads(long zone) {
    return zones != null && zones.contains(zone);
  }

  public String text(@Nullable String field) {
    return field == null ? "" : field;
  }

  /**
   * @throws AccountRefused naming the field that is wrong
   */
  AccountOffice.Described described() {
    Set<Role> given = new LinkedHashSet<>();
    try {
      for (String role : roles == null ? List.<String>of() : roles) {
        given.add(Role.of(role));
      }
    } catch (IllegalArgumentException e) {
      throw new AccountRefused("roles", "没有这个角色");
    }
    String enterprise = text(enterpriseId).strip();
    if (!enterprise.matches("[0-9]{0,18}")) {
      throw new AccountRefused("enterpriseId", "请填企业编号（企业页面地址里的数字），不是“" + enterprise + "”");
    }
    return new AccountOffice.Described(
        text(displayName),
        given,
        enterprise.isEmpty() ? null : Long.valueOf(enterprise),
        zones == null ? List.of() : zones,
        Boolean.TRUE.equals(disabled));
  }
}

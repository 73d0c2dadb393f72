package org.mujian.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param zoneId the account's zone; 0 for the province's administrators and assessors
 * @param enterpriseId set for an enterprise's user only
 * @param zones further zones that an assessor reads
 */
public record Account(
    long zoneId,
    long id,
    String username,
    String displayName,
    Set<Role> roles,
    @Nullable Long enterpriseId,
    List<Long> zones,
    String language,
    boolean disabled,
    boolean mustChange,
    int version) {

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** The rooms whose bureau it works for, from its officer roles, for example {@code land}. */
  public List<String> rooms() {
    return roles.stream()
        .map(Role::code)
        .filter(code -> code.startsWith(Role.OFFICER))
        .map(code -> code.substring(Role.OFFICER.length()))
        .sorted()
        .toList();
  }

  public boolean hasAny(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}

package org.mujian.clusters;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what in this room. The database holds the zones apart; this tells the roles. */
final class Rights {

  private Rights() {}

  /** The zone's industry bureau, its leaders, its and the province's administrators. */
  static boolean mayWork(@Nullable Account account, long zone) {
    return account != null
        && (account.zoneId() == Scope.PROVINCE && account.has(Role.ADMINISTRATOR)
            || account.zoneId() == zone
                && account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_CLUSTERS));
  }

  /**
   * @throws AccessDeniedException when the account may not
   */
  static void mustWork(@Nullable Account account, long zone) {
    if (!mayWork(account, zone)) {
      throw new AccessDeniedException("not an officer of clusters");
    }
  }
}

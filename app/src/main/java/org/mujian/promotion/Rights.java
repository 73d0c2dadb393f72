package org.mujian.promotion;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what in this room. The database holds the zones apart; this tells the roles. */
public final class Rights {

  private Rights() {}

  /**
   * Works leads of the zone: its promotion officers, its leaders, its and the province's
   * administrators.
   */
  public static boolean mayWork(@Nullable Account account, long zone) {
    return mayTag(account)
        || account != null
            && account.zoneId() == zone
            && account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_PROMOTION);
  }

  /** Tags the registry that all zones share. */
  public static boolean mayTag(@Nullable Account account) {
    return account != null && account.zoneId() == Scope.PROVINCE && account.has(Role.ADMINISTRATOR);
  }

  /**
   * @throws AccessDeniedException when the account may not
   */
  public static void mustWork(@Nullable Account account, long zone) {
    if (!mayWork(account, zone)) {
      throw new AccessDeniedException("not an officer of promotion");
    }
  }
}

package org.mujian.services;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what in this room. The database holds zones and enterprises apart. */
final class Rights {

  private Rights() {}

  /** Services officers, clerks at the window, leaders and administrators of the zone. */
  static boolean mayWork(@Nullable Account account, long zone) {
    return account != null
        && (account.zoneId() == Scope.PROVINCE && account.has(Role.ADMINISTRATOR)
            || account.zoneId() == zone
                && account.hasAny(
                    Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_SERVICES, Role.CLERK));
  }

  /** Says in public what the zone's authorities promise. */
  static boolean mayPromise(@Nullable Account account, long zone) {
    return mayPublish(account)
        || account != null
            && account.zoneId() == zone
            && account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_SERVICES);
  }

  /** Enters the calendar that all zones share. */
  static boolean mayPublish(@Nullable Account account) {
    return account != null && account.zoneId() == Scope.PROVINCE && account.has(Role.ADMINISTRATOR);
  }

  /**
   * @throws AccessDeniedException when the account may not
   */
  static void mustWork(@Nullable Account account, long zone) {
    if (!mayWork(account, zone)) {
      throw new AccessDeniedException("no officer of services and no clerk");
    }
  }
}

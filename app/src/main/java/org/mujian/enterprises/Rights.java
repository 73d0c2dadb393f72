package org.mujian.enterprises;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** Who may write what of the registry. The database holds the zones apart; this tells the roles. */
@Component
final class Rights {

  /** Enterprises of the page's zone, and which the zone counts as its own. */
  boolean mayAdd(Page page) {
    Account account = page.account();
    return account != null && page.zone() != null && worksIn(account, page.zone().id());
  }

  boolean mayChange(Page page, Enterprise enterprise) {
    Account account = page.account();
    return enterprise.isShared() ? isProvinceAdministrator(account) : mayAdd(page);
  }

  static boolean isProvinceAdministrator(@Nullable Account account) {
    return account != null && account.has(Role.ADMINISTRATOR) && account.zoneId() == Scope.PROVINCE;
  }

  /** Officers of any bureau, clerks at the window, and administrators. */
  private static boolean worksIn(Account account, long zone) {
    return isProvinceAdministrator(account)
        || account.zoneId() == zone
            && (account.hasAny(Role.ADMINISTRATOR, Role.CLERK)
                || account.roles().stream().anyMatch(r -> r.code().startsWith("officer:")));
  }
}

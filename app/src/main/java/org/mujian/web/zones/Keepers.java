package org.mujian.web.zones;

import org.mujian.identity.Account;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.springframework.security.access.AccessDeniedException;

/** Who may write a zone's dossier, and who may make and remove zones. */
final class Keepers {

  private Keepers() {}

  static boolean mayEdit(Page page) {
    Account account = page.account();
    return account != null && account.hasAny(Role.ADMINISTRATOR, Role.LEADER);
  }

  static boolean mayCreate(Page page) {
    Account account = page.account();
    return account != null && account.zoneId() == Scope.PROVINCE && account.has(Role.ADMINISTRATOR);
  }

  static void checkEdit(Page page) {
    if (!mayEdit(page)) {
      throw new AccessDeniedException("only the administrator or a leader changes the dossier");
    }
  }

  static void checkCreate(Page page) {
    if (!mayCreate(page)) {
      throw new AccessDeniedException("only the province's administrator makes or removes zones");
    }
  }
}

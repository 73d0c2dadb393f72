package org.mujian.projects;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.identity.Role;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what in this room. */
final class Rights {

  private Rights() {}

  static boolean mayWrite(@Nullable Account account) {
    return account != null
        && account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_PROJECTS);
  }

  static void checkWrite(@Nullable Account account) {
    if (!mayWrite(account)) {
      throw new AccessDeniedException("projects are written by leaders and the projects bureau");
    }
  }

  static boolean mayRead(@Nullable Account account) {
    return account != null && May.SEE_COMMITTEE.isGranted(account);
  }

  /** Enterprises have their own pages. */
  static void checkRead(@Nullable Account account) {
    if (!mayRead(account)) {
      throw new AccessDeniedException("projects are read by the committee");
    }
  }
}

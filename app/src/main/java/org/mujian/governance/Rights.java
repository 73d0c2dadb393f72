package org.mujian.governance;

import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.identity.Role;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what in this room. */
final class Rights {

  private Rights() {}

  static boolean mayRead(@Nullable Account account) {
    return account != null && May.SEE_COMMITTEE.isGranted(account);
  }

  static void checkRead(@Nullable Account account) {
    if (!mayRead(account)) {
      throw new AccessDeniedException("appraisal is read by the committee");
    }
  }

  static boolean mayWrite(@Nullable Account account) {
    return account != null
        && account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_GOVERNANCE);
  }

  static void checkWrite(@Nullable Account account) {
    if (!mayWrite(account)) {
      throw new AccessDeniedException("appraisal is kept by leaders and the governance bureau");
    }
  }

  /** What is frozen stays so: a leader's act. */
  static boolean mayFreeze(@Nullable Account account) {
    return account != null && account.hasAny(Role.ADMINISTRATOR, Role.LEADER);
  }

  static void checkFreeze(@Nullable Account account) {
    if (!mayFreeze(account)) {
      throw new AccessDeniedException("a round is frozen by a leader");
    }
  }
}

package org.mujian.land;

import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.identity.Role;
import org.springframework.security.access.AccessDeniedException;

/** Which roles do what with land. What they see is the database's to say. */
final class Allowed {

  private Allowed() {}

  static boolean write(Account account) {
    return account.hasAny(Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_LAND);
  }

  /** Bureaus that bring projects reserve too. */
  static boolean reserve(Account account) {
    return write(account) || account.hasAny(Role.OFFICER_PROJECTS, Role.OFFICER_PROMOTION);
  }

  static void toSee(Account account) {
    May.SEE_COMMITTEE.check(account);
  }

  static void toWrite(Account account) {
    if (!write(account)) {
      throw new AccessDeniedException("land");
    }
  }

  static void toReserve(Account account) {
    if (!reserve(account)) {
      throw new AccessDeniedException("land");
    }
  }
}

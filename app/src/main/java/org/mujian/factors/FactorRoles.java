package org.mujian.factors;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.identity.Role;
import org.mujian.units.Period;
import org.springframework.security.access.AccessDeniedException;

/** Which roles do what with factors. What they see is the database's to say. */
final class FactorRoles {

  private FactorRoles() {}

  static boolean supply(Account account) {
    return account.hasAny(
        Role.ADMINISTRATOR, Role.LEADER, Role.OFFICER_LAND, Role.OFFICER_PROJECTS);
  }

  static void toSee(Account account) {
    May.SEE_COMMITTEE.check(account);
  }

  static void toSupply(Account account) {
    if (!supply(account)) {
      throw new AccessDeniedException("factors");
    }
  }

  /** Bureaus that bring projects reserve too. */
  static boolean reserve(Account account) {
    return supply(account) || account.has(Role.OFFICER_PROMOTION);
  }

  static void toReserve(Account account) {
    if (!reserve(account)) {
      throw new AccessDeniedException("factors");
    }
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new FactorRefused(
          "日期写作 2026-04-03：「" + text + "」", "A day is written 2026-04-03: '" + text + "'");
    }
  }

  static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (DateTimeParseException e) {
      throw new FactorRefused(
          "期间写作 2026 或 2026-Q3：「" + text + "」",
          "A period is written 2026 or 2026-Q3: '" + text + "'");
    }
  }
}

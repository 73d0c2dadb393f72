package org.mujian.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The account behind the request at hand, as the database has it now. */
public final class CurrentAccount {

  private static final String ATTRIBUTE = CurrentAccount.class.getName();

  private CurrentAccount() {}

  static void set(HttpServletRequest request, Account account) {
    request.setAttribute(ATTRIBUTE, account);
  }

  public static Optional<Account> find(HttpServletRequest request) {
    return Optional.ofNullable((Account) request.getAttribute(ATTRIBUTE));
  }

  /**
   * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in
   */
  public static Account get(HttpServletRequest request) {
    return find(request)
        .orElseThrow(
            () -> new org.springframework.security.access.AccessDeniedException("not signed in"));
  }
}

package org.mujian.identity;

import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/**
 * What a role may do, beyond what the database shows it. An assessor also writes nothing: its
 * transactions are read-only; an enterprise's user sees its own enterprise's rows only.
 *
 * <table>
 * <caption>Who may</caption>
 * <tr><th>act<th>administrator<th>leader<th>bureau officer<th>clerk<th>assessor<th>enterprise
 * <tr><td>{@link #SEE_COMMITTEE}<td>yes<td>yes<td>yes<td>yes<td>yes<td>no
 * <tr><td>{@link #ADMINISTER}<td>yes<td>no<td>no<td>no<td>no<td>no
 * <tr><td>{@link #SEE_HISTORY}<td>yes<td>yes<td>no<td>no<td>no<td>no
 * <tr><td>{@link #RECORD_FACTS}<td>yes<td>yes<td>its bureau's<td>no<td>no<td>no
 * <tr><td>{@link #APPROVE_FACTS}<td>yes<td>yes<td>no<td>no<td>no<td>no
 * </table>
 */
public enum May {
  /** Look at the committee's pages. */
  SEE_COMMITTEE(Role.ADMINISTRATOR, Role.LEADER, Role.CLERK, Role.ASSESSOR) {
    @Override
    public boolean isGranted(Account account) {
      return super.isGranted(account) || !account.rooms().isEmpty();
    }
  },
  /** Keep accounts, zones and what all zones share. */
  ADMINISTER(Role.ADMINISTRATOR),
  /** Read who changed what, whoever's bureau it was. */
  SEE_HISTORY(Role.ADMINISTRATOR, Role.LEADER),
  /** Put figures in; an officer for the rooms of its bureau only. */
  RECORD_FACTS(Role.ADMINISTRATOR, Role.LEADER) {
    @Override
    public boolean isGranted(Account account) {
      return super.isGranted(account) || !account.rooms().isEmpty();
    }
  },
  /** Approve or return figures that somebody else put in. */
  APPROVE_FACTS(Role.ADMINISTRATOR, Role.LEADER);

  private final List<Role> roles;

  May(Role... roles) {
    this.roles = List.of(roles);
  }

  public boolean isGranted(Account account) {
    return roles.stream().anyMatch(account::has);
  }

  /**
   * @throws AccessDeniedException when not granted; pages and the API answer it with 403
   */
  public void check(Account account) {
    if (!isGranted(account)) {
      throw new AccessDeniedException(name());
    }
  }
}

package org.mujian.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The account behind a request, as Spring Security carries it.
 *
 * @param credentials the count of the account's passwords at sign-in: after another one the session
 *     ends
 */
public record SignedIn(Account account, int credentials) implements UserDetails {

  SignedIn(Accounts.Stored stored) {
    this(stored.account(), stored.credentials());
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    List<SimpleGrantedAuthority> authorities =
        account.roles().stream().map(role -> new SimpleGrantedAuthority(role.code())).toList();
    return authorities;
  }

  /** Never kept in memory. */
  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public String getUsername() {
    return account.username();
  }
}

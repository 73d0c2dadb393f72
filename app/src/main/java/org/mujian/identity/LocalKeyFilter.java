package org.mujian.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code Authorization: Mujian-Local …} signs in as the first administrator that is not disabled,
 * from this machine only and never through a proxy.
 */
final class LocalKeyFilter extends OncePerRequestFilter {

  private final LocalKey key;
  private final Accounts accounts;
  private final JdbcClient jdbc;

  LocalKeyFilter(LocalKey key, Accounts accounts, JdbcClient jdbc) {
    this.key = key;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null
        && header.startsWith(LocalKey.SCHEME + " ")
        && TrueSender.isThisMachine(request)
        && key.opens(header.substring(LocalKey.SCHEME.length() + 1))) {
      administrator().map(SignedIn::new).ifPresent(LocalKeyFilter::signIn);
    }
    chain.doFilter(request, response);
  }

  private static void signIn(SignedIn signedIn) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            signedIn, null, signedIn.getAuthorities()));
    SecurityContextHolder.setContext(context);
  }

  private Optional<Accounts.Stored> administrator() {
    return accounts
        .inAllZones(
            () ->
                jdbc.sql(
                        "SELECT id FROM account WHERE zone_id = 0 AND NOT disabled AND"
                            + " 'administrator' = ANY (roles) ORDER BY id LIMIT 1")
                    .query(Long.class)
                    .optional())
        .flatMap(accounts::findStored);
  }
}

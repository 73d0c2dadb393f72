package org.mujian.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mujian.store.Scope;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the rest of a request work in the scope of the account that makes it. */
@Component
class ScopeFilter extends OncePerRequestFilter {

  private final Accounts accounts;

  ScopeFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      chain.doFilter(request, response);
      return;
    }
    // Read again at each request: a disabled account or a withdrawn role holds from the next click.
    Optional<Account> account = accounts.find(signedIn.account().id());
    if (account.isEmpty() || account.get().disabled()) {
      SecurityContextHolder.clearContext();
      Optional.ofNullable(request.getSession(false)).ifPresent(s -> s.invalidate());
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    CurrentAccount.set(request, account.get());
    Scope scope = accounts.scopeOf(account.get());
    try {
      scope.call(
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OnlyInTheChains {
    /** A filter bean would also run outside the security chains, before anyone is signed in. */
    @Bean
    FilterRegistrationBean<ScopeFilter> scopeFilterRegistration(ScopeFilter filter) {
      FilterRegistrationBean<ScopeFilter> registration = new FilterRegistrationBean<>(filter);
      registration.setEnabled(false);
      return registration;
    }
  }
}

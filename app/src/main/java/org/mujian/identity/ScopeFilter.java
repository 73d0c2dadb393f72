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
    Optional<Account> holds =
        accounts
            .findStored(signedIn.account().id())
            .filter(found -> !found.account().disabled())
            // Another password ends every session that began under the old one.
            .filter(found -> found.credentials() == signedIn.credentials())
            .map(Accounts.Stored::account);
    if (holds.isEmpty()) {
      end(request, response);
      return;
    }
    Account account = holds.get();
    if (account.mustChange() && !isAllowedBeforeChange(request)) {
      demandChange(request, response);
      return;
    }
    CurrentAccount.set(request, account);
    Scope scope = accounts.scopeOf(account);
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

  /** Files that are the same for everybody need no scope. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  private static void end(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SecurityContextHolder.clearContext();
    Optional.ofNullable(request.getSession(false)).ifPresent(s -> s.invalidate());
    if (isApi(request)) {
      ApiRefusal.write(response, 401, "Not signed in", "登录已失效，请重新登录");
    } else {
      response.sendRedirect("/sign-in?ended");
    }
  }

  /** A password that somebody else gave is changed before anything else is done with it. */
  private static void demandChange(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isApi(request)) {
      ApiRefusal.write(response, 403, "Password must be changed", "请先在“我的账号”页修改密码，再使用接口");
    } else {
      response.sendRedirect("/account");
    }
  }

  private static boolean isAllowedBeforeChange(HttpServletRequest request) {
    return java.util.Set.of(
            "/account",
            "/account/password",
            "/sign-out",
            "/sign-in",
            "/language",
            "/theme",
            "/error")
        .contains(request.getRequestURI());
  }

  private static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
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

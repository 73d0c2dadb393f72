package org.mujian.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * Who gets in: pages by form and session, {@code /api} by HTTP Basic or an access token. {@link
 * SignIn}, the only provider, is found by Spring; naming it in a chain too would ask it twice, and
 * count each failure twice.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** No script, style, frame or connection but our own: nothing phones out. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      ScopeFilter scope,
      AccessTokens tokens,
      LocalKey localKey,
      Accounts accounts,
      org.springframework.jdbc.core.simple.JdbcClient jdbc)
      throws Exception {
    headers(http);
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable()) // no cookie signs in here, so none can be abused
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(basic -> basic.authenticationEntryPoint(new ApiRefusal()))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new ApiRefusal()).accessDeniedHandler(new ApiRefusal()))
        .addFilterBefore(new TokenFilter(tokens), BasicAuthenticationFilter.class)
        .addFilterBefore(
            new LocalKeyFilter(localKey, accounts, jdbc), BasicAuthenticationFilter.class)
        .addFilterBefore(scope, AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, ScopeFilter scope) throws Exception {
    headers(http);
    return http.addFilterBefore(scope, AuthorizationFilter.class)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .loginProcessingUrl("/sign-in")
                    .defaultSuccessUrl("/")
                    .failureHandler(
                        (request, response, failure) ->
                            response.sendRedirect(
                                failure
                                        instanceof
                                        org.springframework.security.authentication.LockedException
                                    ? "/sign-in?locked"
                                    : "/sign-in?failed"))
                    .permitAll())
        .exceptionHandling(e -> e.accessDeniedHandler(SecurityConfiguration::refuse))
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(PathRequest.toStaticResources().atCommonLocations())
                    .permitAll()
                    .requestMatchers(
                        "/sign-in", "/assets/**", "/language", "/actuator/health/**", "/error")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .requestMatchers("/account/**", "/sign-out", "/help/**", "/theme")
                    .authenticated()
                    .requestMatchers("/portal", "/portal/**")
                    .access((who, asked) -> isOfEnterprise(asked.getRequest()))
                    .anyRequest()
                    .access((who, asked) -> seesCommittee(asked.getRequest())))
        .build();
  }

  /** All other pages are the committee's: an enterprise's user is refused, whatever it names. */
  private static AuthorizationDecision seesCommittee(HttpServletRequest request) {
    return new AuthorizationDecision(
        CurrentAccount.find(request).filter(May.SEE_COMMITTEE::isGranted).isPresent());
  }

  /** The portal is the enterprises'; the database shows each its own rows. */
  private static AuthorizationDecision isOfEnterprise(HttpServletRequest request) {
    return new AuthorizationDecision(
        CurrentAccount.find(request).filter(who -> who.has(Role.ENTERPRISE)).isPresent());
  }

  /** An enterprise's user has a page of its own instead of the choice of zone. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    boolean home = request.getRequestURI().equals("/");
    if (home && CurrentAccount.find(request).isPresent()) {
      boolean enterprise = CurrentAccount.get(request).has(Role.ENTERPRISE);
      response.sendRedirect(enterprise ? "/portal" : "/account");
      return;
    }
    // The error page tells a missing role from a session that ended.
    request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
    response.sendError(403);
  }

  private static void headers(HttpSecurity http) {
    http.headers(
        headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(
                    referrer ->
                        referrer.policy(
                            org.springframework.security.web.header.writers
                                .ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)));
  }
}

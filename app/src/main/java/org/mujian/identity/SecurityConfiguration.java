package org.mujian.identity;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.web.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Who gets in: pages by form and session, {@code /api} by HTTP Basic or an access token. */
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
  SecurityFilterChain api(HttpSecurity http, SignIn signIn, ScopeFilter scope, AccessTokens tokens)
      throws Exception {
    headers(http);
    return http.securityMatcher("/api/**")
        .authenticationProvider(signIn)
        .csrf(csrf -> csrf.disable()) // no cookie signs in here, so none can be abused
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(basic -> basic.authenticationEntryPoint(new ApiRefusal()))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new ApiRefusal()).accessDeniedHandler(new ApiRefusal()))
        .addFilterBefore(new TokenFilter(tokens), BasicAuthenticationFilter.class)
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
  SecurityFilterChain pages(HttpSecurity http, SignIn signIn, ScopeFilter scope) throws Exception {
    headers(http);
    return http.authenticationProvider(signIn)
        .addFilterBefore(scope, AuthorizationFilter.class)
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
        .exceptionHandling(
            e ->
                e.accessDeniedHandler(
                    (request, response, denied) -> {
                      // The error page tells a missing role from a session that ended.
                      request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
                      response.sendError(403);
                    }))
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
                    .anyRequest()
                    .authenticated())
        .build();
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

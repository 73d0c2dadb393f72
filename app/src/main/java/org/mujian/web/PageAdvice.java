package org.mujian.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Builds the {@link Page} of a request. */
@Component
public class PageAdvice {

  static final String LANGUAGE_COOKIE = "mujian-language";
  static final String THEME_COOKIE = "mujian-theme";

  /** Where deadlines and dates of the pages are counted. */
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final Pattern IN_A_ZONE = Pattern.compile("/z/([^/]+)(?:/|$)");
  private static final String ATTRIBUTE = Page.class.getName();

  private final Texts texts;
  private final Zones zones;
  private final Clock clock;

  PageAdvice(Texts texts, Zones zones, Clock clock) {
    this.texts = texts;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * @throws NoSuchZone when the address names a zone that does not exist or is not the account's
   */
  Page page(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Page made) {
      return made;
    }
    List<Zone> visible = visible(request);
    Page page = page(request, visible, zone(request, visible));
    request.setAttribute(ATTRIBUTE, page);
    return page;
  }

  /** The page of a request that failed: outside any zone when the zone is what failed. */
  Page pageInAnyCase(HttpServletRequest request) {
    try {
      return page(request);
    } catch (NoSuchZone e) {
      return page(request, visible(request), null);
    }
  }

  private Page page(HttpServletRequest request, List<Zone> visible, @Nullable Zone zone) {
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    @Nullable Account account = CurrentAccount.find(request).orElse(null);
    String query = request.getQueryString();
    return new Page(
        texts,
        language(request, account),
        account,
        zone,
        visible,
        address(request),
        address(request) + (query == null ? "" : "?" + query),
        LocalDate.now(clock.withZone(SHANGHAI)),
        Theme.of(cookie(request, THEME_COOKIE, "auto")).code(),
        csrf == null ? "" : csrf.getParameterName(),
        csrf == null ? "" : csrf.getToken());
  }

  /** On the way to an error page the request's own address is {@code /error}. */
  private static String address(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  private List<Zone> visible(HttpServletRequest request) {
    return CurrentAccount.find(request).isEmpty()
        ? List.of()
        : zones.listAll().stream()
            .filter(zone -> Scope.current().zones().contains(zone.id()))
            .toList();
  }

  static Language language(HttpServletRequest request, @Nullable Account account) {
    return Language.of(
        cookie(request, LANGUAGE_COOKIE, account == null ? "zh-Hans" : account.language()));
  }

  private static @Nullable Zone zone(HttpServletRequest request, List<Zone> visible) {
    Matcher found = IN_A_ZONE.matcher(address(request));
    if (!found.lookingAt()) {
      return null;
    }
    String code = found.group(1);
    return visible.stream()
        .filter(zone -> zone.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NoSuchZone(code));
  }

  private static String cookie(HttpServletRequest request, String name, String otherwise) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? otherwise
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(otherwise);
  }
}

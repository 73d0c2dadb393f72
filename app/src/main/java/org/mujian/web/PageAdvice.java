package org.mujian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.store.Scope;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Builds the {@link Page} of a request. */
@Component
public class PageAdvice {

  static final String LANGUAGE_COOKIE = "mujian-language";
  static final String THEME_COOKIE = "mujian-theme";

  private final Texts texts;
  private final Zones zones;

  PageAdvice(Texts texts, Zones zones) {
    this.texts = texts;
    this.zones = zones;
  }

  /**
   * @throws NoSuchZone when the address names a zone that does not exist or is not the account's
   */
  Page page(HttpServletRequest request) {
    @Nullable Account account = CurrentAccount.find(request).orElse(null);
    List<Zone> visible =
        account == null
            ? List.of()
            : zones.listAll().stream()
                .filter(zone -> Scope.current().zones().contains(zone.id()))
                .toList();
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Page(
        texts,
        language(request, account),
        account,
        zone(request, visible),
        visible,
        request.getRequestURI(),
        cookie(request, THEME_COOKIE, "auto"),
        csrf == null ? "" : csrf.getParameterName(),
        csrf == null ? "" : csrf.getToken());
  }

  static Language language(HttpServletRequest request, @Nullable Account account) {
    return Language.of(
        cookie(request, LANGUAGE_COOKIE, account == null ? "zh-Hans" : account.language()));
  }

  private static @Nullable Zone zone(HttpServletRequest request, List<Zone> visible) {
    @SuppressWarnings("unchecked")
    Map<String, String> variables =
        (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String code = variables == null ? null : variables.get("zone");
    if (code == null) {
      return null;
    }
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

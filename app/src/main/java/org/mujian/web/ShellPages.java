package org.mujian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.mujian.identity.OwnAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, language and theme. */
@Controller
class ShellPages {

  private final OwnAccount own;

  ShellPages(OwnAccount own) {
    this.own = own;
  }

  @GetMapping("/sign-in")
  String signIn(@RequestParam Map<String, String> asked, Model model) {
    for (String outcome : List.of("failed", "locked", "out", "ended", "changed")) {
      if (asked.containsKey(outcome)) {
        model.addAttribute("message", "sign-in." + outcome);
      }
    }
    return "web/sign-in";
  }

  /** For this browser by a cookie, and for the account's next ones. */
  @PostMapping("/language")
  String language(
      Page page, @RequestParam String to, @RequestParam String back, HttpServletResponse response) {
    String tag = Language.of(to).tag();
    keep(response, PageAdvice.LANGUAGE_COOKIE, tag);
    if (page.account() != null && !page.account().language().equals(tag)) {
      own.setLanguage(page.account(), tag);
    }
    return "redirect:" + Back.to(back);
  }

  @PostMapping("/theme")
  String theme(@RequestParam String to, @RequestParam String back, HttpServletResponse response) {
    keep(response, PageAdvice.THEME_COOKIE, Theme.of(to).code());
    return "redirect:" + Back.to(back);
  }

  private static void keep(HttpServletResponse response, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(365 * 24 * 3600);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}

package org.mujian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, language and theme. */
@Controller
class ShellPages {

  @GetMapping("/sign-in")
  String signIn(@RequestParam Map<String, String> asked, Model model) {
    for (String outcome : List.of("failed", "locked", "out", "ended", "changed")) {
      if (asked.containsKey(outcome)) {
        model.addAttribute("message", "sign-in." + outcome);
      }
    }
    return "web/sign-in";
  }

  @PostMapping("/language")
  String language(
      @RequestParam String to, @RequestParam String back, HttpServletResponse response) {
    keep(response, PageAdvice.LANGUAGE_COOKIE, Language.of(to).tag());
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

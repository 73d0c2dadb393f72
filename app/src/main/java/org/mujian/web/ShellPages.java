package org.mujian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, choice of zone, language, and the wall map. */
@Controller
class ShellPages {

  private final List<Panel> panels;
  private final TransactionTemplate transaction;

  ShellPages(List<Panel> panels, TransactionTemplate transaction) {
    this.panels = panels.stream().sorted(Comparator.comparingInt(Panel::programme)).toList();
    this.transaction = transaction;
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

  @GetMapping("/")
  String home(Page page) {
    return page.zones().size() == 1
        ? "redirect:/z/" + page.zones().getFirst().code() + "/wall"
        : "web/home";
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

  @GetMapping("/z/{zone}/wall")
  String wall(Page page, Model model) {
    List<PanelView> views =
        transaction.execute(
            status ->
                panels.stream()
                    .map(panel -> new PanelView(panel.programme(), panel.content(page)))
                    .toList());
    model.addAttribute("panels", views);
    return "web/wall";
  }
}

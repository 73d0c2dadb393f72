package org.mujian.land;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mujian.identity.CurrentAccount;
import org.mujian.units.Money;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new work. */
@Controller
class WorkFormPages {

  private final Works works;

  WorkFormPages(Works works) {
    this.works = works;
  }

  @GetMapping("/z/{zone}/land/works/new")
  ModelAndView ask(Page page, HttpServletRequest request) {
    Allowed.toWrite(CurrentAccount.get(request));
    return form(Map.of(), Map.of(), HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/land/works/new")
  ModelAndView create(
      Page page, HttpServletRequest request, @RequestParam Map<String, String> typed) {
    Allowed.toWrite(CurrentAccount.get(request));
    Inputs in = new Inputs(page);
    String number = in.text("number", typed.getOrDefault("number", ""), 30);
    String name = in.text("name", typed.getOrDefault("name", ""), 60);
    BigDecimal budget = in.number("budget", typed.getOrDefault("budget", ""), true);
    BigDecimal estimate = in.number("estimate", typed.getOrDefault("estimate", ""), false);
    LocalDate start = in.date("start", typed.getOrDefault("start", ""), false);
    LocalDate finish = in.date("finish", typed.getOrDefault("finish", ""), true);
    if (budget == null || finish == null || !in.errors().isEmpty()) {
      return form(typed, in.errors(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (start != null && finish.isBefore(start)) {
      return form(
          typed,
          Map.of("finish", page.t("land.work.new.order", start, finish)),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    WorkRows.New wanted =
        new WorkRows.New(
            number,
            name,
            typed.getOrDefault("contractor", "").strip(),
            Money.ofWan(budget),
            estimate == null ? null : Money.ofWan(estimate),
            start,
            finish,
            finish,
            null,
            typed.getOrDefault("note", "").strip(),
            false);
    try {
      Work made = works.create(Objects.requireNonNull(page.zone()).id(), wanted);
      return new ModelAndView("redirect:" + page.in("land/works/" + made.id()));
    } catch (LandRefused refused) {
      return form(typed, Map.of("number", refused.in(page.language())), HttpStatus.CONFLICT);
    }
  }

  private static ModelAndView form(
      Map<String, String> typed, Map<String, String> errors, HttpStatus status) {
    return new ModelAndView(
        "land/new-work", Map.of("typed", new LinkedHashMap<>(typed), "errors", errors), status);
  }
}

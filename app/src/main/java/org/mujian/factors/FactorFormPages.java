package org.mujian.factors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mujian.identity.CurrentAccount;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new factor account. */
@Controller
class FactorFormPages {

  private final FactorAccounts accounts;

  FactorFormPages(FactorAccounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/z/{zone}/factors/new")
  ModelAndView ask(Page page, HttpServletRequest request) {
    FactorRoles.toSupply(CurrentAccount.get(request));
    return form(Map.of("factor", "quota-new"), Map.of(), HttpStatus.OK);
  }

  @PostMapping("/z/{zone}/factors/new")
  ModelAndView create(
      Page page, HttpServletRequest request, @RequestParam Map<String, String> typed) {
    FactorRoles.toSupply(CurrentAccount.get(request));
    Map<String, String> errors = new LinkedHashMap<>();
    FactorAccounts.New wanted = NewAccount.read(page, typed, errors);
    if (wanted == null) {
      return form(typed, errors, HttpStatus.UNPROCESSABLE_ENTITY);
    }
    try {
      FactorAccount made = accounts.create(Objects.requireNonNull(page.zone()).id(), wanted);
      return new ModelAndView("redirect:" + page.in("factors/" + made.id()));
    } catch (FactorRefused refused) {
      return form(typed, Map.of("code", refused.in(page.language())), HttpStatus.CONFLICT);
    }
  }

  private static ModelAndView form(
      Map<String, String> typed, Map<String, String> errors, HttpStatus status) {
    return new ModelAndView(
        "factors/new",
        Map.of(
            "typed", new LinkedHashMap<>(typed), "errors", errors, "factors", NewAccount.FACTORS),
        status);
  }
}

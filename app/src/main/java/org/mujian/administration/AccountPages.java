package org.mujian.administration;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.AccountOffice;
import org.mujian.identity.AccountRefused;
import org.mujian.identity.May;
import org.mujian.identity.Role;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.mujian.zone.Zone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's pages of accounts. A drawn password is shown once, on the answer itself. */
@Controller
class AccountPages {

  private final AccountOffice office;

  AccountPages(AccountOffice office) {
    this.office = office;
  }

  @GetMapping("/accounts")
  ModelAndView list(Page page, @RequestParam(defaultValue = "") String q) {
    check(page);
    List<AccountLine> lines =
        office.list().stream()
            .filter(a -> a.username().contains(q) || a.displayName().contains(q))
            .map(a -> new AccountLine(a, zone(page, a.zoneId()), roles(page, a)))
            .toList();
    return new ModelAndView("administration/accounts", Map.of("lines", lines, "q", q));
  }

  @GetMapping("/accounts/new")
  ModelAndView blank(Page page) {
    check(page);
    long zone = page.zones().size() == 1 ? page.zones().getFirst().id() : Scope.PROVINCE;
    return form(page, null, AccountForm.empty(zone), null);
  }

  @PostMapping("/accounts")
  ModelAndView open(Page page, @ModelAttribute AccountForm form) {
    check(page);
    try {
      mine(page, form.zone());
      var opened = office.open(form.zone(), form.text(form.username()), form.described());
      return shown(opened.account(), opened.password());
    } catch (AccountRefused e) {
      return form(page, null, form, e);
    }
  }

  @GetMapping("/accounts/{zoneId:[0-9]{1,18}}/{id:[0-9]{1,18}}")
  ModelAndView one(Page page, @PathVariable long zoneId, @PathVariable long id) {
    check(page);
    Account account = get(zoneId, id);
    return form(page, account, AccountForm.of(account), null);
  }

  @PostMapping("/accounts/{zoneId:[0-9]{1,18}}/{id:[0-9]{1,18}}")
  ModelAndView change(
      Page page,
      @PathVariable long zoneId,
      @PathVariable long id,
      @ModelAttribute AccountForm form) {
    check(page);
    Account account = get(zoneId, id);
    try {
      office.change(zoneId, id, form.version(), form.described());
      return new ModelAndView("redirect:/accounts");
    } catch (AccountRefused e) {
      return form(page, account, form, e);
    }
  }

  @PostMapping("/accounts/{zoneId:[0-9]{1,18}}/{id:[0-9]{1,18}}/password")
  ModelAndView reset(Page page, @PathVariable long zoneId, @PathVariable long id) {
    check(page);
    Account account = get(zoneId, id);
    return shown(account, office.resetPassword(zoneId, id));
  }

  private static ModelAndView shown(Account account, String password) {
    return new ModelAndView(
        "administration/password", Map.of("account", account, "password", password));
  }

  private ModelAndView form(
      Page page, @Nullable Account account, AccountForm form, @Nullable AccountRefused refused) {
    ModelAndView view = new ModelAndView("administration/account");
    view.addObject("account", account);
    view.addObject("form", form);
    view.addObject(
        "errors", refused == null ? Map.of() : Map.of(refused.field(), refused.reason()));
    view.addObject("zones", page.zones());
    if (refused != null) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return view;
  }

  private Account get(long zone, long id) {
    return office
        .find(zone, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static void check(Page page) {
    May.ADMINISTER.check(requireNonNull(page.account()));
  }

  private static void mine(Page page, long zone) {
    boolean known =
        Scope.current().zones().contains(zone)
            && (zone == Scope.PROVINCE || page.zones().stream().anyMatch(z -> z.id() == zone));
    if (!known) {
      throw new AccountRefused("zone", "没有这个园区");
    }
  }

  private static String zone(Page page, long id) {
    return page.zones().stream()
        .filter(zone -> zone.id() == id)
        .findFirst()
        .map(Zone::shortName)
        .orElse(page.t("accounts.province"));
  }

  private static String roles(Page page, Account account) {
    List<String> names = new ArrayList<>();
    for (Role role : Role.values()) {
      if (account.has(role)) {
        names.add(page.t("role." + role.code().replace(':', '.')));
      }
    }
    return String.join("、", names);
  }
}

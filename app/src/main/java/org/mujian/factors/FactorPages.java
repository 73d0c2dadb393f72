package org.mujian.factors;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.CurrentAccount;
import org.mujian.units.Period;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A factor account: what it has, who holds it until when, and the ledger behind it. */
@Controller
class FactorPages {

  private static final int LINES = 100;
  private static final BigDecimal NEARLY = new BigDecimal("0.9");

  private final FactorAccounts accounts;
  private final Factors factors;

  FactorPages(FactorAccounts accounts, Factors factors) {
    this.accounts = accounts;
    this.factors = factors;
  }

  /** An account with what it has today. */
  static FactorLine line(Page page, FactorAccount account, List<Balance> balances) {
    String period = account.periods(page.today(), page.today()).getFirst().toString();
    Balance now = balances.stream().filter(b -> b.period().equals(period)).findFirst().orElse(null);
    return new FactorLine(account, now, light(page, account, now));
  }

  static Light light(Page page, FactorAccount account, @Nullable Balance now) {
    if (now == null || now.cap().signum() == 0) {
      return new Light(Light.State.WARN, page.t("factors.none"));
    }
    String free = page.number(now.free().stripTrailingZeros()) + " " + account.unit();
    if (now.free().signum() == 0) {
      return new Light(Light.State.BAD, page.t("factors.spent"));
    }
    return nearly(now)
        ? new Light(Light.State.WARN, page.t("factors.nearly", free))
        : new Light(Light.State.OK, page.t("factors.left", free));
  }

  static boolean nearly(Balance now) {
    return now.used().compareTo(now.cap().multiply(NEARLY)) >= 0;
  }

  @GetMapping("/z/{zone}/factors/{id:\\d+}")
  String account(Page page, HttpServletRequest request, @PathVariable long id, Model model) {
    return account(page, request, id, Map.of(), Map.of(), model);
  }

  private String account(
      Page page,
      HttpServletRequest request,
      long id,
      Map<String, String> typed,
      Map<String, String> errors,
      Model model) {
    FactorRoles.toSee(CurrentAccount.get(request));
    long zone = Objects.requireNonNull(page.zone()).id();
    FactorAccount account = accounts.get(zone, id);
    List<Balance> balances = accounts.listBalances(zone, id);
    model.addAttribute("line", line(page, account, balances));
    model.addAttribute("balances", balances);
    model.addAttribute("held", factors.listHeld(zone, id));
    model.addAttribute("ledger", factors.listLedger(zone, id, LINES));
    model.addAttribute("typed", new LinkedHashMap<>(typed));
    model.addAttribute("errors", errors);
    model.addAttribute("maySupply", FactorRoles.supply(CurrentAccount.get(request)));
    model.addAttribute("mayReserve", FactorRoles.reserve(CurrentAccount.get(request)));
    return "factors/account";
  }

  /** For a holder known by name only; a project reserves on its own page. */
  @PostMapping("/z/{zone}/factors/{id}/reservations")
  String reserve(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model) {
    FactorRoles.toReserve(CurrentAccount.get(request));
    String holder = typed.getOrDefault("holder", "").strip();
    String wanted = typed.getOrDefault("wanted", "").strip().replace(",", "");
    if (!wanted.matches("\\d{1,12}(\\.\\d{1,4})?")) {
      return account(
          page, request, id, typed, Map.of("wanted", page.t("factors.amount.wrong")), model);
    }
    try {
      factors.reserve(
          Objects.requireNonNull(page.zone()).id(),
          new FactorAsk(
              id,
              "manual:" + holder.replaceAll("\\s+", "_"),
              holder,
              new BigDecimal(wanted),
              FactorRoles.day(typed.getOrDefault("from", "")),
              FactorRoles.day(typed.getOrDefault("until", ""))));
    } catch (FactorRefused refused) {
      return account(
          page, request, id, typed, Map.of("wanted", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("factors/" + id);
  }

  @PostMapping("/z/{zone}/factors/{id}/supplies")
  String supply(
      Page page,
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model) {
    FactorRoles.toSupply(CurrentAccount.get(request));
    String amount = typed.getOrDefault("amount", "").strip().replace(",", "");
    if (!amount.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
      return account(
          page, request, id, typed, Map.of("amount", page.t("factors.amount.wrong")), model);
    }
    try {
      Period period = FactorRoles.period(typed.getOrDefault("period", "").strip());
      factors.supply(
          Objects.requireNonNull(page.zone()).id(),
          id,
          period,
          new BigDecimal(amount),
          typed.getOrDefault("why", "").strip());
    } catch (FactorRefused refused) {
      return account(
          page, request, id, typed, Map.of("amount", refused.in(page.language())), model);
    }
    return "redirect:" + page.in("factors/" + id);
  }
}

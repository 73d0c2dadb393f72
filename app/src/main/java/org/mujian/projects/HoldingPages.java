package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mujian.factors.FactorAccount;
import org.mujian.factors.FactorRefused;
import org.mujian.land.LandRefused;
import org.mujian.land.ParcelState;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reserves a parcel and factors for a project, all or nothing. */
@Controller
class HoldingPages {

  private static final String PAGE = "/z/{zone}/projects/{id:\\d{1,18}}/reserve";

  private final Holding holding;
  private final Projects projects;
  private final Needs needs;
  private final TransactionTemplate transaction;

  HoldingPages(Holding holding, Projects projects, Needs needs, TransactionTemplate transaction) {
    this.holding = holding;
    this.projects = projects;
    this.needs = needs;
    this.transaction = transaction;
  }

  @GetMapping(PAGE)
  ModelAndView form(Page page, @PathVariable long id) {
    Rights.checkWrite(page.account());
    return form(page, id, defaults(page, id), "", HttpStatus.OK);
  }

  @PostMapping(PAGE)
  ModelAndView reserve(Page page, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Rights.checkWrite(page.account());
    try {
      holding.reserve(ProjectPages.zone(page), id, ask(page, typed));
      return new ModelAndView("redirect:" + page.in("projects/" + id));
    } catch (LandRefused e) {
      return form(page, id, typed, e.in(page.language()), HttpStatus.CONFLICT);
    } catch (FactorRefused e) {
      return form(page, id, typed, e.in(page.language()), HttpStatus.CONFLICT);
    } catch (ProjectRefused e) {
      return form(page, id, typed, String.valueOf(e.getMessage()), HttpStatus.CONFLICT);
    }
  }

  private Holding.Ask ask(Page page, Map<String, String> typed) {
    List<Holding.Share> shares = new ArrayList<>();
    for (FactorAccount account : holding.accounts(ProjectPages.zone(page))) {
      String text = typed.getOrDefault("share-" + account.id(), "").replaceAll("[,，\\s]", "");
      if (!text.isEmpty()) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,4})?")) {
          throw new ProjectRefused(account.name() + "「" + text + "」不是数量（" + account.unit() + "）");
        }
        shares.add(new Holding.Share(account.id(), new BigDecimal(text)));
      }
    }
    String parcel = typed.getOrDefault("parcel", "");
    return new Holding.Ask(
        parcel.matches("\\d{1,18}") ? Long.valueOf(parcel) : null,
        typed.containsKey("chemical"),
        day(typed, "from"),
        day(typed, "until"),
        shares);
  }

  private static LocalDate day(Map<String, String> typed, String field) {
    try {
      return LocalDate.parse(typed.getOrDefault(field, ""));
    } catch (java.time.format.DateTimeParseException e) {
      throw new ProjectRefused("预留期限的日期「" + typed.getOrDefault(field, "") + "」不对，应如 2026-04-03");
    }
  }

  private Map<String, String> defaults(Page page, long id) {
    long zone = ProjectPages.zone(page);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("from", page.today().toString());
    typed.put("until", page.today().plusMonths(6).toString());
    List<Need> asked = needs.list(zone, projects.get(zone, id).id());
    for (FactorAccount account : holding.accounts(zone)) {
      asked.stream()
          .filter(need -> need.factor().equals(account.factor()))
          .findFirst()
          .map(need -> inUnitOf(account, need))
          .ifPresent(amount -> typed.put("share-" + account.id(), amount.toPlainString()));
    }
    return typed;
  }

  /** Needs are in kVA, substations count in MVA. */
  static BigDecimal inUnitOf(FactorAccount account, Need need) {
    BigDecimal amount =
        need.factor().equals("power") && account.unit().equals("MVA")
            ? need.amount().movePointLeft(3)
            : need.amount();
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private ModelAndView form(
      Page page, long id, Map<String, String> typed, String refused, HttpStatus status) {
    HoldingView view =
        Objects.requireNonNull(
            transaction.execute(
                s -> {
                  long zone = ProjectPages.zone(page);
                  return new HoldingView(
                      projects.get(zone, id),
                      holding.free(zone).stream().map(state -> parcel(page, state)).toList(),
                      holding.accounts(zone).stream().map(HoldingPages::share).toList(),
                      typed,
                      refused);
                }));
    return new ModelAndView("projects/reserve", Map.of("view", view), status);
  }

  private static ProjectView.Choice parcel(Page page, ParcelState state) {
    LocalDate on = state.supplyable().on();
    return new ProjectView.Choice(
        String.valueOf(state.parcel().id()),
        page.t(
            "projects.reserve.parcel-line",
            state.parcel().number(),
            Amounts.plain(state.parcel().area().mu(1)),
            on == null ? "–" : on.toString()));
  }

  private static HoldingView.Share share(FactorAccount account) {
    return new HoldingView.Share(
        "share-" + account.id(), account.name(), account.unit(), account.note());
  }
}

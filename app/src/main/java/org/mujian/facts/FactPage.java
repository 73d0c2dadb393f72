package org.mujian.facts;

import java.util.ArrayList;
import java.util.List;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One figure: its value, all bases side by side, its source, and all that happened to it. */
@Controller
class FactPage {

  private static final int SHOWN_PERIODS = 13;

  private final Facts facts;
  private final Figures figures;
  private final FactLines lines;

  FactPage(Facts facts, Figures figures, FactLines lines) {
    this.facts = facts;
    this.figures = figures;
    this.lines = lines;
  }

  @GetMapping("/z/{zone}/facts/{id:[0-9]{1,18}}")
  String show(
      Page page, @PathVariable long id, @RequestParam(defaultValue = "") String asof, Model model) {
    Account account = FactPages.account(page);
    long zone = FactPages.zone(page);
    Fact fact = facts.get(account, zone, id);
    AsKnown asKnown = asKnown(page, asof, model);
    model.addAttribute("line", lines.compared(page, zone, List.of(fact), AsKnown.NOW).getFirst());
    model.addAttribute("asof", asof);
    model.addAttribute("current", lines.plain(page, zone, current(fact, asKnown)));
    model.addAttribute(
        "bases", lines.compared(page, zone, official(page, zone, fact, asKnown), asKnown));
    model.addAttribute("series", lines.compared(page, zone, series(fact, asKnown), asKnown));
    model.addAttribute("steps", lines.plain(page, zone, facts.listHistory(account, fact)));
    model.addAttribute("acts", acts(account, fact));
    return "facts/fact";
  }

  @PostMapping("/z/{zone}/facts/{id}/submit")
  String submit(Page page, @PathVariable long id) {
    facts.submit(FactPages.account(page), FactPages.zone(page), id);
    return "redirect:" + page.in("facts/" + id);
  }

  @PostMapping("/z/{zone}/facts/{id}/approve")
  String approve(Page page, @PathVariable long id) {
    facts.approve(FactPages.account(page), FactPages.zone(page), id);
    return "redirect:" + page.in("facts/" + id);
  }

  @PostMapping("/z/{zone}/facts/{id}/return")
  String giveBack(
      Page page, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
    facts.giveBack(FactPages.account(page), FactPages.zone(page), id, reason);
    return "redirect:" + page.in("facts/" + id);
  }

  private static AsKnown asKnown(Page page, String asof, Model model) {
    try {
      AsKnown asKnown = AsKnown.parse(asof);
      model.addAttribute("problem", "");
      return asKnown;
    } catch (IllegalArgumentException e) {
      model.addAttribute("problem", page.t("facts.filter.unreadable"));
      return AsKnown.NOW;
    }
  }

  private List<Fact> current(Fact fact, AsKnown asKnown) {
    return figures
        .find(fact.zoneId(), fact.subject(), fact.measure(), fact.basis(), fact.period(), asKnown)
        .stream()
        .toList();
  }

  /** All bases of the same figure. */
  private List<Fact> official(Page page, long zone, Fact fact, AsKnown asKnown) {
    return figures.list(
        zone,
        new Figures.Query(fact.subject(), fact.measure(), null, fact.period(), null),
        asKnown,
        20,
        0);
  }

  /** The last periods, latest first. */
  private List<Fact> series(Fact fact, AsKnown asKnown) {
    List<Fact> all =
        new ArrayList<>(
            figures.listSeries(
                fact.zoneId(),
                fact.subject(),
                fact.measure(),
                fact.basis(),
                fact.period().kind(),
                asKnown));
    return all.reversed().stream().limit(SHOWN_PERIODS).toList();
  }

  private static FactActs acts(Account account, Fact fact) {
    boolean its =
        May.RECORD_FACTS.isGranted(account)
            && (account.rooms().contains(fact.bureau())
                || fact.recorded().accountId() == account.id());
    boolean others =
        fact.recorded().accountId() != account.id() && fact.reviewed().accountId() != account.id();
    return new FactActs(
        its && fact.state().leadsTo(State.SUBMITTED),
        May.APPROVE_FACTS.isGranted(account) && fact.state() == State.SUBMITTED && others,
        fact.state() == State.APPROVED && May.RECORD_FACTS.isGranted(account));
  }
}

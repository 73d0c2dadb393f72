package org.mujian.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.May;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Putting a figure in: first its measure, then the form with that measure's unit and periods. */
@Controller
class DraftPages {

  private final Facts facts;
  private final Measures measures;

  DraftPages(Facts facts, Measures measures) {
    this.facts = facts;
    this.measures = measures;
  }

  /** The catalogue: what can be put in, what it means, and where it is defined. */
  @GetMapping("/z/{zone}/facts/measures")
  String catalogue(Page page, @RequestParam(defaultValue = "") String own, Model model) {
    List<Measure> all = measures.list(FactPages.zone(page));
    model.addAttribute("all", all.size());
    model.addAttribute("own", all.stream().filter(Measure::isOwn).count());
    model.addAttribute("onlyOwn", !own.isEmpty());
    model.addAttribute(
        "measures", own.isEmpty() ? all : all.stream().filter(Measure::isOwn).toList());
    model.addAttribute("mayDefine", OwnMeasurePages.mayDefine(FactPages.account(page)));
    model.addAttribute("records", May.RECORD_FACTS.isGranted(FactPages.account(page)));
    return "facts/measures";
  }

  @GetMapping("/z/{zone}/facts/new")
  String form(
      Page page,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam(defaultValue = "zone") String subject,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam(defaultValue = "") String period,
      Model model) {
    Account account = FactPages.account(page);
    May.RECORD_FACTS.check(account);
    Measure found = measures.find(FactPages.zone(page), measure).orElse(null);
    if (found == null) {
      return "redirect:" + page.in("facts/measures");
    }
    String by = basis.isEmpty() ? found.official().code() : basis;
    DraftForm form =
        new DraftForm(subject, measure, by, period, "", found.shownUnit(), "", "", "", "");
    fill(account, found, form, Map.of(), model);
    return "facts/form";
  }

  @PostMapping("/z/{zone}/facts")
  ModelAndView record(Page page, @ModelAttribute DraftForm form) {
    Account account = FactPages.account(page);
    May.RECORD_FACTS.check(account);
    long zone = FactPages.zone(page);
    try {
      long id = facts.record(account, zone, form.read(zone, measures, Facts.bureaus(account)));
      return new ModelAndView("redirect:" + page.in("facts/" + id));
    } catch (DraftForm.NotUnderstood e) {
      @Nullable Measure found =
          measures.find(zone, form.measure() == null ? "" : form.measure()).orElse(null);
      if (found == null) {
        return new ModelAndView("redirect:" + page.in("facts/measures"));
      }
      ModelAndView again = new ModelAndView("facts/form");
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      Model model = new org.springframework.ui.ExtendedModelMap();
      fill(account, found, form, e.errors(), model);
      again.addAllObjects(model.asMap());
      return again;
    }
  }

  private static void fill(
      Account account, Measure measure, DraftForm form, Map<String, String> errors, Model model) {
    List<String> bureaus = Facts.bureaus(account);
    model.addAttribute("measure", measure);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("bureaus", bureaus);
  }
}

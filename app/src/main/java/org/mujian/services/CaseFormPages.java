package org.mujian.services;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.services.cases.Case;
import org.mujian.services.cases.CaseDraft;
import org.mujian.services.cases.CaseHeld;
import org.mujian.services.cases.Cases;
import org.mujian.services.cases.ServiceRefused;
import org.mujian.services.matter.Matters;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form of a new case. */
@Controller
class CaseFormPages {

  private final Cases cases;
  private final Matters matters;
  private final FirmChoice firms;

  CaseFormPages(Cases cases, Matters matters, FirmChoice firms) {
    this.cases = cases;
    this.matters = matters;
    this.firms = firms;
  }

  @GetMapping("/z/{zone}/services/cases/new")
  String form(Page page, @RequestParam Map<String, String> asked, Model model) {
    long zone = CasePages.zone(page);
    Rights.mustWork(page.account(), zone);
    Map<String, String> typed = new java.util.HashMap<>(asked);
    String firm = asked.getOrDefault("enterprise", "");
    if (firm.matches("\\d{1,12}")) {
      firms.find(zone, Long.parseLong(firm)).ifPresent(e -> typed.put("name", e.name()));
    }
    fill(page, new Typed(typed), null, null, model);
    return "services/case-form";
  }

  @PostMapping("/z/{zone}/services/cases")
  ModelAndView open(Page page, @RequestParam Map<String, String> fields, Model model) {
    long zone = CasePages.zone(page);
    Rights.mustWork(page.account(), zone);
    Typed typed = new Typed(fields);
    try {
      Case file = cases.open(zone, draft(zone, typed));
      return new ModelAndView("redirect:" + page.in("services/cases/" + file.number()));
    } catch (CaseHeld held) {
      fill(page, typed, held.getMessage(), held.holder(), model);
      return new ModelAndView("services/case-form", model.asMap(), HttpStatus.CONFLICT);
    } catch (ServiceRefused refused) {
      fill(page, typed, refused.getMessage(), null, model);
      return new ModelAndView(
          "services/case-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private CaseDraft draft(long zone, Typed typed) {
    // An enterprise's page sends its number too: a name alone need not be unique.
    String sent = typed.get("enterprise");
    boolean known =
        sent.matches("\\d{1,12}")
            && firms
                .find(zone, Long.parseLong(sent))
                .filter(e -> e.name().equals(typed.get("name").strip()))
                .isPresent();
    return new CaseDraft(
        typed.get("matter"),
        known ? Long.parseLong(sent) : firms.get(zone, typed.get("name")).id(),
        firms.project(zone, typed.get("project")),
        typed.get("authority"),
        typed.get("outside"),
        typed.get("agent"),
        typed.date("accepted"));
  }

  private void fill(
      Page page, Typed typed, @Nullable String problem, @Nullable Case holder, Model model) {
    long zone = CasePages.zone(page);
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("holder", holder);
    model.addAttribute("agent", typed.get("agent", CasePages.person(page)));
    model.addAttribute("matters", matters.law(zone).listAll(page.today()));
    model.addAttribute("firms", firms.listOwn(zone));
    model.addAttribute("projects", firms.listProjects(zone));
  }
}

package org.mujian.promotion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.promotion.chain.Atlases;
import org.mujian.promotion.lead.Lead;
import org.mujian.promotion.lead.LeadAct;
import org.mujian.promotion.lead.LeadClaimed;
import org.mujian.promotion.lead.LeadClock;
import org.mujian.promotion.lead.LeadEvent;
import org.mujian.promotion.lead.LeadRefused;
import org.mujian.promotion.lead.LeadStage;
import org.mujian.promotion.lead.Leads;
import org.mujian.units.Money;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One lead: what it is, what is to be done next, and all that happened. */
@Controller
class LeadThingPages {

  private final Leads leads;
  private final LeadWords words;
  private final Atlases atlases;

  LeadThingPages(Leads leads, LeadWords words, Atlases atlases) {
    this.leads = leads;
    this.words = words;
    this.atlases = atlases;
  }

  @GetMapping("/z/{zone}/promotion/leads/new")
  String form(Page page, @RequestParam Map<String, String> asked, Model model) {
    Rights.mustWork(page.account(), zone(page));
    fillForm(new LeadForm(asked), null, null, model);
    return "promotion/lead-form";
  }

  @PostMapping("/z/{zone}/promotion/leads")
  ModelAndView open(Page page, @RequestParam Map<String, String> typed, Model model) {
    Rights.mustWork(page.account(), zone(page));
    LeadForm form = new LeadForm(typed);
    try {
      Lead lead = leads.open(zone(page), form.draft());
      return new ModelAndView("redirect:" + page.in("promotion/leads/" + lead.id()));
    } catch (LeadClaimed claimed) {
      fillForm(form, claimed.getMessage(), claimed.holder(), model);
      return new ModelAndView("promotion/lead-form", model.asMap(), HttpStatus.CONFLICT);
    } catch (LeadRefused refused) {
      fillForm(form, refused.getMessage(), null, model);
      return new ModelAndView(
          "promotion/lead-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fillForm(
      LeadForm form, @Nullable String problem, @Nullable Lead holder, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("holder", holder);
    model.addAttribute("atlases", atlases.listAll());
  }

  @GetMapping("/z/{zone}/promotion/leads/{id}")
  String lead(Page page, @PathVariable long id, Model model) {
    fill(page, id, new LeadForm(Map.of()), null, model);
    return "promotion/lead";
  }

  @PostMapping("/z/{zone}/promotion/leads/{id}/acts")
  ModelAndView act(
      Page page, @PathVariable long id, @RequestParam Map<String, String> typed, Model model) {
    return done(
        page,
        id,
        typed,
        model,
        form ->
            leads.record(
                zone(page), id, LeadAct.of(form.get("act")), form.get("words"), form.date("on")));
  }

  @PostMapping("/z/{zone}/promotion/leads/{id}/stage")
  ModelAndView stage(
      Page page, @PathVariable long id, @RequestParam Map<String, String> typed, Model model) {
    return done(
        page,
        id,
        typed,
        model,
        form ->
            leads.enter(
                zone(page),
                id,
                form.get("version").matches("\\d{1,9}")
                    ? Integer.valueOf(form.get("version"))
                    : null,
                LeadStage.of(form.get("stage")),
                form.get("evidence"),
                form.date("on")));
  }

  @PostMapping("/z/{zone}/promotion/leads/{id}/project")
  ModelAndView project(
      Page page, @PathVariable long id, @RequestParam Map<String, String> typed, Model model) {
    return done(
        page,
        id,
        typed,
        model,
        form -> leads.convert(zone(page), id, form.get("project"), wan(form.get("investment"))));
  }

  static Money wan(String text) {
    String number = text.strip().replace(",", "").replace("，", "");
    if (!number.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      throw new LeadRefused("总投资“" + text + "”应是不小于 0 的数，单位万元，例如 12000");
    }
    return Money.ofWan(new BigDecimal(number));
  }

  @FunctionalInterface
  private interface Work {
    void on(LeadForm form);
  }

  private ModelAndView done(Page page, long id, Map<String, String> typed, Model model, Work work) {
    Rights.mustWork(page.account(), zone(page));
    LeadForm form = new LeadForm(typed);
    try {
      work.on(form);
      return new ModelAndView("redirect:" + page.in("promotion/leads/" + id));
    } catch (LeadRefused refused) {
      fill(page, id, form, refused.getMessage(), model);
      return new ModelAndView("promotion/lead", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private void fill(Page page, long id, LeadForm form, @Nullable String problem, Model model) {
    long zone = zone(page);
    Lead lead = leads.get(zone, id);
    List<LeadEvent> events = leads.listEvents(zone, id);
    List<LeadClock.Due> dues = LeadClock.dues(lead, events, leads.listRules(zone), leads.today());
    model.addAttribute("line", words.line(page.language(), lead, dues));
    model.addAttribute("clocks", dues.stream().map(due -> clock(page, due)).toList());
    model.addAttribute("events", events.reversed());
    model.addAttribute("stages", Arrays.asList(LeadStage.values()));
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("next", next(lead));
    model.addAttribute("mayWork", lead.stage().isOpen() && Rights.mayWork(page.account(), zone));
  }

  /** What can be entered by evidence; 落地 has a form of its own. */
  private static List<LeadStage> next(Lead lead) {
    List<LeadStage> next = new ArrayList<>(lead.stage().next());
    next.remove(LeadStage.LANDED);
    return next;
  }

  private Shown.Clock clock(Page page, LeadClock.Due due) {
    return new Shown.Clock(
        page.t("promotion.act." + due.act().code()),
        words.light(page.language(), due),
        page.t(
            "promotion.rule",
            due.rule().days(),
            due.rule().source(),
            String.valueOf(due.rule().validFrom())));
  }

  private static long zone(Page page) {
    return ChainPages.zone(page).id();
  }
}

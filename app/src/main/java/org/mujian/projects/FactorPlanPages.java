package org.mujian.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.factors.FactorRefused;
import org.mujian.jobs.Jobs;
import org.mujian.land.LandRefused;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of plans, the form of a new one, a plan, and what is done with it. */
@Controller
class FactorPlanPages {

  private static final String PLANS = "/z/{zone}/projects/plans";
  private static final String ONE = PLANS + "/{id:\\d{1,18}}";

  private final FactorPlans plans;
  private final PlanDesk desk;
  private final PlanFormDesk forms;
  private final Drafting drafting;
  private final Adoption adoption;
  private final Replay replay;
  private final Jobs jobs;
  private final TransactionTemplate transaction;

  FactorPlanPages(
      FactorPlans plans,
      PlanDesk desk,
      PlanFormDesk forms,
      Drafting drafting,
      Adoption adoption,
      Replay replay,
      Jobs jobs,
      TransactionTemplate transaction) {
    this.plans = plans;
    this.desk = desk;
    this.forms = forms;
    this.drafting = drafting;
    this.adoption = adoption;
    this.replay = replay;
    this.jobs = jobs;
    this.transaction = transaction;
  }

  @GetMapping(PLANS)
  String list(Page page, Model model) {
    Rights.checkRead(page.account());
    PlanWords words = PlanWords.of(page);
    model.addAttribute(
        "rows",
        plans.list(ProjectPages.zone(page)).stream()
            .map(plan -> PlanListRow.of(page, plan, words))
            .toList());
    model.addAttribute("mayWrite", Rights.mayWrite(page.account()));
    return "plans/list";
  }

  @GetMapping(PLANS + "/new")
  ModelAndView blank(
      Page page, @RequestParam @Nullable Long of, @RequestParam Map<String, String> typed) {
    Rights.checkWrite(page.account());
    Map<String, String> prefilled = new LinkedHashMap<>(typed);
    prefilled.remove("of");
    return form(page, prefilled, of, "", HttpStatus.OK);
  }

  @PostMapping(PLANS)
  ModelAndView create(
      Page page, @RequestParam @Nullable Long follows, @RequestParam Map<String, String> typed) {
    Rights.checkWrite(page.account());
    if (typed.containsKey("more")) { // rows of rules, and nothing is drafted
      return form(page, typed, follows, "", HttpStatus.OK);
    }
    try {
      long id = drafting.draft(ProjectPages.zone(page), PlanForm.read(typed), follows);
      return to(page, id);
    } catch (PlanRefused e) {
      return form(page, typed, follows, e.in(page.language()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView form(
      Page page, Map<String, String> typed, @Nullable Long of, String refused, HttpStatus status) {
    return new ModelAndView(
        "plans/new", Map.of("view", forms.form(page, typed, of, refused)), status);
  }

  @GetMapping(ONE)
  ModelAndView one(Page page, @PathVariable long id) {
    Rights.checkRead(page.account());
    return one(page, id, Said.NOTHING, HttpStatus.OK);
  }

  /** What an act came to: {@code good} or {@code bad}, both empty before any. */
  private record Said(String good, String bad) {
    static final Said NOTHING = new Said("", "");
  }

  private ModelAndView one(Page page, long id, Said said, HttpStatus status) {
    FactorPlanView view = Objects.requireNonNull(transaction.execute(s -> desk.view(page, id)));
    return new ModelAndView(
        "plans/plan", Map.of("view", view, "good", said.good(), "bad", said.bad()), status);
  }

  /** The part that improves; when the search is over the page is asked to load anew. */
  @GetMapping(ONE + "/progress")
  String progress(Page page, @PathVariable long id, Model model, HttpServletResponse response) {
    Rights.checkRead(page.account());
    FactorPlan plan = plans.get(ProjectPages.zone(page), id);
    FactorPlanView.Running running = desk.running(page, plan, PlanWords.of(page));
    if (plan.status() != FactorPlan.Status.SOLVING || running.over()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("id", id);
    model.addAttribute("running", running);
    return "plans/running";
  }

  @PostMapping(ONE + "/stop")
  ModelAndView stop(Page page, @PathVariable long id) {
    Rights.checkWrite(page.account());
    Long job = plans.get(ProjectPages.zone(page), id).jobId();
    if (job != null) {
      jobs.find(job)
          .ifPresent(found -> jobs.askStop(found, Objects.requireNonNull(page.account())));
    }
    return to(page, id);
  }

  /** The same question with what people decided; the plan it comes from stays as it is. */
  @PostMapping(ONE + "/again")
  ModelAndView again(Page page, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Rights.checkWrite(page.account());
    long zone = ProjectPages.zone(page);
    PlanAsk ask = plans.get(zone, id).ask();
    try {
      return to(
          page,
          drafting.draft(
              zone,
              ask.with(Drafting.next(ask.name()), ask.objectives(), PlanForm.hands(typed)),
              id));
    } catch (PlanRefused e) {
      return one(page, id, new Said("", e.in(page.language())), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** The same question of the zone as it is now, with the least change. */
  @PostMapping(ONE + "/now")
  ModelAndView now(Page page, @PathVariable long id) {
    Rights.checkWrite(page.account());
    try {
      return to(page, drafting.again(ProjectPages.zone(page), id));
    } catch (PlanRefused e) {
      return one(page, id, new Said("", e.in(page.language())), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping(ONE + "/adopt")
  ModelAndView adopt(Page page, @PathVariable long id) {
    Rights.checkWrite(page.account());
    String refused;
    try {
      adoption.adopt(ProjectPages.zone(page), id);
      return to(page, id);
    } catch (LandRefused e) {
      refused = e.in(page.language());
    } catch (FactorRefused e) {
      refused = e.in(page.language());
    } catch (ProjectRefused e) {
      refused = String.valueOf(e.getMessage());
    }
    return one(page, id, new Said("", page.t("plans.adopt.refused", refused)), HttpStatus.CONFLICT);
  }

  @PostMapping(ONE + "/replay")
  ModelAndView replay(Page page, @PathVariable long id) {
    Rights.checkRead(page.account());
    Replay.Verdict verdict = replay.of(plans.get(ProjectPages.zone(page), id));
    String said = page.t("plans.replay." + verdict.name().toLowerCase(java.util.Locale.ROOT));
    return one(
        page,
        id,
        verdict == Replay.Verdict.SAME ? new Said(said, "") : new Said("", said),
        HttpStatus.OK);
  }

  private static ModelAndView to(Page page, long id) {
    return new ModelAndView("redirect:" + page.in("projects/plans/" + id));
  }

  @GetMapping(PLANS + "/compare")
  String compare(Page page, @RequestParam long a, @RequestParam long b, Model model) {
    Rights.checkRead(page.account());
    long zone = ProjectPages.zone(page);
    List<FactorPlan> two = new ArrayList<>(List.of(plans.get(zone, a), plans.get(zone, b)));
    model.addAttribute("view", PlanComparison.of(page, two.getFirst(), two.getLast()));
    return "plans/compare";
  }
}

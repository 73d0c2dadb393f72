package org.mujian.projects;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.ZoneState;
import org.mujian.units.Money;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What plans ask of a project and its own form does not: output, tax, jobs, link, chemical. */
@Controller
class BenefitPages {

  private static final String PAGE = "/z/{zone}/projects/{id:\\d{1,18}}/benefit";

  private final Projects projects;
  private final Benefits benefits;

  BenefitPages(Projects projects, Benefits benefits) {
    this.projects = projects;
    this.benefits = benefits;
  }

  @GetMapping(PAGE)
  ModelAndView form(Page page, @PathVariable long id) {
    Rights.checkWrite(page.account());
    Benefit benefit = benefits.of(ProjectPages.zone(page), id);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("chemical", Objects.toString(benefit.chemical(), ""));
    typed.put("use", benefit.use().name().toLowerCase(Locale.ROOT));
    typed.put("output", wan(benefit.output()));
    typed.put("tax", wan(benefit.tax()));
    typed.put("jobs", Objects.toString(benefit.jobs(), ""));
    typed.put("link", benefit.link());
    typed.put("kind", benefit.kind());
    return form(page, id, typed, Map.of(), HttpStatus.OK);
  }

  @PostMapping(PAGE)
  ModelAndView save(Page page, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Rights.checkWrite(page.account());
    Map<String, String> errors = new LinkedHashMap<>();
    Money output = money(page, typed, "output", errors);
    Money tax = money(page, typed, "tax", errors);
    String jobs = typed.getOrDefault("jobs", "").strip();
    if (!jobs.matches("\\d{0,6}")) {
      errors.put("jobs", page.t("plans.benefit.wrong", jobs));
    }
    if (typed.getOrDefault("link", "").length() > 60) {
      errors.put("link", page.t("plans.benefit.link.long"));
    }
    if (typed.getOrDefault("kind", "").strip().length() > Benefits.LONGEST_KIND) {
      errors.put("kind", page.t("plans.benefit.kind.long"));
    }
    if (!errors.isEmpty()) {
      return form(page, id, typed, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String chemical = typed.getOrDefault("chemical", "");
    benefits.set(
        ProjectPages.zone(page),
        id,
        new Benefit(
            chemical.isEmpty() ? null : Boolean.valueOf(chemical),
            typed.getOrDefault("use", "").equals("storage")
                ? ZoneState.Use.STORAGE
                : ZoneState.Use.INDUSTRY,
            output,
            tax,
            jobs.isEmpty() ? null : Integer.valueOf(jobs),
            typed.getOrDefault("link", ""),
            typed.getOrDefault("kind", "")));
    return new ModelAndView("redirect:" + page.in("projects/" + id));
  }

  private static String wan(@Nullable Money money) {
    return money == null ? "" : Amounts.wan(money);
  }

  private static @Nullable Money money(
      Page page, Map<String, String> typed, String field, Map<String, String> errors) {
    String text = typed.getOrDefault(field, "").strip();
    Optional<Money> read = Amounts.readWan(text);
    if (!text.isEmpty() && read.isEmpty()) {
      errors.put(field, page.t("plans.benefit.wrong", text));
    }
    return read.orElse(null);
  }

  private ModelAndView form(
      Page page,
      long id,
      Map<String, String> typed,
      Map<String, String> errors,
      HttpStatus status) {
    Project project = projects.get(ProjectPages.zone(page), id);
    return new ModelAndView(
        "plans/benefit", Map.of("view", new BenefitView(project, typed, errors)), status);
  }
}

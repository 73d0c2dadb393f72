package org.mujian.projects;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mujian.projects.plan.Measure;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.projects.plan.Weights;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The published weights: shown to the committee, changed with a reason. */
@Controller
class PlanWeightPages {

  private static final String PAGE = "/z/{zone}/projects/plans/weights";

  private final PlanWeights weights;

  PlanWeightPages(PlanWeights weights) {
    this.weights = weights;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page) {
    Rights.checkRead(page.account());
    return show(page, Map.of(), "", HttpStatus.OK);
  }

  @PostMapping(PAGE)
  ModelAndView set(Page page, @RequestParam Map<String, String> typed) {
    Rights.checkWrite(page.account());
    try {
      weights.set(ProjectPages.zone(page), read(typed), typed.getOrDefault("why", ""));
      return new ModelAndView("redirect:" + page.in("projects/plans/weights"));
    } catch (PlanRefused e) {
      return show(page, typed, e.in(page.language()), HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (ProjectRefused e) {
      return show(page, typed, String.valueOf(e.getMessage()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static Weights read(Map<String, String> typed) {
    Map<Measure, BigDecimal> points = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      String text = typed.getOrDefault(measure.code(), "").replaceAll("[,，\\s]", "");
      if (!text.matches("\\d{1,9}(\\.\\d{1,4})?")) {
        throw new PlanRefused(
            "「" + text + "」不是权重：应为 0 或更大的数", "'" + text + "' is no weight: a number of 0 or more");
      }
      points.put(measure, new BigDecimal(text));
    }
    return new Weights(points);
  }

  private ModelAndView show(
      Page page, Map<String, String> typed, String refused, HttpStatus status) {
    Weights now = weights.get(ProjectPages.zone(page));
    List<WeightsView.Line> lines =
        now.points().entrySet().stream()
            .map(
                weight -> {
                  String key = "plans.measure." + weight.getKey().code();
                  return new WeightsView.Line(
                      weight.getKey().code(),
                      page.t(key),
                      typed.getOrDefault(
                          weight.getKey().code(),
                          weight.getValue().stripTrailingZeros().toPlainString()),
                      page.t(key + ".unit"),
                      page.t("plans.weights.usual", weight.getKey().usualPoints().toPlainString()));
                })
            .toList();
    return new ModelAndView(
        "plans/weights",
        Map.of(
            "view",
            new WeightsView(
                lines, typed.getOrDefault("why", ""), refused, Rights.mayWrite(page.account()))),
        status);
  }
}

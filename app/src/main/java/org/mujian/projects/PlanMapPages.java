package org.mujian.projects;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mujian.allocation.Plan;
import org.mujian.land.Commitment;
import org.mujian.land.ParcelGround;
import org.mujian.land.ParcelState;
import org.mujian.projects.plan.Question;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The map of a plan: parcels coloured by what the plan does with them. */
@Controller
class PlanMapPages {

  private final FactorPlans plans;
  private final ParcelGround ground;

  PlanMapPages(FactorPlans plans, ParcelGround ground) {
    this.plans = plans;
    this.ground = ground;
  }

  @GetMapping("/z/{zone}/projects/plans/{id:\\d{1,18}}/outlines")
  @ResponseBody
  Map<String, Object> outlines(Page page, @PathVariable long id) {
    Rights.checkRead(page.account());
    FactorPlan plan = plans.get(ProjectPages.zone(page), id);
    Question question = PlanJson.question(plan.input());
    String result = plan.result();
    Plan found = result == null ? null : PlanJson.planned(result).plan().orElse(null);
    Map<Long, String> projects = PlanDesk.colours(question, found);
    Set<Long> open = PlanDesk.open(question);
    return ground.outlines(
        Objects.requireNonNull(page.zone()),
        state -> properties(page, state, projects.get(state.parcel().id()), open));
  }

  private static Map<String, Object> properties(
      Page page,
      ParcelState state,
      @org.jspecify.annotations.Nullable String project,
      Set<Long> open) {
    String style = style(state, project, open);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("number", state.parcel().number());
    properties.put("status", style);
    properties.put("word", project == null ? page.t("plans.map." + style) : project);
    properties.put("mu", state.parcel().area().mu(1));
    properties.put("free", false);
    properties.put("on", "");
    properties.put("href", page.in("land/parcels/" + state.parcel().id()));
    return properties;
  }

  /** The colours of the land map, in this map's sense; its legend says so. */
  static String style(
      ParcelState state, @org.jspecify.annotations.Nullable String project, Set<Long> open) {
    if (project != null) {
      return "reserved";
    }
    if (open.contains(state.parcel().id())) {
      return "supplyable";
    }
    return state.commitment() == Commitment.FREE ? "legal" : "committed";
  }
}

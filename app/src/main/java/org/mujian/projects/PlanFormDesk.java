package org.mujian.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.land.Works;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.ZoneState;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form of a new plan offers. */
@Component
@Transactional(readOnly = true)
class PlanFormDesk {

  private final ZoneReading reading;
  private final Works works;
  private final PlanWeights weights;
  private final FactorPlans plans;

  PlanFormDesk(ZoneReading reading, Works works, PlanWeights weights, FactorPlans plans) {
    this.reading = reading;
    this.works = works;
    this.weights = weights;
    this.plans = plans;
  }

  /** As typed; what is missing is as in the plan that is changed, or usual. */
  PlanFormView form(Page page, Map<String, String> typed, @Nullable Long of, String refused) {
    long zone = ProjectPages.zone(page);
    PlanWords words = PlanWords.of(page);
    ZoneState state = reading.read(zone);
    Map<String, String> filled = new LinkedHashMap<>(defaults(page, state, of));
    filled.putAll(typed);
    List<ProjectView.Choice> quarters = new ArrayList<>();
    for (int t = 0; t < PlanAsk.MOST_QUARTERS; t++) {
      quarters.add(new ProjectView.Choice(String.valueOf(t), state.quarters().get(t).name()));
    }
    return new PlanFormView(
        filled,
        refused,
        of == null ? "" : String.valueOf(of),
        quarters,
        PlanAsk.OFFERED.stream()
            .map(o -> new ProjectView.Choice(o.name(), words.objective(o)))
            .toList(),
        state.supplies().stream().map(PlanFormDesk::supply).toList(),
        works.list(zone).stream()
            .filter(work -> work.finished() == null)
            .map(
                work ->
                    new PlanFormView.Delay(work.number(), work.name(), work.forecast().toString()))
            .toList(),
        state.candidates().stream()
            .map(
                c ->
                    new ProjectView.Choice(
                        String.valueOf(c.id()),
                        c.kind().isEmpty() ? c.name() : c.name() + "（" + c.kind() + "）"))
            .toList(),
        state.candidates().stream()
            .map(ZoneState.Candidate::kind)
            .filter(kind -> !kind.isEmpty())
            .distinct()
            .sorted()
            .toList(),
        PlanDesk.weights(weights.get(zone).points(), words));
  }

  private Map<String, String> defaults(Page page, ZoneState state, @Nullable Long of) {
    if (of != null) {
      PlanAsk ask = plans.get(ProjectPages.zone(page), of).ask();
      return PlanForm.typed(ask.with(Drafting.next(ask.name()), ask.objectives(), ask.hands()));
    }
    return PlanForm.typed(
        PlanAsk.of(page.t("plans.name.usual", page.today().toString()), known(state)));
  }

  /** As far as the ledger has all capacities, at most the usual. */
  private static int known(ZoneState state) {
    long known =
        state.supplies().stream()
            .filter(supply -> !supply.budget())
            .mapToLong(s -> s.amounts().stream().takeWhile(Objects::nonNull).count())
            .filter(count -> count > 0)
            .min()
            .orElse(PlanAsk.USUAL_QUARTERS);
    return (int) Math.clamp(known, 1, PlanAsk.USUAL_QUARTERS);
  }

  private static PlanFormView.Supply supply(ZoneState.Supply supply) {
    BigDecimal now = supply.amounts().getFirst();
    return new PlanFormView.Supply(
        supply.factor(), supply.name(), supply.unit(), now == null ? "–" : Amounts.plain(now));
  }
}

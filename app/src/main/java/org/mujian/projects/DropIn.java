package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Planning;
import org.mujian.allocation.Scenario;
import org.mujian.projects.plan.Mapping;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.Question;
import org.mujian.projects.plan.ZoneState;
import org.springframework.stereotype.Component;

/**
 * Answers at once whether a project fits in: beside what is promised already, with as few changes
 * as can be. Two short searches, without it and with it, nothing is kept.
 */
@Component
class DropIn {

  private static final int SECONDS = 3;

  private final ZoneReading reading;
  private final Projects projects;

  DropIn(ZoneReading reading, Projects projects) {
    this.reading = reading;
    this.projects = projects;
  }

  /**
   * @param spot where it would be; null when it does not fit
   * @param displaced names of promised projects that could be in without it and not with it
   * @param moved names of those that would be elsewhere
   * @param lacks what it takes; empty when it fits without displacing any
   */
  record Answer(
      Question question,
      Question.Asking project,
      Plan.@Nullable Spot spot,
      List<Question.Piece> lots,
      List<String> displaced,
      List<String> moved,
      List<Planned.Lack> lacks) {}

  Answer ask(long zone, long id) {
    Project project = projects.get(zone, id);
    PlanAsk ask =
        new PlanAsk(
            "能否落地",
            PlanAsk.USUAL_QUARTERS,
            List.of(Objective.PROMISES, Objective.CHANGES, Objective.EARNED),
            SECONDS,
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    ZoneState state = reading.read(zone, List.of());
    Question question = Mapping.map(beside(state, id), ask);
    String own = String.valueOf(id);
    if (question.projects().stream().noneMatch(p -> p.id().equals(own))) {
      throw new ProjectRefused("「" + project.name() + "」已开工，不必再排");
    }
    Planned without = solve(by(question.scenario(), own, Scenario.Hand.FORBIDDEN));
    Question.Asking asking = question.project(own);
    Planned with =
        asking.noPlace().isEmpty()
            ? solve(by(question.scenario(), own, Scenario.Hand.PINNED))
            : without;
    Optional<Plan> plan = with.plan().filter(p -> p.placed().containsKey(own));
    if (plan.isEmpty()) {
      return new Answer(
          question, asking, null, List.of(), List.of(), List.of(), lacks(without, own));
    }
    Map<String, Plan.Spot> before = without.plan().map(Plan::placed).orElse(new TreeMap<>());
    List<String> displaced = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    before.forEach(
        (other, spot) -> {
          Plan.Spot now = plan.get().placed().get(other);
          if (now == null) {
            displaced.add(question.project(other).name());
          } else if (!now.place().equals(spot.place())) {
            moved.add(question.project(other).name());
          }
        });
    return new Answer(
        question,
        asking,
        plan.get().placed().get(own),
        Packing.of(question, plan.get()).getOrDefault(own, List.of()),
        displaced,
        moved,
        displaced.isEmpty() ? List.of() : lacks(without, own));
  }

  /** What keeps it out of a plan that takes in all the others first. */
  private static List<Planned.Lack> lacks(Planned without, String id) {
    return without.refusals().stream()
        .filter(refusal -> refusal.project().equals(id))
        .flatMap(refusal -> refusal.lacks().stream())
        .filter(lack -> lack.limit() != Planned.Limit.FORBIDDEN)
        .toList();
  }

  /** It and what is promised or there already: the others have no better right to the room. */
  private static ZoneState beside(ZoneState state, long id) {
    return new ZoneState(
        state.today(),
        state.quarters(),
        state.lots(),
        state.supplies(),
        state.candidates().stream()
            .filter(c -> c.id() == id || c.promised() || c.started())
            .toList(),
        state.aside(),
        state.weights(),
        state.chemicalAllowed());
  }

  private static Scenario by(Scenario scenario, String id, Scenario.Hand hand) {
    return new Scenario(
        scenario.periods(),
        scenario.factors(),
        scenario.places(),
        scenario.projects().stream().map(p -> p.id().equals(id) ? p.by(hand) : p).toList(),
        scenario.objectives());
  }

  private static Planned solve(Scenario scenario) {
    long until = System.nanoTime() + SECONDS * 1_000_000_000L;
    return Planning.solve(scenario, Effort.until(() -> System.nanoTime() >= until, 1, 1));
  }
}

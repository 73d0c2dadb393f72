package org.mujian.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Session;

/**
 * The quick answer for one more project beside a plan that stands: where and from when it fits
 * while nobody moves; otherwise who would have to move, or to go.
 *
 * @param fits everywhere that it fits, in full first, then the soonest, then the cheapest; from
 *     each start on it fits until the last period. Empty when it does not fit
 * @param lacks what stands in its way; empty when it fits
 * @param from the first period after the last one from which it fits, by what is announced
 * @param moving when it does not fit so: the plan with it in which all others stay in and as few as
 *     can be are elsewhere; empty when there is none, or none was found in time
 * @param displaced when it does not fit even so, those who would have to go: promised ones only
 *     when nothing else helps, then as few as possible, then the least worth. Pinned ones never go.
 *     Whoever needs one that goes, goes too
 * @param instead where and when it would be then; empty when it cannot be in whoever goes
 * @param proven whether no smaller set would do, or, without {@link #instead}, none at all
 */
public record DropIn(
    List<Plan.Spot> fits,
    List<Planned.Lack> lacks,
    OptionalInt from,
    Optional<Plan> moving,
    List<String> displaced,
    Optional<Plan.Spot> instead,
    boolean proven) {

  public DropIn {
    fits = List.copyOf(fits);
    lacks = List.copyOf(lacks);
    displaced = List.copyOf(displaced);
  }

  /**
   * @param plan that holds in the scenario
   * @param project the new one; one of the same name in the scenario is replaced by it
   * @param effort its stop ends the search for whom it displaces
   * @throws InstanceRefused when the project contradicts the scenario
   * @throws IllegalArgumentException when the project is in the plan, or the plan does not hold
   */
  public static DropIn of(Scenario scenario, Plan plan, Scenario.Project project, Effort effort) {
    return of(scenario, plan, project, effort, NativeSolver.isPresent());
  }

  static DropIn of(
      Scenario scenario, Plan plan, Scenario.Project project, Effort effort, boolean hasNative) {
    if (plan.placed().containsKey(project.id())) {
      throw new IllegalArgumentException("Project " + project.id() + " is in the plan already");
    }
    Scenario more = with(scenario, project);
    // What it brings about is asked here: that a minimum is missed, or it itself, is no fault.
    List<Fault> faults = new ArrayList<>(plan.check(more));
    faults.removeIf(f -> f.rule().equals("minimum-missed") || f.rule().equals("pinned-out"));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("The plan does not hold: " + faults);
    }
    List<Plan.Spot> fits =
        project.hand() == Scenario.Hand.FORBIDDEN ? List.of() : spots(more, plan, project);
    if (!fits.isEmpty()) {
      return new DropIn(
          fits,
          List.of(),
          OptionalInt.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          true);
    }
    Reasons reasons = new Reasons(more);
    List<Planned.Lack> lacks = reasons.lacks(plan, project);
    OptionalInt from = reasons.from(plan, project);
    if (project.hand() == Scenario.Hand.FORBIDDEN) {
      return new DropIn(fits, lacks, from, Optional.empty(), List.of(), Optional.empty(), true);
    }
    Displacing moving = new Displacing(more, plan, project, true, hasNative);
    Displacing displacing = new Displacing(more, plan, project, false, hasNative);
    try (Session session = new Session(effort)) {
      session.run(List.of(moving), 1, () -> !moving.isFinished());
      Plan moved = moving.left();
      if (moved != null) {
        return new DropIn(
            fits, lacks, from, Optional.of(moved), List.of(), Optional.empty(), moving.isProven());
      }
      session.run(List.of(displacing), 1, () -> !displacing.isFinished());
    }
    Plan left = displacing.left();
    if (left == null) {
      return new DropIn(
          fits, lacks, from, Optional.empty(), List.of(), Optional.empty(), displacing.isRefuted());
    }
    List<String> displaced =
        plan.placed().keySet().stream().filter(id -> !left.placed().containsKey(id)).toList();
    return new DropIn(
        fits,
        lacks,
        from,
        Optional.empty(),
        displaced,
        spots(more, left, project).stream()
            .filter(spot -> keepsMinimums(more, plan, left, project.id(), spot))
            .findFirst(),
        displacing.isProven());
  }

  private static boolean keepsMinimums(
      Scenario more, Plan plan, Plan left, String id, Plan.Spot spot) {
    TreeMap<String, Plan.Spot> placed = new TreeMap<>(left.placed());
    placed.put(id, spot);
    return more.rules().minimums().stream()
        .allMatch(m -> m.isMet(new Plan(placed)) || !m.isMet(plan));
  }

  private static Scenario with(Scenario scenario, Scenario.Project project) {
    List<Scenario.Project> projects = new ArrayList<>(scenario.projects());
    projects.removeIf(other -> other.id().equals(project.id()));
    projects.add(project);
    return new Scenario(
        scenario.periods(),
        scenario.factors(),
        scenario.places(),
        projects,
        List.of(Objective.PROMISES, Objective.COUNT, Objective.VALUE),
        scenario.rules());
  }

  private static List<Plan.Spot> spots(Scenario scenario, Plan plan, Scenario.Project project) {
    Draft draft = new Draft(new Layout(scenario), plan);
    int p = draft.layout.number(project.id());
    List<Plan.Spot> spots = new ArrayList<>();
    Map<Plan.Spot, Long> preparation = new TreeMap<>(Comparator.comparing(Plan.Spot::toString));
    for (int step = 0; step < project.steps(); step++) {
      for (int o = 0; o < project.optionsOrNone().size(); o++) {
        int start = draft.earliest(p, o, step);
        if (start >= 0) {
          Plan.Spot spot = new Plan.Spot(draft.optionOf(p, o).place(), start, step);
          spots.add(spot);
          preparation.put(spot, draft.optionOf(p, o).preparation());
        }
      }
    }
    spots.sort(
        Comparator.comparing(Plan.Spot::step)
            .thenComparing(Plan.Spot::start)
            .thenComparing(spot -> Objects.requireNonNull(preparation.get(spot))));
    return spots;
  }
}

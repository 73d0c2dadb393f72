package org.mujian.allocation;

import com.google.ortools.sat.CpSolverStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Session;
import org.mujian.allocation.search.Worker;

/**
 * Chooses, places and times together, objective after objective, and says why. One thread: CP-SAT
 * answers the same everywhere only so. Without its native library small scenarios are still solved.
 */
public final class Planning {

  private static final double FIRST_UNITS = 2;
  private static final int DOUBLINGS = 6;
  private static final long STEPS = 3_000_000;

  private final Scenario scenario;
  private final Session session;
  private final boolean hasNative;
  private final List<Planned.Part> parts = new ArrayList<>();
  private @Nullable Plan best;
  private boolean impossible;

  private Planning(Scenario scenario, Session session, boolean hasNative) {
    this.scenario = scenario;
    this.session = session;
    this.hasNative = hasNative;
  }

  public static Planned solve(Scenario scenario, Effort effort) {
    return solve(scenario, effort, NativeSolver.isPresent());
  }

  static Planned solve(Scenario scenario, Effort effort, boolean hasNative) {
    try (Session session = new Session(effort)) {
      return new Planning(scenario, session, hasNative).solve();
    }
  }

  private Planned solve() {
    if (hasNative) {
      scenario.objectives().forEach(this::improve);
    } else {
      branch();
    }
    Plan plan = best == null ? null : Earlier.of(scenario, best);
    parts.replaceAll(
        part ->
            plan == null || part.objective() != Objective.EARNED
                ? part
                : new Planned.Part(
                    part.objective(), plan.value(scenario, part.objective()), part.bound()));
    Reasons reasons = new Reasons(scenario);
    return plan == null
        ? new Planned(
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            impossible ? conflict() : List.of(),
            session.work())
        : new Planned(
            Optional.of(plan),
            List.copyOf(parts),
            reasons.refusals(plan),
            reasons.displaces(plan),
            reasons.prices(),
            List.of(),
            session.work());
  }

  private void improve(Objective objective) {
    Step step = new Step(objective);
    if (!impossible) {
      session.run(List.of(step), 1, () -> !step.isFinished() && step.calls < DOUBLINGS);
    }
    impossible |= step.refuted;
    Plan plan = best;
    if (plan != null) {
      parts.add(new Planned.Part(objective, plan.value(scenario, objective), step.bound));
    }
  }

  /** One objective, with ever more units until it is proven. */
  private final class Step implements Worker {
    private final Objective objective;
    private final NativeSolver solver = new NativeSolver(FIRST_UNITS, 1);
    private double units = FIRST_UNITS;
    private int calls;
    private boolean proven;
    private boolean refuted;
    private long bound;

    Step(Objective objective) {
      this.objective = objective;
      this.bound = farthest(objective);
    }

    @Override
    public boolean isFinished() {
      return proven || refuted;
    }

    @Override
    public void halt() {
      solver.halt();
    }

    @Override
    public void tick() throws Abandoned {
      PlanModel model = new PlanModel(scenario);
      parts.forEach(part -> model.hold(part.objective(), part.value()));
      model.aim(objective);
      model.hint(best);
      solver.setUnits(units);
      CpSolverStatus status = model.solve(solver);
      calls++;
      units *= 2;
      proven = status == CpSolverStatus.OPTIMAL;
      refuted = status == CpSolverStatus.INFEASIBLE;
      if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
        best = model.plan(solver);
        double found = solver.answer().bestObjectiveBound();
        bound =
            objective.isMaximised()
                ? (long) Math.floor(found + 1e-6)
                : (long) Math.ceil(found - 1e-6);
        session.report(OptionalLong.of(best.value(scenario, objective)), bound);
      }
    }
  }

  /** A bound that needs no search. */
  private long farthest(Objective objective) {
    return scenario.projects().stream()
        .mapToLong(
            project ->
                switch (objective) {
                  case PROMISES -> project.promised() ? 1 : 0;
                  case COUNT -> 1;
                  case VALUE -> project.value();
                  case EARNED -> project.value() * scenario.periods();
                  case PREPARATION, CHANGES -> 0;
                })
        .sum();
  }

  private void branch() {
    PlanBranching branching = new PlanBranching(scenario);
    boolean whole = branching.run(STEPS);
    Plan plan = branching.best();
    best = plan;
    impossible = whole && plan == null;
    if (plan != null) {
      for (Objective objective : scenario.objectives()) {
        long value = plan.value(scenario, objective);
        parts.add(new Planned.Part(objective, value, whole ? value : farthest(objective)));
      }
    }
  }

  /** Unpins one project after another while the rest still cannot be together. */
  private List<String> conflict() {
    List<String> pinned =
        new ArrayList<>(
            scenario.projects().stream()
                .filter(project -> project.hand() == Scenario.Hand.PINNED)
                .map(Scenario.Project::id)
                .toList());
    for (String id : List.copyOf(pinned)) {
      List<String> fewer = new ArrayList<>(pinned);
      fewer.remove(id);
      if (isImpossible(fewer)) {
        pinned = fewer;
      }
    }
    return pinned;
  }

  private boolean isImpossible(List<String> pinned) {
    Scenario fewer =
        new Scenario(
            scenario.periods(),
            scenario.factors(),
            scenario.places(),
            scenario.projects().stream()
                .map(
                    project ->
                        project.hand() == Scenario.Hand.PINNED && !pinned.contains(project.id())
                            ? project.by(Scenario.Hand.FREE)
                            : project)
                .toList(),
            List.of());
    if (!hasNative) {
      PlanBranching branching = new PlanBranching(fewer);
      return branching.run(STEPS) && branching.best() == null;
    }
    try {
      return new PlanModel(fewer).solve(new NativeSolver(FIRST_UNITS, 1))
          == CpSolverStatus.INFEASIBLE;
    } catch (Worker.Abandoned halted) {
      return false;
    }
  }
}

package org.mujian.allocation;

import com.google.ortools.sat.CpSolverStatus;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Worker;

/** Keeps as much of a plan as goes beside a new project. */
final class Displacing implements Worker {
  private static final double UNITS = 2;

  private final Scenario scenario;
  private final Plan plan;
  private final String dropped;
  private final boolean hasNative;
  private final NativeSolver solver = new NativeSolver(UNITS, 1);
  private final PlanBranching branching;
  private final Goals goals;
  private int at;
  private @Nullable Plan left;
  private boolean none;

  Displacing(Scenario more, Plan plan, Scenario.Project project, boolean hasNative) {
    this.scenario = around(more, plan, project);
    this.plan = plan;
    this.dropped = project.id();
    this.hasNative = hasNative;
    this.branching = new PlanBranching(scenario, plan.placed());
    this.goals = new Goals(scenario, null);
  }

  /** The others are in the plan or out of reach; minimums that it met are met still. */
  private static Scenario around(Scenario more, Plan plan, Scenario.Project project) {
    return new Scenario(
        more.periods(),
        more.factors(),
        more.places(),
        more.projects().stream()
            .map(
                other ->
                    other.id().equals(project.id())
                        ? other.by(Scenario.Hand.PINNED)
                        : plan.placed().containsKey(other.id())
                            ? other
                            : other.by(Scenario.Hand.FORBIDDEN))
            .toList(),
        more.objectives(),
        more.rules().with(more.rules().minimums().stream().filter(m -> m.isMet(plan)).toList()));
  }

  /** Whoever is in the plan has just its place there; who is out has nothing to be weighed. */
  private static Scenario.Project slim(Scenario.Project other, Plan.@Nullable Spot spot) {
    return new Scenario.Project(
        other.id(),
        other.promised(),
        other.value(),
        spot == null ? Map.of() : other.needs(),
        other.options().stream()
            .filter(option -> spot != null && option.place().equals(spot.place()))
            .toList(),
        other.earliest(),
        other.with(),
        other.without(),
        spot == null ? Scenario.Hand.FORBIDDEN : other.hand(),
        other.present(),
        other.traits());
  }

  /** What stays of the plan; null while nothing was found. */
  @Nullable Plan left() {
    return left;
  }

  /** Whether it cannot be in whoever goes. */
  boolean isRefuted() {
    return none;
  }

  @Override
  public boolean isFinished() {
    return none || at >= goals.count();
  }

  boolean isProven() {
    return left != null && goals.isProven(0) && goals.isProven(1) && goals.isProven(2);
  }

  @Override
  public void halt() {
    solver.halt();
    branching.halt();
  }

  @Override
  public void tick() throws Abandoned {
    if (hasNative) {
      ask();
    } else {
      branch();
    }
    Plan best = goals.best();
    if (best != null) {
      SortedMap<String, Plan.Spot> others = new TreeMap<>(best.placed());
      others.remove(dropped);
      others.keySet().forEach(id -> others.put(id, plan.placed().get(id)));
      left = new Plan(others);
    }
  }

  private void ask() throws Abandoned {
    PlanModel model = new PlanModel(scenario);
    model.keep(plan.placed());
    Plan start = goals.best();
    for (int k = 0; k < at && start != null; k++) {
      model.hold(goals.objective(k), start.value(scenario, goals.objective(k)));
    }
    model.hint(start);
    model.aim(goals.objective(at));
    CpSolverStatus status = model.solve(solver);
    none = status == CpSolverStatus.INFEASIBLE;
    if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
      goals.bound(at, solver.answer().bestObjectiveBound());
      goals.take(model.plan(solver));
    }
    at = goals.best() == null ? goals.count() : at + 1;
  }

  private void branch() throws Abandoned {
    branching.tick();
    goals.take(branching.best());
    if (branching.isFinished()) {
      at = goals.count();
      none = branching.isWhole() && branching.best() == null;
      if (branching.isWhole() && !none) {
        goals.proveAll();
      }
    }
  }
}

package org.mujian.allocation;

import com.google.ortools.sat.CpSolverStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Worker;

/**
 * Makes room for a new project in a plan: either all stay in and as few as can be change their
 * place, or nobody moves and as little as can be goes out.
 */
final class Displacing implements Worker {
  private static final double UNITS = 2;

  private final Scenario scenario;
  private final Plan plan;
  private final String dropped;
  private final boolean moves;
  private final boolean hasNative;
  private final NativeSolver solver = new NativeSolver(UNITS, 1);
  private final PlanBranching branching;
  private final Goals goals;
  private int at;
  private @Nullable Plan left;
  private boolean none;

  /**
   * @param moves whether all stay in and may move; else nobody moves and some may go
   */
  Displacing(Scenario more, Plan plan, Scenario.Project project, boolean moves, boolean hasNative) {
    this.scenario = around(more, plan, project, moves);
    this.moves = moves;
    this.plan = plan;
    this.dropped = project.id();
    this.hasNative = hasNative;
    this.branching = new PlanBranching(scenario, moves ? Map.of() : plan.placed());
    this.goals = new Goals(scenario, null);
  }

  /** The others are in the plan or out of reach; minimums that it met are met still. */
  private static Scenario around(
      Scenario more, Plan plan, Scenario.Project project, boolean moves) {
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
                            ? stays(other, plan, moves)
                            : other.by(Scenario.Hand.FORBIDDEN))
            .toList(),
        moves ? List.of(Objective.CHANGES, Objective.EARNED) : more.objectives(),
        more.rules().with(more.rules().minimums().stream().filter(m -> m.isMet(plan)).toList()));
  }

  private static Scenario.Project stays(Scenario.Project other, Plan plan, boolean moves) {
    return moves
        ? other.in(Objects.requireNonNull(plan.placed().get(other.id()))).by(Scenario.Hand.PINNED)
        : other;
  }

  /** With the steps of support that they have. */
  private Plan withTheirSteps(Plan best) {
    SortedMap<String, Plan.Spot> placed = new TreeMap<>(best.placed());
    plan.placed()
        .forEach(
            (id, spot) ->
                placed.computeIfPresent(
                    id, (i, then) -> new Plan.Spot(then.place(), then.start(), spot.step())));
    return new Plan(placed);
  }

  /**
   * What stays of the plan, or the plan with the new one in it where all may move; null while
   * nothing was found.
   */
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
    return left != null && IntStream.range(0, goals.count()).allMatch(goals::isProven);
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
    if (best != null && moves) {
      left = withTheirSteps(best);
    } else if (best != null) {
      SortedMap<String, Plan.Spot> others = new TreeMap<>(best.placed());
      others.remove(dropped);
      others.keySet().forEach(id -> others.put(id, plan.placed().get(id)));
      left = new Plan(others);
    }
  }

  private void ask() throws Abandoned {
    PlanModel model = new PlanModel(scenario);
    if (!moves) {
      model.keep(plan.placed());
    }
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

package org.mujian.allocation;

import com.google.ortools.sat.CpSolverStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Worker;

/**
 * CP-SAT goes through the objectives in rounds, each with more units than the one before, until all
 * are proven: so a later objective need not wait until an earlier one is proven. Each tick is one
 * call for one objective, from the best plan so far, or settles what the call before has moved:
 * that soon betters the later objectives, at which CP-SAT is slow while it holds the earlier ones.
 */
final class Rounds implements Worker {

  private static final double FIRST_UNITS = 1;
  private static final int MOST_ROUNDS = 12;
  private static final int MOST_POLISH = 600;

  /** A call that is halted is lost: none should be longer. */
  private static final double MOST_UNITS = 16;

  private final Scenario scenario;
  private final Goals goals;
  private final Settler settler;
  private final NativeSolver solver = new NativeSolver(FIRST_UNITS, 1).takingTurns();
  private int at;
  private int round;
  private boolean refuted;

  private boolean polishes;
  private volatile boolean halted;

  Rounds(Scenario scenario, Goals goals, Settler settler) {
    this.scenario = scenario;
    this.goals = goals;
    this.settler = settler;
  }

  /** Whether there is no plan. */
  boolean isRefuted() {
    return refuted;
  }

  @Override
  public boolean isFinished() {
    boolean done = goals.best() != null;
    for (int k = 0; k < goals.count() && done; k++) {
      done = goals.isProven(k);
    }
    return done || refuted || round >= MOST_ROUNDS;
  }

  @Override
  public void halt() {
    halted = true;
    solver.halt();
  }

  @Override
  public void tick() throws Abandoned {
    if (polishes) {
      polish();
    } else {
      ask();
    }
  }

  private void polish() throws Abandoned {
    settler.hear(Objects.requireNonNull(goals.best()));
    int ticks = Math.clamp(3L * scenario.projects().size(), 1, MOST_POLISH);
    for (int k = 0; k < ticks; k++) {
      if (halted) {
        throw new Abandoned();
      }
      settler.tick();
    }
    goals.take(settler.best());
    polishes = false;
  }

  private void ask() throws Abandoned {
    Plan start = goals.best();
    int count = goals.count();
    while (start != null && at < count && goals.isProven(at)) {
      at++;
    }
    if (start == null || at < count) {
      ask(start == null ? 0 : at, start);
    }
    // Without any plan there is nothing to hold: the next round asks for the first one again.
    at = goals.best() == null ? count : at + 1;
    if (at >= count) {
      at = 0;
      round++;
    }
    polishes = goals.best() != null;
  }

  private void ask(int k, @Nullable Plan start) throws Abandoned {
    PlanModel model = new PlanModel(scenario);
    if (start != null) {
      for (int earlier = 0; earlier < k; earlier++) {
        Objective objective = goals.objective(earlier);
        model.hold(objective, start.value(scenario, objective));
      }
      model.hint(start);
    }
    if (goals.count() > 0) {
      model.aim(goals.objective(k));
    }
    solver.setUnits(Math.min(MOST_UNITS, FIRST_UNITS * (1L << round)));
    CpSolverStatus status = model.solve(solver);
    refuted = status == CpSolverStatus.INFEASIBLE && start == null;
    if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
      if (goals.count() > 0) {
        // Before the plan is taken: the bound is of plans as good as the one it started from.
        goals.bound(k, solver.answer().bestObjectiveBound());
      }
      goals.take(model.plan(solver));
    }
  }
}

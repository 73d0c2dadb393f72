package org.mujian.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Session;

/**
 * Chooses, places and times together, objective after objective, and says why. A first plan is
 * settled by taking out and putting in; CP-SAT goes on from it. One thread: CP-SAT answers the same
 * everywhere only so. Without its native library small scenarios are still solved.
 */
public final class Planning {

  private static final int MOST_TICKS = 300;

  private final Scenario scenario;
  private final Session session;
  private final boolean hasNative;

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
    Settler settler = settle();
    return hasNative ? improve(settler) : branch(settler);
  }

  private Settler settle() {
    Settler settler = new Settler(new Layout(scenario), session.dice(0));
    int ticks = Math.clamp(scenario.projects().size(), 1, MOST_TICKS);
    int[] meetings = {0};
    session.run(List.of(settler), 1, () -> ++meetings[0] < ticks);
    return settler;
  }

  private Planned improve(Settler settler) {
    Goals goals = new Goals(scenario, settler.best());
    report(goals);
    Rounds rounds = new Rounds(scenario, goals, settler);
    session.run(
        List.of(rounds),
        1,
        () -> {
          report(goals);
          return !rounds.isFinished();
        });
    Plan plan = goals.best();
    return plan == null ? nothing(rounds.isRefuted()) : explained(plan, goals);
  }

  private Planned branch(Settler settler) {
    PlanBranching branching = new PlanBranching(scenario, Map.of());
    session.run(List.of(branching), 1, () -> !branching.isFinished());
    Goals goals = new Goals(scenario, settler.best());
    goals.take(branching.best());
    Plan plan = goals.best();
    if (plan == null) {
      return nothing(branching.isWhole());
    }
    if (branching.isWhole()) {
      goals.proveAll();
    }
    return explained(plan, goals);
  }

  private void report(Goals goals) {
    Plan plan = goals.best();
    if (plan != null && !scenario.objectives().isEmpty()) {
      long value = plan.value(scenario, goals.leading());
      session.report(OptionalLong.of(value), goals.bound(goals.leading()));
    }
  }

  private Planned nothing(boolean impossible) {
    List<String> conflict =
        impossible ? new Conflict(scenario, session, hasNative).find() : List.of();
    return new Planned(
        Optional.empty(), List.of(), List.of(), Map.of(), Map.of(), conflict, session.work());
  }

  private Planned explained(Plan plan, Goals goals) {
    Reasons reasons = new Reasons(scenario);
    return new Planned(
        Optional.of(plan),
        goals.parts(plan),
        reasons.refusals(plan),
        reasons.displaces(plan),
        FactorPrices.of(scenario, hasNative),
        List.of(),
        session.work());
  }
}

package org.mujian.allocation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objectives in their order, the best plan so far, and of each objective what no plan can beat
 * that is as good by those before.
 */
final class Goals {

  private final Scenario scenario;
  private final List<Objective> objectives;
  private final long[] bounds;
  private long[] values = {};
  private @Nullable Plan best;

  Goals(Scenario scenario, @Nullable Plan plan) {
    this.scenario = scenario;
    this.objectives = scenario.objectives();
    this.bounds = objectives.stream().mapToLong(this::farthest).toArray();
    take(plan);
  }

  @Nullable Plan best() {
    return best;
  }

  int count() {
    return objectives.size();
  }

  Objective objective(int k) {
    return objectives.get(k);
  }

  /** Takes a plan when it is better; its projects start as soon as it goes. */
  void take(@Nullable Plan plan) {
    if (plan == null) {
      return;
    }
    Plan early = Earlier.of(scenario, plan);
    long[] reached = PlanBranching.values(scenario, early);
    if (best != null && Arrays.compare(reached, values) <= 0) {
      return;
    }
    boolean weaker = false;
    for (int k = 0; k < reached.length && best != null; k++) {
      // What was proven for plans as good as the old one says nothing of plans that are not.
      bounds[k] = weaker ? farthest(objectives.get(k)) : bounds[k];
      weaker |= reached[k] < values[k];
    }
    best = early;
    values = reached;
  }

  void bound(int k, double found) {
    boolean most = objectives.get(k).isMaximised();
    long bound = most ? (long) Math.floor(found + 1e-6) : (long) Math.ceil(found - 1e-6);
    bounds[k] = most ? Math.min(bounds[k], bound) : Math.max(bounds[k], bound);
  }

  void proveAll() {
    for (int k = 0; k < bounds.length; k++) {
      bounds[k] = objectives.get(k).isMaximised() ? values[k] : -values[k];
    }
  }

  boolean isProven(int k) {
    return best != null && bounds[k] == (objectives.get(k).isMaximised() ? values[k] : -values[k]);
  }

  /** The first that is not proven, or the last. */
  Objective leading() {
    int k = 0;
    while (k < bounds.length - 1 && isProven(k)) {
      k++;
    }
    return objectives.get(k);
  }

  long bound(Objective objective) {
    return bounds[objectives.indexOf(objective)];
  }

  List<Planned.Part> parts(Plan plan) {
    return objectives.stream()
        .map(o -> new Planned.Part(o, plan.value(scenario, o), bound(o)))
        .toList();
  }

  /** A bound that needs no search. */
  private long farthest(Objective objective) {
    return switch (objective) {
      case BALANCE -> 100;
      case NEARNESS -> {
        long most = 0;
        for (Rules.Wish wish : scenario.rules().wishes()) {
          for (Scenario.Project project : scenario.projects()) {
            most += project.traits().kind().equals(wish.kind()) ? wish.worth() : 0;
          }
        }
        yield most;
      }
      default -> scenario.projects().stream().mapToLong(p -> farthest(objective, p)).sum();
    };
  }

  private long farthest(Objective objective, Scenario.Project project) {
    long value = 0;
    for (int step = 0; step < project.steps(); step++) {
      value = Math.max(value, project.value(step));
    }
    return switch (objective) {
      case PROMISES -> project.promised() ? 1 : 0;
      case COUNT -> 1;
      case VALUE -> value;
      case EARNED -> value * scenario.periods();
      default -> 0;
    };
  }
}

package org.mujian.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Small scenarios without CP-SAT: every project in at each of its places, or out, depth-first, the
 * worthiest first. Exact when it comes to its end within its steps.
 */
final class PlanBranching {

  private final Scenario scenario;
  private final List<Scenario.Project> order;
  private final Map<String, Long> left = new HashMap<>();
  private final TreeMap<String, Plan.Spot> placed = new TreeMap<>();
  private @Nullable Plan best;
  private long[] bestValues = {};
  private long steps;

  PlanBranching(Scenario scenario) {
    this.scenario = scenario;
    this.order = new ArrayList<>(scenario.projects());
    order.sort(
        Comparator.comparing((Scenario.Project p) -> p.hand() != Scenario.Hand.PINNED)
            .thenComparing(p -> !p.promised())
            .thenComparing(p -> -p.value()));
    left.putAll(new Plan(new TreeMap<>()).left(scenario, scenario.periods() - 1));
  }

  /**
   * @return whether all was looked at
   */
  boolean run(long most) {
    steps = most;
    return decide(0);
  }

  @Nullable Plan best() {
    return best;
  }

  private boolean decide(int depth) {
    if (steps-- <= 0) {
      return false;
    }
    if (depth == order.size()) {
      compare();
      return true;
    }
    Scenario.Project project = order.get(depth);
    if (project.hand() != Scenario.Hand.FORBIDDEN && take(project, 1)) {
      boolean whole = places(depth, project);
      take(project, -1);
      if (!whole) {
        return false;
      }
    }
    return project.hand() == Scenario.Hand.PINNED || decide(depth + 1);
  }

  private boolean places(int depth, Scenario.Project project) {
    if (project.options().isEmpty()) {
      return with(depth, project, "", 0);
    }
    for (Scenario.Option option : project.options()) {
      String place = "p " + option.place();
      long room = left.getOrDefault(place, 0L);
      if (option.takes() <= room) {
        left.put(place, room - option.takes());
        boolean whole = with(depth, project, option.place(), option.ready());
        left.put(place, room);
        if (!whole) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean with(int depth, Scenario.Project project, String place, int ready) {
    boolean whole = true;
    for (int t = Math.max(ready, project.earliest()); t < scenario.periods() && whole; t++) {
      placed.put(project.id(), new Plan.Spot(place, t));
      whole = decide(depth + 1);
      placed.remove(project.id());
    }
    return whole;
  }

  /** Takes or gives back the factors; takes nothing when they do not suffice. */
  private boolean take(Scenario.Project project, int sign) {
    for (var need : project.needs().entrySet()) {
      if (sign * need.getValue() > left.getOrDefault("f " + need.getKey(), 0L)) {
        return false;
      }
    }
    project.needs().forEach((factor, need) -> left.merge("f " + factor, -sign * need, Long::sum));
    return true;
  }

  private void compare() {
    Plan plan = new Plan(placed);
    long[] values = new long[scenario.objectives().size()];
    for (int k = 0; k < values.length; k++) {
      Objective objective = scenario.objectives().get(k);
      long value = plan.value(scenario, objective);
      values[k] = objective.isMaximised() ? value : -value;
    }
    boolean better = best == null || java.util.Arrays.compare(values, bestValues) > 0;
    if (better && plan.check(scenario).isEmpty()) {
      best = plan;
      bestValues = values;
    }
  }
}

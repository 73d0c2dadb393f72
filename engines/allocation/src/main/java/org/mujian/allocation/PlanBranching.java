package org.mujian.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.Worker;

/**
 * Small scenarios without CP-SAT: every project in at each of its places, or out, depth-first, the
 * worthiest first. Each tick looks further than the one before, from the start again, so that a
 * halted one leaves no trace.
 */
final class PlanBranching implements Worker {

  private static final long FIRST_STEPS = 20_000;
  private static final long MOST_STEPS = 3_000_000;

  private final Scenario scenario;
  private final Map<String, Plan.Spot> kept;
  private final List<Scenario.Project> order;
  private final Map<String, Long> left = new HashMap<>();
  private final TreeMap<String, Plan.Spot> placed = new TreeMap<>();
  private @Nullable Plan best;
  private @Nullable Plan found;
  private long[] foundValues = {};
  private long most = FIRST_STEPS;
  private long steps;
  private boolean whole;
  private boolean spent;
  private volatile boolean halted;

  /**
   * @param kept projects that, if they are in, are just there
   */
  PlanBranching(Scenario scenario, Map<String, Plan.Spot> kept) {
    this.scenario = scenario;
    this.kept = kept;
    this.order = new ArrayList<>(scenario.projects());
    order.sort(
        Comparator.comparing((Scenario.Project p) -> p.hand() != Scenario.Hand.PINNED)
            .thenComparing(p -> !p.promised())
            .thenComparing(p -> -p.value()));
  }

  /** Whether all was looked at: then {@link #best} is the best, and null when there is none. */
  boolean isWhole() {
    return whole;
  }

  @Nullable Plan best() {
    return best;
  }

  @Override
  public boolean isFinished() {
    return whole || spent;
  }

  @Override
  public void halt() {
    halted = true;
  }

  @Override
  public void tick() throws Abandoned {
    left.clear();
    placed.clear();
    left.putAll(new Plan(placed).left(scenario, scenario.periods() - 1));
    steps = most;
    found = best;
    boolean all = decide(0);
    if (halted) {
      throw new Abandoned();
    }
    best = found;
    whole = all;
    spent = most >= MOST_STEPS;
    most *= 4;
  }

  private boolean decide(int depth) {
    if (steps-- <= 0 || halted) {
      return false;
    }
    if (found != null && scenario.objectives().isEmpty()) {
      return true; // any plan will do
    }
    if (depth == order.size()) {
      compare();
      return true;
    }
    Scenario.Project project = order.get(depth);
    if (project.hand() != Scenario.Hand.FORBIDDEN) {
      for (int step = 0; step < project.steps(); step++) {
        Map<String, Long> needs = project.needs(step);
        if (isEnough(needs)) {
          needs.forEach((factor, need) -> left.merge("f " + factor, -need, Long::sum));
          boolean seen = places(depth, project, step);
          needs.forEach((factor, need) -> left.merge("f " + factor, need, Long::sum));
          if (!seen) {
            return false;
          }
        }
      }
    }
    return project.hand() == Scenario.Hand.PINNED || decide(depth + 1);
  }

  private boolean isEnough(Map<String, Long> needs) {
    return needs.entrySet().stream()
        .allMatch(need -> need.getValue() <= left.getOrDefault("f " + need.getKey(), 0L));
  }

  private boolean places(int depth, Scenario.Project project, int step) {
    for (Scenario.Option option : project.optionsOrNone()) {
      String place = "p " + option.place();
      long room = left.getOrDefault(place, 0L);
      if (option.takes() <= room) {
        left.put(place, room - option.takes());
        boolean seen = starts(depth, project, option, step);
        left.put(place, room);
        if (!seen) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean starts(int depth, Scenario.Project project, Scenario.Option option, int step) {
    boolean seen = true;
    Plan.Spot here = kept.get(project.id());
    int first = Math.max(option.ready(), project.earliest());
    for (int t = first; t < scenario.periods() && seen; t++) {
      Plan.Spot spot = new Plan.Spot(option.place(), t, step);
      if (here == null || here.equals(spot)) {
        placed.put(project.id(), spot);
        seen = decide(depth + 1);
        placed.remove(project.id());
      }
    }
    return seen;
  }

  private void compare() {
    Plan plan = new Plan(placed);
    long[] values = values(scenario, plan);
    boolean better = found == null || Arrays.compare(values, foundValues) > 0;
    if (better && plan.check(scenario).isEmpty()) {
      found = plan;
      foundValues = values;
    }
  }

  /** By objective, the more the better. */
  static long[] values(Scenario scenario, Plan plan) {
    return scenario.objectives().stream()
        .mapToLong(o -> (o.isMaximised() ? 1 : -1) * plan.value(scenario, o))
        .toArray();
  }
}

package org.mujian.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Starts every project of a plan as soon as the others allow, the worthiest first. */
final class Earlier {

  private final Scenario scenario;
  private final TreeMap<String, Plan.Spot> placed;
  private final List<Map<String, Long>> left;

  private Earlier(Scenario scenario, Plan plan) {
    this.scenario = scenario;
    this.placed = new TreeMap<>(plan.placed());
    this.left =
        IntStream.range(0, scenario.periods()).mapToObj(t -> plan.left(scenario, t)).toList();
  }

  static Plan of(Scenario scenario, Plan plan) {
    Earlier earlier = new Earlier(scenario, plan);
    List<Scenario.Project> order =
        scenario.projects().stream()
            .filter(project -> plan.placed().containsKey(project.id()))
            .sorted(Comparator.comparing((Scenario.Project p) -> -p.value()))
            .toList();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Scenario.Project project : order) {
        moved |= earlier.move(project);
      }
    }
    return new Plan(earlier.placed);
  }

  private boolean move(Scenario.Project project) {
    Plan.Spot spot = Objects.requireNonNull(placed.get(project.id()));
    int least = project.earliest();
    for (Scenario.Option option : project.options()) {
      if (option.place().equals(spot.place())) {
        least = Math.max(least, option.ready());
      }
    }
    for (String other : project.with()) {
      int served =
          scenario.rules().serving(other).stream()
              .filter(placed::containsKey)
              .mapToInt(one -> Objects.requireNonNull(placed.get(one)).start())
              .min()
              .orElse(spot.start());
      least = Math.max(least, served);
    }
    int start = spot.start();
    while (start > least && fits(project, spot.step(), start - 1)) {
      start--;
    }
    for (int t = start; t < spot.start(); t++) {
      Map<String, Long> then = left.get(t);
      project
          .needs(spot.step())
          .forEach((factor, need) -> then.merge("f " + factor, -need, Long::sum));
    }
    placed.put(project.id(), new Plan.Spot(spot.place(), start, spot.step()));
    return start < spot.start();
  }

  private boolean fits(Scenario.Project project, int step, int period) {
    return project.needs(step).entrySet().stream()
        .allMatch(
            need -> left.get(period).getOrDefault("f " + need.getKey(), 0L) >= need.getValue());
  }
}

package org.mujian.allocation;

import java.util.SortedMap;
import java.util.TreeMap;

/** How evenly clusters are served: of what each asks for, in value, the per cent that it gets. */
final class Balance {

  private Balance() {}

  /** By cluster that asks for anything, what its projects are worth in full. */
  static SortedMap<String, Long> asked(Scenario scenario) {
    SortedMap<String, Long> asked = new TreeMap<>();
    for (Scenario.Project project : scenario.projects()) {
      if (!project.traits().cluster().isEmpty() && project.value() > 0) {
        asked.merge(project.traits().cluster(), project.value(), Long::sum);
      }
    }
    return asked;
  }

  /** Of the cluster that gets least; 0 when there are no clusters. */
  static long least(Scenario scenario, Plan plan) {
    SortedMap<String, Long> got = new TreeMap<>();
    for (Scenario.Project project : scenario.projects()) {
      Plan.Spot spot = plan.placed().get(project.id());
      if (spot != null) {
        got.merge(project.traits().cluster(), project.value(spot.step()), Long::sum);
      }
    }
    return asked(scenario).entrySet().stream()
        .mapToLong(e -> Math.min(100, 100 * got.getOrDefault(e.getKey(), 0L) / e.getValue()))
        .min()
        .orElse(0);
  }
}

package org.mujian.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which projects are in, where, and from when.
 *
 * @param placed by project
 */
public record Plan(SortedMap<String, Spot> placed) {

  /**
   * @param place "" where a project needs none
   * @param start period, from 0
   */
  public record Spot(String place, int start) {}

  public Plan {
    placed = Collections.unmodifiableSortedMap(new TreeMap<>(placed));
  }

  /** What it reaches of an objective. */
  public long value(Scenario scenario, Objective objective) {
    long value = 0;
    for (Scenario.Project project : scenario.projects()) {
      Spot spot = placed.get(project.id());
      String place = spot == null ? null : spot.place();
      value +=
          switch (objective) {
            case PROMISES -> place != null && project.promised() ? 1 : 0;
            case COUNT -> place != null ? 1 : 0;
            case VALUE -> place != null ? project.value() : 0;
            case EARNED -> spot == null ? 0 : project.value() * (scenario.periods() - spot.start());
            case PREPARATION -> place == null ? 0 : preparation(project, place);
            case CHANGES -> Objects.equals(place, project.present()) ? 0 : 1;
          };
    }
    return value;
  }

  private static long preparation(Scenario.Project project, String place) {
    return project.options().stream()
        .filter(option -> option.place().equals(place))
        .mapToLong(Scenario.Option::preparation)
        .sum();
  }

  /** What is left of each factor and place in a period; below 0 where too much is used. */
  Map<String, Long> left(Scenario scenario, int period) {
    Map<String, Long> left = new LinkedHashMap<>();
    scenario.factors().forEach(factor -> left.put("f " + factor.id(), factor.supply().get(period)));
    scenario.places().forEach(place -> left.put("p " + place.id(), place.room()));
    for (Scenario.Project project : scenario.projects()) {
      Spot spot = placed.get(project.id());
      if (spot != null && spot.start() <= period) {
        String place = spot.place();
        project.needs().forEach((factor, need) -> left.merge("f " + factor, -need, Long::sum));
        project.options().stream()
            .filter(option -> option.place().equals(place))
            .forEach(option -> left.merge("p " + place, -option.takes(), Long::sum));
      }
    }
    return left;
  }

  /** Verifies from the scenario alone, without anything of the search. */
  public List<Fault> check(Scenario scenario) {
    List<Fault> faults = new ArrayList<>();
    for (String id : placed.keySet()) {
      if (scenario.projects().stream().noneMatch(project -> project.id().equals(id))) {
        faults.add(new Fault("unknown-project", id));
      }
    }
    for (Scenario.Project project : scenario.projects()) {
      check(scenario, project, faults);
    }
    for (int t = 0; t < scenario.periods() && faults.isEmpty(); t++) {
      int period = t;
      left(scenario, period)
          .forEach(
              (what, left) -> {
                if (left < 0) {
                  faults.add(
                      new Fault(
                          what.startsWith("f ") ? "factor-short" : "place-short",
                          "%s in period %d: %d too much"
                              .formatted(what.substring(2), period, -left)));
                }
              });
    }
    return faults;
  }

  private void check(Scenario scenario, Scenario.Project project, List<Fault> faults) {
    Spot spot = placed.get(project.id());
    if (spot == null) {
      if (project.hand() == Scenario.Hand.PINNED) {
        faults.add(new Fault("pinned-out", project.id()));
      }
      return;
    }
    if (project.hand() == Scenario.Hand.FORBIDDEN) {
      faults.add(new Fault("forbidden-in", project.id()));
    }
    String place = spot.place();
    int ready =
        project.options().stream()
            .filter(option -> option.place().equals(place))
            .mapToInt(Scenario.Option::ready)
            .findFirst()
            .orElse(0);
    if (spot.start() < Math.max(ready, project.earliest()) || spot.start() >= scenario.periods()) {
      faults.add(new Fault("not-ready", project.id() + " in period " + spot.start()));
    }
    boolean fits =
        project.options().isEmpty()
            ? place.isEmpty()
            : project.options().stream().anyMatch(option -> option.place().equals(place));
    if (!fits) {
      faults.add(new Fault("no-such-option", project.id() + " at " + place));
    }
    for (String other : project.with()) {
      Spot needed = placed.get(other);
      if (needed == null || needed.start() > spot.start()) {
        faults.add(new Fault("without-its-need", project.id() + " needs " + other));
      }
    }
    for (String other : project.without()) {
      if (placed.containsKey(other)) {
        faults.add(new Fault("beside-what-it-excludes", project.id() + " and " + other));
      }
    }
  }
}

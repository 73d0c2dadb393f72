package org.mujian.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which projects are in, where, and from when.
 *
 * @param placed by project
 */
public record Plan(SortedMap<String, Spot> placed) {

  /**
   * @param place "" where a project needs none
   * @param start period, from 0
   * @param step 0 in full; otherwise which of its shares it is supported with
   */
  public record Spot(String place, int start, int step) {
    public Spot(String place, int start) {
      this(place, start, 0);
    }
  }

  public Plan {
    placed = Collections.unmodifiableSortedMap(new TreeMap<>(placed));
  }

  /** What it reaches of an objective. */
  public long value(Scenario scenario, Objective objective) {
    return switch (objective) {
      case BALANCE -> Balance.least(scenario, this);
      case NEARNESS -> nearness(scenario);
      default ->
          scenario.projects().stream()
              .mapToLong(project -> value(scenario, project, objective))
              .sum();
    };
  }

  private long value(Scenario scenario, Scenario.Project project, Objective objective) {
    Spot spot = placed.get(project.id());
    if (objective == Objective.CHANGES) {
      return Objects.equals(spot == null ? null : spot.place(), project.present()) ? 0 : 1;
    }
    if (spot == null) {
      return 0;
    }
    return switch (objective) {
      case PROMISES -> project.promised() ? 1 : 0;
      case COUNT -> 1;
      case VALUE -> project.value(spot.step());
      case EARNED -> project.value(spot.step()) * (scenario.periods() - spot.start());
      default -> preparation(project, spot.place());
    };
  }

  private static long preparation(Scenario.Project project, String place) {
    return project.options().stream()
        .filter(option -> option.place().equals(place))
        .mapToLong(Scenario.Option::preparation)
        .sum();
  }

  private long nearness(Scenario scenario) {
    Distances distances = new Distances(scenario.rules());
    long worth = 0;
    for (Rules.Wish wish : scenario.rules().wishes()) {
      for (Scenario.Project project : scenario.projects()) {
        if (project.traits().kind().equals(wish.kind())
            && scenario.projects().stream()
                .anyMatch(other -> isMet(wish, distances, project, other))) {
          worth += wish.worth();
        }
      }
    }
    return worth;
  }

  private boolean isMet(
      Rules.Wish wish, Distances distances, Scenario.Project project, Scenario.Project other) {
    Spot here = placed.get(project.id());
    Spot there = placed.get(other.id());
    return here != null
        && there != null
        && !project.id().equals(other.id())
        && other.traits().kind().equals(wish.other())
        && distances.between(here.place(), there.place()) <= Math.min(wish.most(), Scenario.MOST);
  }

  /** What all that is in uses of a factor together. */
  public long used(Scenario scenario, Scenario.Factor factor) {
    return factor.last()
        - Objects.requireNonNull(left(scenario, scenario.periods() - 1).get("f " + factor.id()));
  }

  /** What is left of each factor and place in a period; below 0 where too much is used. */
  Map<String, Long> left(Scenario scenario, int period) {
    Map<String, Long> left = new LinkedHashMap<>();
    scenario.factors().forEach(factor -> left.put("f " + factor.id(), factor.at(period)));
    scenario.places().forEach(place -> left.put("p " + place.id(), place.room()));
    for (Scenario.Project project : scenario.projects()) {
      Spot spot = placed.get(project.id());
      if (spot != null && spot.start() <= period && isStep(project, spot.step())) {
        String place = spot.place();
        project
            .needs(spot.step())
            .forEach((factor, need) -> left.merge("f " + factor, -need, Long::sum));
        project.options().stream()
            .filter(option -> option.place().equals(place))
            .forEach(option -> left.merge("p " + place, -option.takes(), Long::sum));
      }
    }
    return left;
  }

  private static boolean isStep(Scenario.Project project, int step) {
    return step >= 0 && step < project.steps();
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
    distances(scenario, faults);
    for (Rules.Minimum minimum : scenario.rules().minimums()) {
      if (!minimum.isMet(this)) {
        faults.add(
            new Fault(
                "minimum-missed",
                minimum.name() + ": " + minimum.started(this) + " started of " + minimum.count()));
      }
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

  private void distances(Scenario scenario, List<Fault> faults) {
    if (scenario.rules().hazards().isEmpty()) {
      return;
    }
    Distances distances = new Distances(scenario.rules());
    List<Scenario.Project> in =
        scenario.projects().stream().filter(p -> placed.containsKey(p.id())).toList();
    for (int a = 0; a < in.size(); a++) {
      for (int b = a + 1; b < in.size(); b++) {
        if (distances.tooNear(in.get(a), place(in.get(a)), in.get(b), place(in.get(b)))) {
          faults.add(new Fault("too-near", in.get(a).id() + " and " + in.get(b).id()));
        }
      }
    }
  }

  private String place(Scenario.Project project) {
    return Objects.requireNonNull(placed.get(project.id())).place();
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
    if (!isStep(project, spot.step())) {
      faults.add(new Fault("no-such-step", project.id() + " in step " + spot.step()));
    }
    Scenario.@Nullable Option option = option(project, spot.place());
    if (option == null) {
      faults.add(new Fault("no-such-option", project.id() + " at " + spot.place()));
    }
    int ready = Math.max(project.earliest(), option == null ? 0 : option.ready());
    if (spot.start() < ready || spot.start() >= scenario.periods()) {
      faults.add(new Fault("not-ready", project.id() + " in period " + spot.start()));
    }
    for (String other : project.with()) {
      boolean served =
          scenario.rules().serving(other).stream()
              .map(placed::get)
              .anyMatch(needed -> needed != null && needed.start() <= spot.start());
      if (!served) {
        faults.add(new Fault("without-its-need", project.id() + " needs " + other));
      }
    }
    for (String other : project.without()) {
      if (placed.containsKey(other)) {
        faults.add(new Fault("beside-what-it-excludes", project.id() + " and " + other));
      }
    }
    for (String other : scenario.rules().rivals(project.id())) {
      if (placed.containsKey(other) && project.id().compareTo(other) < 0) {
        faults.add(new Fault("beside-its-replacement", project.id() + " and " + other));
      }
    }
  }

  static Scenario.@Nullable Option option(Scenario.Project project, String place) {
    return project.optionsOrNone().stream()
        .filter(option -> option.place().equals(place))
        .findFirst()
        .orElse(null);
  }
}

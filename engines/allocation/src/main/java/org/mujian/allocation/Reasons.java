package org.mujian.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why a plan is as it is, read from plan and scenario alone. */
final class Reasons {

  private final Scenario scenario;
  private final Distances distances;

  Reasons(Scenario scenario) {
    this.scenario = scenario;
    this.distances = new Distances(scenario.rules());
  }

  List<Planned.Refusal> refusals(Plan plan) {
    Map<String, Long> left = plan.left(scenario, scenario.periods() - 1);
    return scenario.projects().stream()
        .filter(project -> !plan.placed().containsKey(project.id()))
        .map(project -> refusal(plan, project, left))
        .toList();
  }

  private Planned.Refusal refusal(Plan plan, Scenario.Project project, Map<String, Long> left) {
    List<Planned.Lack> lacks = walls(plan, project, left, scenario.periods() - 1);
    return lacks.isEmpty()
        ? new Planned.Refusal(project.id(), List.of(new Planned.Lack(Planned.Limit.NO_GAIN, "", 0)))
        : new Planned.Refusal(project.id(), lacks, from(plan, project));
  }

  /** What keeps a project out of a plan that stays as it is. */
  List<Planned.Lack> lacks(Plan plan, Scenario.Project project) {
    return refusal(plan, project, plan.left(scenario, scenario.periods() - 1)).lacks();
  }

  /** The first period after the last in which nothing stands in its way, by what is announced. */
  OptionalInt from(Plan plan, Scenario.Project project) {
    int last = scenario.periods() + project.earliest();
    for (Scenario.Option option : project.options()) {
      last = Math.max(last, option.ready() + 1);
    }
    for (Scenario.Factor factor : scenario.factors()) {
      last = Math.max(last, scenario.periods() + factor.later().size());
    }
    for (int period = scenario.periods(); period < last; period++) {
      if (walls(plan, project, plan.left(scenario, period), period).isEmpty()) {
        return OptionalInt.of(period);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Of each place and each step of support the limits that stand in the way; the fewest of them,
   * then those of which least is missing. Who starts last meets the fewest limits.
   */
  private List<Planned.Lack> walls(
      Plan plan, Scenario.Project project, Map<String, Long> left, int period) {
    List<Planned.Lack> everywhere = relations(plan, project);
    if (project.earliest() > period) {
      everywhere.add(
          new Planned.Lack(Planned.Limit.LATER, project.id(), project.earliest() - period));
    }
    List<Planned.Lack> fewest = null;
    for (int step = 0; step < project.steps(); step++) {
      List<Planned.Lack> scarce = shortages(project.needs(step), left);
      for (Scenario.Option option : project.optionsOrNone()) {
        List<Planned.Lack> lacks = new ArrayList<>(everywhere);
        lacks.addAll(scarce);
        lacks.addAll(atPlace(plan, project, option, left, period));
        if (fewest == null
            || lacks.size() < fewest.size()
            || lacks.size() == fewest.size() && missing(lacks) < missing(fewest)) {
          fewest = lacks;
        }
      }
    }
    return fewest == null ? everywhere : fewest;
  }

  private static double missing(List<Planned.Lack> lacks) {
    return lacks.stream()
        .mapToDouble(lack -> lack.limit() == Planned.Limit.FACTOR ? 0 : lack.missing())
        .sum();
  }

  private List<Planned.Lack> relations(Plan plan, Scenario.Project project) {
    List<Planned.Lack> lacks = new ArrayList<>();
    if (project.hand() == Scenario.Hand.FORBIDDEN) {
      lacks.add(new Planned.Lack(Planned.Limit.FORBIDDEN, project.id(), 0));
    }
    for (String other : project.with()) {
      if (scenario.rules().serving(other).stream().noneMatch(plan.placed()::containsKey)) {
        lacks.add(new Planned.Lack(Planned.Limit.NEEDS, other, 0));
      }
    }
    for (Scenario.Project other : scenario.projects()) {
      boolean apart =
          project.without().contains(other.id()) || other.without().contains(project.id());
      if (apart && plan.placed().containsKey(other.id())) {
        lacks.add(new Planned.Lack(Planned.Limit.EXCLUDES, other.id(), 0));
      }
    }
    for (String rival : scenario.rules().rivals(project.id())) {
      if (plan.placed().containsKey(rival)) {
        lacks.add(new Planned.Lack(Planned.Limit.REPLACED, rival, 0));
      }
    }
    return lacks;
  }

  private static List<Planned.Lack> shortages(Map<String, Long> needs, Map<String, Long> left) {
    List<Planned.Lack> lacks = new ArrayList<>();
    needs.forEach(
        (factor, need) -> {
          long missing = need - left.getOrDefault("f " + factor, 0L);
          if (missing > 0) {
            lacks.add(new Planned.Lack(Planned.Limit.FACTOR, factor, missing));
          }
        });
    return lacks;
  }

  private List<Planned.Lack> atPlace(
      Plan plan,
      Scenario.Project project,
      Scenario.Option option,
      Map<String, Long> left,
      int period) {
    List<Planned.Lack> lacks = new ArrayList<>();
    long missing = option.takes() - left.getOrDefault("p " + option.place(), 0L);
    if (missing > 0) {
      lacks.add(new Planned.Lack(Planned.Limit.PLACE, option.place(), missing));
    }
    if (option.ready() > period) {
      lacks.add(new Planned.Lack(Planned.Limit.LATER, option.place(), option.ready() - period));
    }
    if (!scenario.rules().hazards().isEmpty()) {
      for (Scenario.Project other : scenario.projects()) {
        Plan.Spot spot = plan.placed().get(other.id());
        if (spot != null && distances.tooNear(project, option.place(), other, spot.place())) {
          lacks.add(new Planned.Lack(Planned.Limit.TOO_NEAR, other.id(), 0));
        }
      }
    }
    return lacks;
  }

  Map<String, List<String>> displaces(Plan plan) {
    Map<String, List<String>> displaces = new LinkedHashMap<>();
    List<Scenario.Project> out =
        scenario.projects().stream()
            .filter(project -> !plan.placed().containsKey(project.id()))
            .toList();
    for (String in : plan.placed().keySet()) {
      SortedMap<String, Plan.Spot> others = new TreeMap<>(plan.placed());
      others.remove(in);
      Plan without = new Plan(others);
      Map<String, Long> left = without.left(scenario, scenario.periods() - 1);
      displaces.put(
          in,
          isNeeded(without, in)
              ? List.of()
              : out.stream()
                  .filter(project -> mayFit(project, left))
                  .filter(
                      project -> walls(without, project, left, scenario.periods() - 1).isEmpty())
                  .map(Scenario.Project::id)
                  .toList());
    }
    return displaces;
  }

  /** Looked at first: most fail by a factor. */
  private static boolean mayFit(Scenario.Project project, Map<String, Long> left) {
    for (int step = 0; step < project.steps(); step++) {
      if (shortages(project.needs(step), left).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether someone could not stay without it. */
  private boolean isNeeded(Plan without, String id) {
    return scenario.projects().stream()
        .filter(p -> without.placed().containsKey(p.id()))
        .anyMatch(
            p ->
                p.with().stream()
                    .map(scenario.rules()::serving)
                    .anyMatch(
                        serving ->
                            serving.contains(id)
                                && serving.stream().noneMatch(without.placed()::containsKey)));
  }
}

package org.mujian.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mujian.allocation.search.Simplex;

/** Why a plan is as it is, read from plan and scenario alone. */
final class Reasons {

  private static final int MOST_ROWS = 1_500;

  private final Scenario scenario;

  Reasons(Scenario scenario) {
    this.scenario = scenario;
  }

  List<Planned.Refusal> refusals(Plan plan) {
    return scenario.projects().stream()
        .filter(project -> !plan.placed().containsKey(project.id()))
        .map(project -> new Planned.Refusal(project.id(), lacks(plan, project)))
        .toList();
  }

  /** What keeps a project out of a plan that stays as it is. */
  List<Planned.Lack> lacks(Plan plan, Scenario.Project project) {
    List<Planned.Lack> lacks = walls(plan, project);
    if (lacks.isEmpty()) {
      lacks.add(new Planned.Lack(Planned.Limit.NO_GAIN, "", 0));
    }
    return lacks;
  }

  private List<Planned.Lack> walls(Plan plan, Scenario.Project project) {
    List<Planned.Lack> lacks = new ArrayList<>();
    // Who starts last meets the fewest limits: a project that does not fit then never does.
    Map<String, Long> left = plan.left(scenario, scenario.periods() - 1);
    if (project.hand() == Scenario.Hand.FORBIDDEN) {
      lacks.add(new Planned.Lack(Planned.Limit.FORBIDDEN, project.id(), 0));
    }
    project
        .needs()
        .forEach(
            (factor, need) -> {
              long missing = need - left.getOrDefault("f " + factor, 0L);
              if (missing > 0) {
                lacks.add(new Planned.Lack(Planned.Limit.FACTOR, factor, missing));
              }
            });
    Scenario.Option nearest = nearest(project, left);
    if (nearest != null && missing(nearest, left) > 0) {
      lacks.add(new Planned.Lack(Planned.Limit.PLACE, nearest.place(), missing(nearest, left)));
    }
    for (String other : project.with()) {
      if (!plan.placed().containsKey(other)) {
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
    return lacks;
  }

  private static long missing(Scenario.Option option, Map<String, Long> left) {
    return Math.max(0, option.takes() - left.getOrDefault("p " + option.place(), 0L));
  }

  private static Scenario.@org.jspecify.annotations.Nullable Option nearest(
      Scenario.Project project, Map<String, Long> left) {
    Scenario.Option nearest = null;
    for (Scenario.Option option : project.options()) {
      if (nearest == null || missing(option, left) < missing(nearest, left)) {
        nearest = option;
      }
    }
    return nearest;
  }

  Map<String, List<String>> displaces(Plan plan) {
    Map<String, List<String>> displaces = new LinkedHashMap<>();
    for (String in : plan.placed().keySet()) {
      SortedMap<String, Plan.Spot> others = new TreeMap<>(plan.placed());
      others.remove(in);
      Plan without = new Plan(others);
      displaces.put(
          in,
          isNeeded(plan, in)
              ? List.of()
              : scenario.projects().stream()
                  .filter(project -> !plan.placed().containsKey(project.id()))
                  .filter(project -> walls(without, project).isEmpty())
                  .map(Scenario.Project::id)
                  .toList());
    }
    return displaces;
  }

  private boolean isNeeded(Plan plan, String id) {
    return scenario.projects().stream()
        .anyMatch(p -> plan.placed().containsKey(p.id()) && p.with().contains(id));
  }

  /** By the linear relaxation of value alone; empty when the scenario is too large for it. */
  Map<String, Double> prices() {
    int factors = scenario.factors().size();
    int places = scenario.places().size();
    int rows = factors + places + scenario.projects().size();
    if (rows > MOST_ROWS) {
      return Map.of();
    }
    Map<String, Integer> rowOf = new LinkedHashMap<>();
    double[] limits = new double[rows];
    scenario.factors().forEach(f -> addRow(rowOf, "f " + f.id(), f.last(), limits));
    scenario.places().forEach(p -> addRow(rowOf, "p " + p.id(), p.room(), limits));
    List<double[]> columns = new ArrayList<>();
    List<Double> worth = new ArrayList<>();
    for (int j = 0; j < scenario.projects().size(); j++) {
      Scenario.Project project = scenario.projects().get(j);
      limits[factors + places + j] = 1;
      if (project.hand() != Scenario.Hand.FORBIDDEN) {
        columns(project, factors + places + j, rowOf, limits, columns);
        while (worth.size() < columns.size()) {
          worth.add((double) project.value());
        }
      }
    }
    double[] upper = new double[columns.size()];
    java.util.Arrays.fill(upper, 1);
    Simplex simplex =
        new Simplex(
            worth.stream().mapToDouble(w -> w).toArray(),
            columns.toArray(double[][]::new),
            java.util.Arrays.stream(limits).map(limit -> limit > 0 ? 1 : 0).toArray(),
            upper);
    simplex.solve(20 * (rows + upper.length));
    Map<String, Double> prices = new LinkedHashMap<>();
    for (int i = 0; i < factors; i++) {
      double supply = Math.max(1, limits[i]);
      prices.put(scenario.factors().get(i).id(), Math.max(0, simplex.prices()[i]) / supply);
    }
    return prices;
  }

  private static void addRow(Map<String, Integer> rowOf, String name, long limit, double[] limits) {
    limits[rowOf.size()] = limit;
    rowOf.put(name, rowOf.size());
  }

  /** Rows are measured in their limits: numbers of one size. */
  private static void columns(
      Scenario.Project project,
      int own,
      Map<String, Integer> rowOf,
      double[] limits,
      List<double[]> columns) {
    List<Scenario.Option> options =
        project.options().isEmpty() ? List.of(new Scenario.Option("", 0, 0, 0)) : project.options();
    for (Scenario.Option option : options) {
      double[] column = new double[limits.length];
      column[own] = 1;
      project
          .needs()
          .forEach((factor, need) -> use(column, rowOf.get("f " + factor), need, limits));
      use(column, rowOf.get("p " + option.place()), option.takes(), limits);
      columns.add(column);
    }
  }

  private static void use(
      double[] column, @org.jspecify.annotations.Nullable Integer row, long use, double[] limits) {
    if (row != null) {
      column[row] = use / Math.max(1, limits[row]);
    }
  }
}

package org.mujian.allocation;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.Simplex;

/**
 * What one more unit of each factor would be worth, by the linear relaxation of value alone: GLOP
 * solves it, or where OR-Tools is absent and the scenario is not large our own simplex method.
 */
final class FactorPrices {

  private static final int MOST_ROWS = 1_500;

  private final Scenario scenario;
  private final Map<String, Integer> rowOf = new LinkedHashMap<>();
  private final double[] limits;
  private final List<int[]> rows = new ArrayList<>();
  private final List<double[]> uses = new ArrayList<>();
  private final List<Double> worth = new ArrayList<>();

  private FactorPrices(Scenario scenario) {
    this.scenario = scenario;
    int named = scenario.factors().size() + scenario.places().size();
    this.limits = new double[named + scenario.projects().size()];
    scenario.factors().forEach(f -> addRow("f " + f.id(), f.last()));
    scenario.places().forEach(p -> addRow("p " + p.id(), p.room()));
    for (int j = 0; j < scenario.projects().size(); j++) {
      Scenario.Project project = scenario.projects().get(j);
      limits[named + j] = 1;
      if (project.hand() != Scenario.Hand.FORBIDDEN) {
        for (int step = 0; step < project.steps(); step++) {
          for (Scenario.Option option : project.optionsOrNone()) {
            addColumn(project, step, option, named + j);
          }
        }
      }
    }
  }

  /** Empty when it is too large to tell. */
  static Map<String, Double> of(Scenario scenario, boolean hasNative) {
    FactorPrices programme = new FactorPrices(scenario);
    double[] prices = hasNative ? programme.byGlop() : programme.bySimplex();
    if (prices == null) {
      return Map.of();
    }
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < scenario.factors().size(); i++) {
      double supply = Math.max(1, programme.limits[i]);
      named.put(scenario.factors().get(i).id(), Math.max(0, prices[i]) / supply);
    }
    return named;
  }

  private void addRow(String name, long limit) {
    limits[rowOf.size()] = limit;
    rowOf.put(name, rowOf.size());
  }

  /** Rows are measured in their limits: numbers of one size. */
  private void addColumn(Scenario.Project project, int step, Scenario.Option option, int own) {
    List<Integer> in = new ArrayList<>();
    List<Double> use = new ArrayList<>();
    in.add(own);
    use.add(1.0);
    project.needs(step).forEach((factor, need) -> addUse(in, use, rowOf.get("f " + factor), need));
    addUse(in, use, rowOf.get("p " + option.place()), option.takes());
    rows.add(in.stream().mapToInt(Integer::intValue).toArray());
    uses.add(use.stream().mapToDouble(Double::doubleValue).toArray());
    worth.add((double) project.value(step));
  }

  private void addUse(List<Integer> in, List<Double> use, @Nullable Integer row, long amount) {
    if (row != null && amount > 0) {
      in.add(row);
      use.add(amount / Math.max(1, limits[row]));
    }
  }

  private double[] capped() {
    return Arrays.stream(limits).map(limit -> limit > 0 ? 1 : 0).toArray();
  }

  private double @Nullable [] byGlop() {
    MPSolver solver = MPSolver.createSolver("GLOP");
    MPConstraint[] constraints =
        Arrays.stream(capped())
            .mapToObj(cap -> solver.makeConstraint(Double.NEGATIVE_INFINITY, cap))
            .toArray(MPConstraint[]::new);
    for (int j = 0; j < worth.size(); j++) {
      MPVariable column = solver.makeNumVar(0, 1, "");
      for (int k = 0; k < rows.get(j).length; k++) {
        constraints[rows.get(j)[k]].setCoefficient(column, uses.get(j)[k]);
      }
      solver.objective().setCoefficient(column, worth.get(j));
    }
    solver.objective().setMaximization();
    try {
      return solver.solve() == MPSolver.ResultStatus.OPTIMAL
          ? Arrays.stream(constraints).mapToDouble(MPConstraint::dualValue).toArray()
          : null;
    } finally {
      solver.delete();
    }
  }

  private double @Nullable [] bySimplex() {
    if (limits.length > MOST_ROWS) {
      return null;
    }
    double[] upper = new double[worth.size()];
    Arrays.fill(upper, 1);
    double[][] columns = new double[worth.size()][limits.length];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k < rows.get(j).length; k++) {
        columns[j][rows.get(j)[k]] += uses.get(j)[k];
      }
    }
    double[] values = worth.stream().mapToDouble(Double::doubleValue).toArray();
    Simplex simplex = new Simplex(values, columns, capped(), upper);
    simplex.solve(20 * (limits.length + upper.length));
    return simplex.prices();
  }
}

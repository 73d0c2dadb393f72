package org.mujian.bench;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.mujian.allocation.assignment.Assignment;
import org.mujian.allocation.assignment.AssignmentFile;
import org.mujian.allocation.knapsack.Knapsack;
import org.mujian.allocation.knapsack.KnapsackFile;
import org.mujian.allocation.schedule.Works;
import org.mujian.allocation.schedule.WorksFile;

/** What others make of a task: plain models, as their manuals show them. */
final class AllocationPeers {

  private static final int THREADS = 2;

  private AllocationPeers() {}

  /** The committee's way: down the list, whatever still fits. */
  static OptionalLong greedy(Task task) {
    return switch (task.kind()) {
      case MKP -> OptionalLong.of(ranked(KnapsackFile.read(task.text()).get(task.instance() - 1)));
      case GAP -> cheapest(AssignmentFile.read(task.text()).getFirst());
      case RCPSP -> OptionalLong.of(inOrder(WorksFile.read(task.text())));
    };
  }

  private static long ranked(Knapsack knapsack) {
    long[] left = knapsack.limits();
    long value = 0;
    for (int j :
        IntStream.range(0, knapsack.items())
            .boxed()
            .sorted(Comparator.comparing((Integer j) -> -knapsack.values()[j]))
            .toList()) {
      boolean fits = true;
      for (int i = 0; i < left.length; i++) {
        fits &= knapsack.uses()[i][j] <= left[i];
      }
      for (int i = 0; i < left.length && fits; i++) {
        left[i] -= knapsack.uses()[i][j];
      }
      value += fits ? knapsack.values()[j] : 0;
    }
    return value;
  }

  /** Task after task in the file's order, each as soon as those before it leave room. */
  private static long inOrder(Works works) {
    int[] order = new int[works.tasks()];
    boolean[] done = new boolean[order.length];
    for (int k = 0; k < order.length; k++) {
      int next = 0;
      while (done[next] || !works.after().get(next).stream().allMatch(b -> done[b])) {
        next++;
      }
      done[next] = true;
      order[k] = next;
    }
    return length(works, order);
  }

  /** Of the schedule that starts each task in turn as soon as it goes. */
  static int length(Works works, int[] order) {
    int[] ends = new int[order.length];
    int horizon = IntStream.of(works.durations()).sum();
    int[][] used = new int[works.crews().length][horizon + 1];
    int length = 0;
    for (int j : order) {
      int start = works.after().get(j).stream().mapToInt(b -> ends[b]).max().orElse(0);
      while (!fits(works, used, j, start)) {
        start++;
      }
      ends[j] = start + works.durations()[j];
      for (int r = 0; r < used.length; r++) {
        for (int t = start; t < ends[j]; t++) {
          used[r][t] += works.needs()[j][r];
        }
      }
      length = Math.max(length, ends[j]);
    }
    return length;
  }

  private static boolean fits(Works works, int[][] used, int j, int start) {
    for (int r = 0; r < used.length; r++) {
      for (int t = start; t < start + works.durations()[j]; t++) {
        if (used[r][t] + works.needs()[j][r] > works.crews()[r]) {
          return false;
        }
      }
    }
    return true;
  }

  private static OptionalLong cheapest(Assignment assignment) {
    long[] left = assignment.capacities();
    long cost = 0;
    for (int j = 0; j < assignment.jobs(); j++) {
      int best = -1;
      for (int i = 0; i < left.length; i++) {
        if (assignment.uses()[i][j] <= left[i]
            && (best < 0 || assignment.costs()[i][j] < assignment.costs()[best][j])) {
          best = i;
        }
      }
      if (best < 0) {
        return OptionalLong.empty();
      }
      left[best] -= assignment.uses()[best][j];
      cost += assignment.costs()[best][j];
    }
    return OptionalLong.of(cost);
  }

  static OptionalLong cpSat(Task task, double seconds) throws Exception {
    CpModel model = new CpModel();
    switch (task.kind()) {
      case MKP -> knapsack(KnapsackFile.read(task.text()).get(task.instance() - 1), model);
      case GAP -> assignment(AssignmentFile.read(task.text()).getFirst(), model);
      case RCPSP -> works(WorksFile.read(task.text()), model);
    }
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(THREADS);
    try (AutoCloseable alarm = new Ticker(THREADS * seconds).alarm(solver::stopSearch)) {
      CpSolverStatus status = solver.solve(model);
      return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
          ? OptionalLong.of(Math.round(solver.objectiveValue()))
          : OptionalLong.empty();
    }
  }

  private static void knapsack(Knapsack knapsack, CpModel model) {
    Literal[] taken = new Literal[knapsack.items()];
    for (int j = 0; j < taken.length; j++) {
      taken[j] = model.newBoolVar("");
    }
    for (int i = 0; i < knapsack.limits().length; i++) {
      model.addLessOrEqual(LinearExpr.weightedSum(taken, knapsack.uses()[i]), knapsack.limits()[i]);
    }
    model.maximize(LinearExpr.weightedSum(taken, knapsack.values()));
  }

  private static void assignment(Assignment assignment, CpModel model) {
    Literal[][] at = new Literal[assignment.agents()][assignment.jobs()];
    LinearExprBuilder cost = LinearExpr.newBuilder();
    for (int j = 0; j < assignment.jobs(); j++) {
      List<Literal> one = new ArrayList<>();
      for (int i = 0; i < assignment.agents(); i++) {
        at[i][j] = model.newBoolVar("");
        one.add(at[i][j]);
        cost.addTerm(at[i][j], assignment.costs()[i][j]);
      }
      model.addExactlyOne(one);
    }
    for (int i = 0; i < assignment.agents(); i++) {
      model.addLessOrEqual(
          LinearExpr.weightedSum(at[i], assignment.uses()[i]), assignment.capacities()[i]);
    }
    model.minimize(cost);
  }

  private static void works(Works works, CpModel model) {
    int horizon = IntStream.of(works.durations()).sum();
    IntVar[] starts = new IntVar[works.tasks()];
    IntervalVar[] spans = new IntervalVar[works.tasks()];
    IntVar end = model.newIntVar(0, horizon, "");
    for (int j = 0; j < starts.length; j++) {
      int duration = works.durations()[j];
      starts[j] = model.newIntVar(0, horizon, "");
      spans[j] = model.newFixedSizeIntervalVar(starts[j], duration, "");
      model.addGreaterOrEqual(LinearExpr.newBuilder().add(end).addTerm(starts[j], -1), duration);
      for (int before : works.after().get(j)) {
        model.addGreaterOrEqual(
            LinearExpr.newBuilder().add(starts[j]).addTerm(starts[before], -1),
            works.durations()[before]);
      }
    }
    for (int r = 0; r < works.crews().length; r++) {
      CumulativeConstraint crew = model.addCumulative(works.crews()[r]);
      for (int j = 0; j < starts.length; j++) {
        crew.addDemand(spans[j], works.needs()[j][r]);
      }
    }
    model.minimize(end);
  }

  /** One thread: OR-Tools gives SCIP no more. Schedules are not modelled for it. */
  static OptionalLong scip(Task task, double seconds) throws Exception {
    MPSolver solver = MPSolver.createSolver("SCIP");
    try (AutoCloseable alarm = new Ticker(seconds).alarm(solver::interruptSolve)) {
      return mixedInteger(task, solver, 20 * seconds);
    }
  }

  /**
   * Through OR-Tools it cannot be interrupted: its limit is the clock's. When that strikes,
   * OR-Tools 9.15 has no name for its status, and what it had found is lost: only what it proves
   * counts.
   */
  static OptionalLong highs(Task task, double seconds) {
    try {
      return mixedInteger(task, MPSolver.createSolver("HIGHS"), seconds);
    } catch (IllegalArgumentException namelessStatus) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong mixedInteger(Task task, MPSolver solver, double seconds) {
    switch (task.kind()) {
      case MKP -> knapsack(KnapsackFile.read(task.text()).get(task.instance() - 1), solver);
      case GAP -> assignment(AssignmentFile.read(task.text()).getFirst(), solver);
      case RCPSP -> {
        return OptionalLong.empty();
      }
    }
    solver.suppressOutput();
    solver.setTimeLimit((long) (1_000 * seconds));
    MPSolver.ResultStatus status = solver.solve();
    return status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE
        ? OptionalLong.of(Math.round(solver.objective().value()))
        : OptionalLong.empty();
  }

  private static void knapsack(Knapsack knapsack, MPSolver solver) {
    MPVariable[] taken = solver.makeBoolVarArray(knapsack.items());
    for (int i = 0; i < knapsack.limits().length; i++) {
      MPConstraint limit = solver.makeConstraint(0, knapsack.limits()[i]);
      for (int j = 0; j < taken.length; j++) {
        limit.setCoefficient(taken[j], knapsack.uses()[i][j]);
      }
    }
    for (int j = 0; j < taken.length; j++) {
      solver.objective().setCoefficient(taken[j], knapsack.values()[j]);
    }
    solver.objective().setMaximization();
  }

  private static void assignment(Assignment assignment, MPSolver solver) {
    MPConstraint[] one = new MPConstraint[assignment.jobs()];
    for (int j = 0; j < one.length; j++) {
      one[j] = solver.makeConstraint(1, 1);
    }
    for (int i = 0; i < assignment.agents(); i++) {
      MPConstraint capacity = solver.makeConstraint(0, assignment.capacities()[i]);
      for (int j = 0; j < one.length; j++) {
        MPVariable at = solver.makeBoolVar("");
        one[j].setCoefficient(at, 1);
        capacity.setCoefficient(at, assignment.uses()[i][j]);
        solver.objective().setCoefficient(at, assignment.costs()[i][j]);
      }
    }
    solver.objective().setMinimization();
  }
}

package org.mujian.bench;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.chocosolver.solver.variables.Task;
import org.mujian.allocation.assignment.Assignment;
import org.mujian.allocation.assignment.AssignmentFile;
import org.mujian.allocation.knapsack.Knapsack;
import org.mujian.allocation.knapsack.KnapsackFile;
import org.mujian.allocation.schedule.Works;
import org.mujian.allocation.schedule.WorksFile;

/** What Choco makes of a task by its own search: one thread. */
final class ChocoPeer {

  private ChocoPeer() {}

  static OptionalLong solve(org.mujian.bench.Task task, double seconds) {
    Model model = new Model();
    IntVar objective =
        switch (task.kind()) {
          case MKP -> knapsack(KnapsackFile.read(task.text()).get(task.instance() - 1), model);
          case GAP -> assignment(AssignmentFile.read(task.text()).getFirst(), model);
          case RCPSP -> works(WorksFile.read(task.text()), model);
        };
    model.setObjective(task.kind() == org.mujian.allocation.StandardInstance.Kind.MKP, objective);
    Ticker ticker = new Ticker(seconds);
    Solver solver = model.getSolver();
    solver.addStopCriterion(ticker::isOver);
    OptionalLong best = OptionalLong.empty();
    while (solver.solve()) {
      best = OptionalLong.of(objective.getValue());
    }
    return best;
  }

  private static int[] ints(long[] numbers) {
    return LongStream.of(numbers).mapToInt(Math::toIntExact).toArray();
  }

  private static IntVar knapsack(Knapsack knapsack, Model model) {
    BoolVar[] taken = model.boolVarArray(knapsack.items());
    for (int i = 0; i < knapsack.limits().length; i++) {
      model
          .scalar(taken, ints(knapsack.uses()[i]), "<=", Math.toIntExact(knapsack.limits()[i]))
          .post();
    }
    int[] values = ints(knapsack.values());
    IntVar value = model.intVar("value", 0, IntStream.of(values).sum(), true);
    model.scalar(taken, values, "=", value).post();
    return value;
  }

  private static IntVar assignment(Assignment assignment, Model model) {
    int agents = assignment.agents();
    int jobs = assignment.jobs();
    BoolVar[][] at = model.boolVarMatrix(agents, jobs);
    IntVar[] costs = new IntVar[jobs];
    for (int j = 0; j < jobs; j++) {
      int job = j;
      IntVar agent = model.intVar("", 0, agents - 1);
      BoolVar[] one = IntStream.range(0, agents).mapToObj(i -> at[i][job]).toArray(BoolVar[]::new);
      model.boolsIntChanneling(one, agent, 0).post();
      int[] table =
          IntStream.range(0, agents)
              .map(i -> Math.toIntExact(assignment.costs()[i][job]))
              .toArray();
      costs[j] = model.intVar("", 0, IntStream.of(table).max().orElse(0), true);
      model.element(costs[j], table, agent).post();
    }
    for (int i = 0; i < agents; i++) {
      int[] uses = ints(assignment.uses()[i]);
      model.scalar(at[i], uses, "<=", Math.toIntExact(assignment.capacities()[i])).post();
    }
    int most = IntStream.range(0, jobs).map(j -> costs[j].getUB()).sum();
    IntVar cost = model.intVar("cost", 0, most, true);
    model.sum(costs, "=", cost).post();
    return cost;
  }

  private static IntVar works(Works works, Model model) {
    int horizon = IntStream.of(works.durations()).sum();
    IntVar end = model.intVar("end", 0, horizon, true);
    Task[] tasks = new Task[works.tasks()];
    for (int j = 0; j < tasks.length; j++) {
      IntVar start = model.intVar("", 0, horizon, true);
      tasks[j] = model.taskVar(start, works.durations()[j]);
      model.arithm(tasks[j].getEnd(), "<=", end).post();
      for (int before : works.after().get(j)) {
        model.arithm(start, ">=", tasks[before].getEnd()).post();
      }
    }
    for (int r = 0; r < works.crews().length; r++) {
      int crew = r;
      IntVar[] heights =
          IntStream.range(0, tasks.length)
              .mapToObj(j -> model.intVar(works.needs()[j][crew]))
              .toArray(IntVar[]::new);
      model.cumulative(tasks, heights, model.intVar(works.crews()[r])).post();
    }
    return end;
  }
}

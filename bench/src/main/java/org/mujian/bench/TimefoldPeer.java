package org.mujian.bench;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.assignment.Assignment;
import org.mujian.allocation.assignment.AssignmentFile;
import org.mujian.allocation.knapsack.Knapsack;
import org.mujian.allocation.knapsack.KnapsackFile;
import org.mujian.allocation.schedule.Works;
import org.mujian.allocation.schedule.WorksFile;

/**
 * What Timefold makes of a task by its default phases: one thread, more is not in its open edition.
 * Items and jobs choose a number (in or out, or an agent), scored by constraint streams; the tasks
 * of schedules choose a rank, and are started in the order of their ranks.
 */
final class TimefoldPeer {

  private TimefoldPeer() {}

  /** A limit that must not be passed, or an agent's capacity. */
  public record Limit(int index, long most) {}

  /** An item, a job or a task. */
  @PlanningEntity
  public static final class Choice {
    @PlanningId int index;
    long[] worth = {};
    long[] uses = {};
    @PlanningVariable @Nullable Integer chosen;

    public Choice() {}

    Choice(int index, long[] worth, long[] uses) {
      this.index = index;
      this.worth = worth;
      this.uses = uses;
    }

    int chosen() {
      return chosen == null ? 0 : chosen;
    }
  }

  /** A task as Timefold sees it. */
  @PlanningSolution
  public static final class Problem {
    @PlanningEntityCollectionProperty List<Choice> choices = List.of();
    @ProblemFactCollectionProperty List<Limit> limits = List.of();
    @ValueRangeProvider List<Integer> range = List.of();
    @PlanningScore @Nullable HardSoftLongScore score;
    @Nullable Works works;

    public Problem() {}

    Problem(List<Choice> choices, List<Limit> limits, int range) {
      this.choices = choices;
      this.limits = limits;
      this.range = IntStream.range(0, range).boxed().toList();
    }
  }

  /** Those that are in use up all limits; their worth is gained. */
  public static final class KnapsackRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {
        factory
            .forEach(Choice.class)
            .filter(choice -> choice.chosen() == 1)
            .join(Limit.class)
            .groupBy(
                (choice, limit) -> limit,
                ConstraintCollectors.sumLong((choice, limit) -> choice.uses[limit.index()]))
            .filter((limit, use) -> use > limit.most())
            .penalizeLong(HardSoftLongScore.ONE_HARD, (limit, use) -> use - limit.most())
            .asConstraint("limit"),
        factory
            .forEach(Choice.class)
            .filter(choice -> choice.chosen() == 1)
            .rewardLong(HardSoftLongScore.ONE_SOFT, choice -> choice.worth[0])
            .asConstraint("worth")
      };
    }
  }

  /** Each uses up its agent's limit, and costs what it costs there. */
  public static final class AssignmentRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
      return new Constraint[] {
        factory
            .forEach(Choice.class)
            .groupBy(Choice::chosen, ConstraintCollectors.sumLong(c -> c.uses[c.chosen()]))
            .join(
                Limit.class,
                ai.timefold.solver.core.api.score.stream.Joiners.equal(
                    (agent, use) -> agent, Limit::index))
            .filter((agent, use, limit) -> use > limit.most())
            .penalizeLong(HardSoftLongScore.ONE_HARD, (agent, use, limit) -> use - limit.most())
            .asConstraint("capacity"),
        factory
            .forEach(Choice.class)
            .penalizeLong(HardSoftLongScore.ONE_SOFT, c -> c.worth[c.chosen()])
            .asConstraint("cost")
      };
    }
  }

  /** The length of the schedule that the ranks lead to. */
  public static final class Length implements EasyScoreCalculator<Problem, HardSoftLongScore> {
    @Override
    public HardSoftLongScore calculateScore(Problem problem) {
      Works works = java.util.Objects.requireNonNull(problem.works);
      return HardSoftLongScore.ofSoft(-AllocationPeers.length(works, order(problem, works)));
    }

    /** By rank, but never before those that must come before. */
    private static int[] order(Problem problem, Works works) {
      List<Choice> waiting = new ArrayList<>(problem.choices);
      waiting.sort(Comparator.comparingInt(Choice::chosen).thenComparingInt(c -> c.index));
      boolean[] done = new boolean[waiting.size()];
      int[] order = new int[waiting.size()];
      for (int k = 0; k < order.length; k++) {
        int at = 0;
        while (!works.after().get(waiting.get(at).index).stream().allMatch(b -> done[b])) {
          at++;
        }
        order[k] = waiting.remove(at).index;
        done[order[k]] = true;
      }
      return order;
    }
  }

  static OptionalLong solve(Task task, double seconds) throws Exception {
    SolverConfig config =
        new SolverConfig().withSolutionClass(Problem.class).withEntityClasses(Choice.class);
    Problem problem =
        switch (task.kind()) {
          case MKP -> {
            config = config.withConstraintProviderClass(KnapsackRules.class);
            yield knapsack(KnapsackFile.read(task.text()).get(task.instance() - 1));
          }
          case GAP -> {
            config = config.withConstraintProviderClass(AssignmentRules.class);
            yield assignment(AssignmentFile.read(task.text()).getFirst());
          }
          case RCPSP -> {
            config = config.withEasyScoreCalculatorClass(Length.class);
            yield works(WorksFile.read(task.text()));
          }
        };
    Solver<Problem> solver = SolverFactory.<Problem>create(config).buildSolver();
    Problem found;
    try (AutoCloseable alarm = new Ticker(seconds).alarm(solver::terminateEarly)) {
      found = solver.solve(problem);
    }
    HardSoftLongScore score = found.score;
    return score == null || !score.isFeasible()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.abs(score.softScore()));
  }

  private static Problem knapsack(Knapsack knapsack) {
    List<Choice> choices = new ArrayList<>();
    for (int j = 0; j < knapsack.items(); j++) {
      int item = j;
      long[] uses =
          IntStream.range(0, knapsack.limits().length)
              .mapToLong(i -> knapsack.uses()[i][item])
              .toArray();
      choices.add(new Choice(j, new long[] {knapsack.values()[j]}, uses));
    }
    return new Problem(choices, limits(knapsack.limits()), 2);
  }

  private static Problem assignment(Assignment assignment) {
    List<Choice> choices = new ArrayList<>();
    for (int j = 0; j < assignment.jobs(); j++) {
      choices.add(new Choice(j, column(assignment.costs(), j), column(assignment.uses(), j)));
    }
    return new Problem(choices, limits(assignment.capacities()), assignment.agents());
  }

  private static long[] column(long[][] table, int j) {
    return IntStream.range(0, table.length).mapToLong(i -> table[i][j]).toArray();
  }

  private static Problem works(Works works) {
    List<Choice> choices = new ArrayList<>();
    for (int j = 0; j < works.tasks(); j++) {
      choices.add(new Choice(j, new long[0], new long[0]));
    }
    Problem problem = new Problem(choices, List.of(), works.tasks());
    problem.works = works;
    return problem;
  }

  private static List<Limit> limits(long[] limits) {
    return IntStream.range(0, limits.length).mapToObj(i -> new Limit(i, limits[i])).toList();
  }
}

package org.mujian.allocation.assignment;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Depth-first over the jobs, those with most to lose first, each agent by reduced cost: exact where
 * it comes to its end within its steps.
 */
final class Branching {

  private static final int DEEPEST = 400;

  private final Grid grid;
  private final double[][] reduced;
  private final Integer[][] agentsOf;
  private final int[] order;
  private final long[] left;
  private final int[] agent;
  private final double floor;
  private final double slip;
  private int[] best = {};
  private long bestCost;
  private long steps;

  Branching(Grid grid, double[] prices) {
    this(grid, prices, Long.MAX_VALUE);
  }

  /**
   * @param below only what costs less is of interest
   */
  Branching(Grid grid, double[] prices, long below) {
    this.grid = grid;
    this.bestCost = below;
    int agents = grid.agents();
    this.reduced = new double[grid.jobs()][agents];
    this.agentsOf = new Integer[grid.jobs()][];
    this.left = IntStream.of(grid.capacity()).asLongStream().toArray();
    this.agent = new int[grid.jobs()];
    double sum = 0;
    double[] regret = new double[grid.jobs()];
    for (int i = 0; i < agents; i++) {
      sum -= prices[i] * grid.capacity()[i];
    }
    for (int j = 0; j < grid.jobs(); j++) {
      double[] row = reduced[j];
      for (int i = 0; i < agents; i++) {
        int at = j * agents + i;
        row[i] =
            grid.cost()[at] == Grid.NEVER
                ? Double.POSITIVE_INFINITY
                : grid.cost()[at] + prices[i] * grid.use()[at];
      }
      agentsOf[j] =
          IntStream.range(0, agents)
              .filter(i -> row[i] != Double.POSITIVE_INFINITY)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> row[i]).thenComparing(i -> i))
              .toArray(Integer[]::new);
      double least = row[agentsOf[j][0]];
      regret[j] = agentsOf[j].length > 1 ? row[agentsOf[j][1]] - least : Double.POSITIVE_INFINITY;
      sum += least;
      for (int i = 0; i < agents; i++) {
        row[i] -= least;
      }
    }
    this.floor = sum;
    this.slip = 1e-6 + Math.abs(sum) * 1e-9;
    this.order =
        IntStream.range(0, grid.jobs())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> -regret[j]).thenComparing(j -> j))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * @return whether all was looked at: then {@link #best} is the best, and empty if there is none
   */
  boolean run(long most) {
    steps = most;
    return order.length <= DEEPEST && place(0, floor, 0);
  }

  int[] best() {
    return best;
  }

  long bestCost() {
    return bestCost;
  }

  private boolean place(int depth, double bound, long cost) {
    if (steps-- <= 0) {
      return false;
    }
    if (depth == order.length) {
      if (cost < bestCost) {
        bestCost = cost;
        best = agent.clone();
      }
      return true;
    }
    int j = order[depth];
    for (int i : agentsOf[j]) {
      double next = bound + reduced[j][i];
      if (bestCost != Long.MAX_VALUE && next > bestCost - 1 + slip) {
        break;
      }
      int at = j * grid.agents() + i;
      if (grid.use()[at] <= left[i]) {
        left[i] -= grid.use()[at];
        agent[j] = i;
        boolean whole = place(depth + 1, next, cost + grid.cost()[at]);
        left[i] += grid.use()[at];
        if (!whole) {
          return false;
        }
      }
    }
    return true;
  }
}

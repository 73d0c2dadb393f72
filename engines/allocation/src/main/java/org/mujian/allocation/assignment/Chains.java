package org.mujian.allocation.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Betters a placement by ejection chains. A job is taken out; another moves into the room that it
 * left, a third into the room of that one, and so on; after each move the first job is tried in
 * every agent. Agents may be overloaded, each at a price of its own.
 */
final class Chains {

  private static final int LONGEST = 5;

  /** Of a job, the agents that are tried; in good placements hardly another is ever used. */
  private static final int NEAR = 4;

  private static final int FEWEST_ENTERING = 12;

  /** How many may enter an agent, beside how many it has on average. */
  private static final int ENTERING = 2;

  private static final double ENOUGH = 1e-6;

  private final Grid grid;
  private final int agents;
  private final SplittableRandom dice;

  /** Cost and price of the capacity used, by job, then by agent. */
  private final double[] reduced;

  /** By agent, the jobs that lose least by going there. */
  private final int[][] entering;

  private final int near;
  private final int[] likely;

  final int[] agent;
  private final int[] load;
  private final double[] overPrice;
  private long cost;
  private long over;

  private final int[] order;
  private int next;
  private int idle;

  private final int[] moved = new int[LONGEST + 1];
  private final int[] from = new int[LONGEST + 1];

  /** The three cheapest agents for the job that is out. */
  private final int[] cheapest = new int[3];

  private final double[] cheapestCost = new double[3];

  Chains(Grid grid, double[] prices, double[] overPrice, SplittableRandom dice) {
    this.grid = grid;
    this.agents = grid.agents();
    this.dice = dice;
    this.overPrice = overPrice;
    this.reduced = new double[grid.jobs() * agents];
    for (int at = 0; at < reduced.length; at++) {
      reduced[at] =
          grid.cost()[at] == Grid.NEVER
              ? Double.POSITIVE_INFINITY
              : grid.cost()[at] + prices[at % agents] * grid.use()[at];
    }
    this.entering = entering();
    this.near = Math.min(agents, NEAR);
    this.likely = likely();
    this.agent = new int[grid.jobs()];
    this.load = new int[agents];
    this.order = IntStream.range(0, grid.jobs()).toArray();
  }

  private int[] likely() {
    int[] lists = new int[grid.jobs() * near];
    Arrays.fill(lists, -1);
    for (int j = 0; j < grid.jobs(); j++) {
      int[] list = least(Arrays.copyOfRange(reduced, j * agents, (j + 1) * agents), near);
      System.arraycopy(list, 0, lists, j * near, list.length);
    }
    return lists;
  }

  private int[][] entering() {
    double[][] loss = new double[agents][grid.jobs()];
    for (int j = 0; j < grid.jobs(); j++) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < agents; i++) {
        least = Math.min(least, reduced(j, i));
      }
      for (int i = 0; i < agents; i++) {
        loss[i][j] = reduced(j, i) - least;
      }
    }
    int width = Math.max(FEWEST_ENTERING, ENTERING * grid.jobs() / agents);
    return Arrays.stream(loss).map(row -> least(row, width)).toArray(int[][]::new);
  }

  /** Where the least of the numbers stand, at most so many, infinite ones never. */
  private static int[] least(double[] numbers, int most) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double limit = sorted[Math.min(most, sorted.length) - 1];
    int[] places = new int[numbers.length];
    int count = 0;
    for (int k = 0; k < numbers.length && count < most; k++) {
      if (numbers[k] <= limit && numbers[k] < Double.POSITIVE_INFINITY) {
        places[count++] = k;
      }
    }
    return Arrays.copyOf(places, count);
  }

  double reduced(int job, int i) {
    return reduced[job * agents + i];
  }

  void set(int[] agents) {
    System.arraycopy(agents, 0, agent, 0, agent.length);
    Arrays.fill(load, 0);
    cost = 0;
    for (int j = 0; j < agent.length; j++) {
      load[agent[j]] += use(j, agent[j]);
      cost += cost(j, agent[j]);
    }
    over = 0;
    for (int i = 0; i < load.length; i++) {
      over += excess(i, 0);
    }
    idle = 0;
  }

  long cost() {
    return cost;
  }

  boolean isFeasible() {
    return over == 0;
  }

  int excess(int i) {
    return excess(i, 0);
  }

  /** Cost and overloads. */
  double price() {
    double sum = cost;
    for (int i = 0; i < load.length; i++) {
      sum += overPrice[i] * excess(i, 0);
    }
    return sum;
  }

  /**
   * @return whether no job is left that starts a chain worth making
   */
  boolean improve(int starts) {
    for (int k = 0; k < starts && idle < order.length; k++) {
      if (next == 0) {
        shuffle();
      }
      idle = chain(order[next]) ? 0 : idle + 1;
      next = (next + 1) % order.length;
      if (over == 0 && idle == 0) {
        return false;
      }
    }
    return idle >= order.length;
  }

  private void shuffle() {
    for (int k = order.length - 1; k > 0; k--) {
      int other = dice.nextInt(k + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
  }

  private boolean chain(int out) {
    int vacant = agent[out];
    double change = -cost(out, vacant) + over(vacant, -use(out, vacant));
    leave(out);
    for (int depth = 0; ; depth++) {
      findCheapest(out);
      double shift = change + cheapestCost[0];
      if (depth == 0 && cheapest[0] == vacant) {
        shift = change + cheapestCost[1]; // back where it was
      }
      if (shift < -ENOUGH) {
        enter(out, depth == 0 && cheapest[0] == vacant ? cheapest[1] : cheapest[0]);
        return true;
      }
      if (depth == LONGEST) {
        break;
      }
      int onward = onward(out, vacant, change, depth);
      if (onward < 0) {
        undo(out, depth);
        return false;
      }
      int source = agent[onward];
      moved[depth] = onward;
      from[depth] = source;
      change += change(onward, source, vacant);
      leave(onward);
      enter(onward, vacant);
      vacant = source;
      if (closes) {
        enter(out, closing);
        return true;
      }
    }
    undo(out, LONGEST);
    return false;
  }

  private void undo(int out, int depth) {
    for (int d = depth - 1; d >= 0; d--) {
      leave(moved[d]);
      enter(moved[d], from[d]);
    }
    enter(out, agent[out]);
  }

  private boolean closes;
  private int closing;

  /** The job that ends the chain best, if that betters it; else the one to go on with, or -1. */
  private int onward(int out, int vacant, double change, int depth) {
    int row = out * agents;
    int end = -1;
    double endChange = -ENOUGH;
    int go = -1;
    double goChange = Double.POSITIVE_INFINITY;
    for (int k : entering[vacant]) {
      int source = agent[k];
      if (source == vacant || k == out || hasMoved(k, depth)) {
        continue;
      }
      int used = use(k, source);
      double enters = over(vacant, use(k, vacant));
      double partly = change + cost(k, vacant) - cost(k, source) + enters;
      int load = excess(source, 0);
      double there =
          grid.cost()[row + source] == Grid.NEVER
              ? Double.POSITIVE_INFINITY
              : cost(out, source)
                  + overPrice[source] * (excess(source, use(out, source) - used) - load);
      int other = 0;
      while (other < 2 && (cheapest[other] == source || cheapest[other] == vacant)) {
        other++;
      }
      double elsewhere = cheapestCost[other] + overPrice[source] * (excess(source, -used) - load);
      double whole = partly + Math.min(there, elsewhere);
      if (whole < endChange) {
        endChange = whole;
        end = k;
        closing = there <= elsewhere ? source : cheapest[other];
      }
      double guide = reduced[k * agents + vacant] - reduced[k * agents + source] + enters;
      if (guide < goChange) {
        goChange = guide;
        go = k;
      }
    }
    closes = end >= 0;
    return closes ? end : go;
  }

  private boolean hasMoved(int job, int depth) {
    for (int d = 0; d < depth; d++) {
      if (moved[d] == job) {
        return true;
      }
    }
    return false;
  }

  private double change(int job, int source, int to) {
    return cost(job, to)
        - cost(job, source)
        + over(to, use(job, to))
        + over(source, -use(job, source));
  }

  private void findCheapest(int out) {
    Arrays.fill(cheapestCost, Double.POSITIVE_INFINITY);
    Arrays.fill(cheapest, -1);
    for (int x = out * near; x < (out + 1) * near; x++) {
      int i = likely[x];
      if (i < 0) {
        break;
      }
      double c = cost(out, i) + over(i, use(out, i));
      for (int rank = 0; rank < 3; rank++) {
        if (c < cheapestCost[rank]) {
          for (int lower = 2; lower > rank; lower--) {
            cheapestCost[lower] = cheapestCost[lower - 1];
            cheapest[lower] = cheapest[lower - 1];
          }
          cheapestCost[rank] = c;
          cheapest[rank] = i;
          break;
        }
      }
    }
  }

  private double cost(int job, int i) {
    return grid.cost()[job * agents + i];
  }

  private int use(int job, int i) {
    return grid.use()[job * agents + i];
  }

  private double over(int i, int change) {
    return overPrice[i] * (excess(i, change) - excess(i, 0));
  }

  private int excess(int i, int change) {
    return Math.max(0, load[i] + change - grid.capacity()[i]);
  }

  private void leave(int job) {
    int i = agent[job];
    int use = use(job, i);
    over += excess(i, -use) - excess(i, 0);
    load[i] -= use;
    cost -= grid.cost()[job * agents + i];
  }

  private void enter(int job, int i) {
    int use = use(job, i);
    over += excess(i, use) - excess(i, 0);
    load[i] += use;
    cost += grid.cost()[job * agents + i];
    agent[job] = i;
  }

  /** Moves a job outside of a chain. */
  void move(int job, int to) {
    leave(job);
    enter(job, to);
  }

  double changeOf(int job, int to) {
    return change(job, agent[job], to);
  }
}

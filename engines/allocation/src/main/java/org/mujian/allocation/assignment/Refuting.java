package org.mujian.allocation.assignment;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Raises the bound by refuting it. Supposing that a placement costs no more than the bound, each
 * job is barred from every agent that would lift the sum of the knapsacks above it; with those
 * barred the sum rises, and more are barred. Where that comes to rest, a place is taken and left in
 * turn, depth first. When nothing is left, no placement costs so little, and the bound goes up by
 * one; when each job has one place and all fit, that is the best.
 */
final class Refuting {

  private static final int STEPS_BETWEEN = 15;
  private static final int DEEPEST = 200;

  /** In all that is open. */
  private static final long MOST_CELLS = 20_000_000;

  /** What is left to be refuted. */
  private record Node(Grid grid, JobPrices prices) {}

  private final Grid grid;
  private final Deque<Node> open = new ArrayDeque<>();
  private JobPrices root;
  private long bound;
  private int steps;
  private int[] best = {};
  private final int deepest;
  private boolean tooDeep;

  Refuting(Grid grid, JobPrices prices) {
    this.grid = grid;
    this.root = prices;
    this.bound = prices.bound();
    this.deepest = (int) Math.min(DEEPEST, MOST_CELLS / grid.cost().length);
    if (deepest > 0) {
      begin();
    }
  }

  private void begin() {
    Grid whole = copy(grid);
    open.clear();
    open.push(new Node(whole, root.on(whole)));
    steps = 0;
  }

  private static Grid copy(Grid grid) {
    return new Grid(grid.jobs(), grid.agents(), grid.cost().clone(), grid.use(), grid.capacity());
  }

  long bound() {
    return bound;
  }

  /** A placement that costs no more than the bound, when one was found. */
  int[] best() {
    return best;
  }

  boolean isFinished() {
    return best.length > 0 || tooDeep || deepest == 0;
  }

  /**
   * @return how many cells of tables it filled: the measure of its work
   */
  long step() {
    if (open.isEmpty()) {
      bound++;
      begin();
    }
    Node node = open.element();
    long work = node.grid.cost().length + node.prices.step();
    if (node.prices.bound() > bound) {
      open.pop();
      steps = 0;
    } else if (++steps >= STEPS_BETWEEN || node.prices.isFinished()) {
      steps = 0;
      open.pop();
      narrow(node);
      work += node.prices.cells() + 4L * node.grid.cost().length;
    }
    return work;
  }

  private void narrow(Node node) {
    int count = node.prices.bar(node.grid, bound);
    if (node.grid.hasJobWithoutAgent()) {
      return;
    }
    if (count > 0) {
      open.push(new Node(node.grid, node.prices.on(node.grid)));
      return;
    }
    int place = node.prices.undecided();
    if (place < 0) {
      finish(node.grid);
    } else if (open.size() >= deepest) {
      tooDeep = true;
    } else {
      branch(node, place);
    }
  }

  private void branch(Node node, int place) {
    Grid taken = copy(node.grid);
    Grid left = node.grid;
    int first = place / grid.agents() * grid.agents();
    for (int at = first; at < first + grid.agents(); at++) {
      (at == place ? left : taken).cost()[at] = Grid.NEVER;
    }
    open.push(new Node(left, node.prices.on(left)));
    open.push(new Node(taken, node.prices.on(taken)));
  }

  /** Each job has one place left. */
  private void finish(Grid only) {
    int[] agent = new int[grid.jobs()];
    long[] load = new long[grid.agents()];
    long cost = 0;
    for (int at = 0; at < only.cost().length; at++) {
      if (only.cost()[at] != Grid.NEVER) {
        int i = at % grid.agents();
        agent[at / grid.agents()] = i;
        load[i] += grid.use()[at];
        cost += grid.cost()[at];
      }
    }
    for (int i = 0; i < load.length; i++) {
      if (load[i] > grid.capacity()[i]) {
        return;
      }
    }
    if (cost <= bound) {
      best = agent;
    }
  }
}

package org.mujian.allocation.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Outcome;
import org.mujian.allocation.search.Session;
import org.mujian.allocation.search.Worker;

/** Finds the cheapest placement. The same in and the same work: the same out. */
public final class AssignmentSearch {

  private static final long FIRST_STEPS = 100_000;
  private static final int PRICE_TICKS = 10;
  private static final int TICKS = 50;

  private final Grid grid;
  private final Session session;
  private int[] best = {};
  private long bestCost = Long.MAX_VALUE;
  private long bound;

  private AssignmentSearch(Assignment assignment, Session session) {
    this.grid = Grid.of(assignment);
    this.session = session;
  }

  public static Outcome<Placed> solve(Assignment assignment, Effort effort) {
    try (Session session = new Session(effort)) {
      return new AssignmentSearch(assignment, session).solve();
    }
  }

  private Outcome<Placed> solve() {
    if (grid.hasJobWithoutAgent()) {
      return Outcome.none(0, session.work());
    }
    CapacityPrices capacityPrices = new CapacityPrices(grid);
    session.run(List.of(capacityPrices), PRICE_TICKS, () -> !capacityPrices.isFinished());
    if (capacityPrices.proveThereIsNone()) {
      return Outcome.none(0, session.work());
    }
    JobPrices jobPrices = new JobPrices(grid, capacityPrices.prices());
    jobPrices.step();
    bound = jobPrices.bound();
    Branching branching = new Branching(grid, capacityPrices.prices());
    if (branching.run(FIRST_STEPS)) {
      take(branching.best(), branching.bestCost());
      bound = best.length == 0 ? bound : bestCost;
      return best.length == 0 ? Outcome.none(bound, session.work()) : outcome();
    }
    take(branching.best(), branching.bestCost());
    if (best.length == 0 || bestCost > bound) {
      climb(capacityPrices.prices(), jobPrices);
    }
    return outcome();
  }

  private void climb(double[] prices, JobPrices jobPrices) {
    List<Climber> climbers = new ArrayList<>();
    for (int k = 0; k < session.threadCount(); k++) {
      climbers.add(new Climber(grid, prices, k % 2 == 0, session.dice(k)));
    }
    List<Worker> workers = new ArrayList<>(climbers);
    BoundWorker bounds = new BoundWorker(grid, jobPrices);
    workers.add(bounds);
    session.run(workers, TICKS, () -> meet(climbers, bounds));
    meet(climbers, bounds);
  }

  private boolean meet(List<Climber> climbers, BoundWorker bounds) {
    climbers.forEach(climber -> take(climber.best(), climber.bestCost()));
    take(bounds.best(), bounds.bound());
    if (bounds.bound() > bound) {
      bound = bounds.bound();
      report();
    }
    if (best.length > 0) {
      climbers.forEach(climber -> climber.hear(best, bestCost));
    }
    return best.length == 0 || bestCost > bound;
  }

  private void take(int[] agents, long cost) {
    if (agents.length > 0 && cost < bestCost) {
      best = agents;
      bestCost = cost;
      report();
    }
  }

  private void report() {
    session.report(best.length == 0 ? OptionalLong.empty() : OptionalLong.of(bestCost), bound);
  }

  private Outcome<Placed> outcome() {
    Placed placed =
        best.length == 0 ? null : new Placed(bestCost, Arrays.stream(best).boxed().toList());
    return Outcome.of(placed, bestCost, bound, session.work());
  }
}

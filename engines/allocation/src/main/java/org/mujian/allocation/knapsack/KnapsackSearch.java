package org.mujian.allocation.knapsack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Outcome;
import org.mujian.allocation.search.Session;

/** Finds the choice of the greatest value. The same in and the same work: the same out. */
public final class KnapsackSearch {

  /**
   * Steps of branch and bound before the genetic search, and again when a better value is known.
   */
  private static final long FIRST_STEPS = 300_000;

  private static final int TICKS = 40;

  private final Knapsack knapsack;
  private final Session session;
  private final Prices prices;
  private Core core;
  private Chosen best;
  private long bound;

  private KnapsackSearch(Knapsack knapsack, Session session) {
    this.knapsack = knapsack;
    this.session = session;
    this.prices = Prices.of(knapsack);
    this.bound = prices.bound();
    this.best = new Chosen(0, List.of());
    this.core = Core.of(knapsack, prices, -1);
  }

  public static Outcome<Chosen> solve(Knapsack knapsack, Effort effort) {
    try (Session session = new Session(effort)) {
      return new KnapsackSearch(knapsack, session).solve();
    }
  }

  private Outcome<Chosen> solve() {
    take(greedy());
    branch(FIRST_STEPS);
    if (best.value() < bound) {
      breed();
    }
    return Outcome.of(best, best.value(), bound, session.work());
  }

  /** By reduced value: what the prices would choose, as far as it fits. */
  private Chosen greedy() {
    Load load = new Load(core);
    load.repair(IntStream.range(0, core.size()).toArray());
    return core.whole(load.in, load.value());
  }

  private void take(Chosen choice) {
    if (choice.value() > best.value()) {
      best = choice;
      core = Core.of(knapsack, prices, best.value());
      session.report(OptionalLong.of(best.value()), bound);
    }
  }

  private void branch(long steps) {
    Branching branching = new Branching(core, prices, best.value());
    boolean all = branching.run(steps);
    if (branching.found()) {
      take(core.whole(branching.choice(), branching.value() - core.settledValue()));
    }
    if (all) {
      bound = best.value();
    }
  }

  private void breed() {
    Core searched = searched();
    List<Breeder> breeders = new ArrayList<>();
    for (int k = 0; k < session.threadCount(); k++) {
      breeders.add(new Breeder(searched, session.dice(k)));
    }
    session.run(breeders, TICKS, () -> meet(breeders));
    breeders.forEach(breeder -> take(breeder.best()));
    session.report(OptionalLong.of(best.value()), bound);
  }

  /** A sixth of the items decides nearly all; with more limits, more are in doubt. */
  private Core searched() {
    return Core.of(
        knapsack, prices, best.value(), 20 + knapsack.items() / 6 + 3 * knapsack.limits().length);
  }

  private boolean meet(List<Breeder> breeders) {
    long before = best.value();
    breeders.forEach(breeder -> take(breeder.best()));
    if (best.value() > before) {
      if (best.value() == bound || core.size() == 0) {
        bound = best.value();
        return false;
      }
      Core searched = searched();
      breeders.forEach(breeder -> breeder.move(searched));
    }
    return true;
  }
}

package org.mujian.allocation.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Outcome;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Session;
import org.mujian.allocation.search.Worker;

/** Finds the shortest schedule. The same in and the same work: the same out. */
public final class WorksSearch {

  private static final int SHORT_ROUND = 50;
  private static final int SHORT_ROUNDS = 30;
  private static final int LONG_ROUND = 2_000;

  private final Works works;
  private final Session session;
  private final List<Breeder> breeders = new ArrayList<>();
  private int[] best = {};
  private int length = Integer.MAX_VALUE;
  private int bound;
  private int rounds;

  private WorksSearch(Works works, Session session) {
    this.works = works;
    this.session = session;
    this.bound = LowerBound.of(works);
  }

  public static Outcome<Timed> solve(Works works, Effort effort) {
    try (Session session = new Session(effort)) {
      return new WorksSearch(works, session).solve();
    }
  }

  private Outcome<Timed> solve() {
    // One schedule is there before anything is counted: a search stopped at once still answers.
    Generator generator = new Generator(Network.of(works));
    take(generator.run(Network.of(works).order()), generator.starts);
    if (length > bound) {
      breed();
    }
    return Outcome.of(
        new Timed(length, Arrays.stream(best).boxed().toList()), length, bound, session.work());
  }

  private void breed() {
    int people = Math.clamp(3L * works.tasks(), 40, 400);
    for (int k = 0; k < session.threadCount(); k++) {
      breeders.add(new Breeder(works, people + k * people / 4, session.dice(k)));
    }
    session.run(breeders, SHORT_ROUND, () -> meet() && ++rounds < SHORT_ROUNDS);
    meet();
    if (length > bound) {
      breedAndProve();
    }
  }

  private void breedAndProve() {
    List<Worker> workers = new ArrayList<>(breeders);
    if (!NativeSolver.isPresent()) {
      session.run(workers, SHORT_ROUND, this::meet);
      meet();
      return;
    }
    Prover prover = new Prover(works, bound, LONG_ROUND, 1);
    prover.hear(length);
    workers.add(prover);
    session.run(workers, LONG_ROUND, () -> meet(prover));
    meet(prover);
  }

  private boolean meet(Prover prover) {
    if (prover.best().length > 0) {
      take(prover.bound(), prover.best());
    }
    if (prover.bound() > bound) {
      bound = prover.bound();
      report();
    }
    boolean goesOn = meet();
    prover.hear(length);
    return goesOn;
  }

  private boolean meet() {
    for (Breeder breeder : breeders) {
      if (breeder.best().length > 0) {
        take(breeder.bestLength(), breeder.best());
      }
    }
    breeders.forEach(breeder -> breeder.hear(best, length));
    return length > bound;
  }

  private void take(int found, int[] starts) {
    if (found < length) {
      length = found;
      best = starts.clone();
      report();
    }
  }

  private void report() {
    session.report(OptionalLong.of(length), bound);
  }
}

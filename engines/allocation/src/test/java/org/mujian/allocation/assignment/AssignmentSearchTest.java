package org.mujian.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Outcome;

class AssignmentSearchTest {

  @Property(tries = 300)
  void smallCasesAreSolvedAsByTryingAll(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int jobs,
      @ForAll @IntRange(min = 1, max = 4) int agents) {
    Assignment assignment = random(new Random(seed), jobs, agents, 20, 0.5 + (seed & 3) * 0.3);
    long best = best(assignment, 0, assignment.capacities());
    Outcome<Placed> outcome = AssignmentSearch.solve(assignment, Effort.until(() -> true, seed, 1));
    assertThat(outcome.impossible()).isEqualTo(best == Long.MAX_VALUE);
    if (best < Long.MAX_VALUE) {
      assertThat(outcome.value()).hasValue(best);
      assertThat(outcome.bound()).isEqualTo(best);
      assertThat(outcome.found().orElseThrow().check(assignment)).isEmpty();
    }
  }

  @Property(tries = 15)
  void theBoundIsNeverAboveAPlacementAndPlacementsHold(
      @ForAll long seed,
      @ForAll @IntRange(min = 20, max = 120) int jobs,
      @ForAll @IntRange(min = 2, max = 8) int agents) {
    Assignment assignment = random(new Random(seed), jobs, agents, 1_000_000, 0.9);
    Outcome<Placed> outcome = AssignmentSearch.solve(assignment, afterPolls(40, seed, 2));
    outcome
        .found()
        .ifPresent(
            placed -> {
              assertThat(placed.check(assignment)).isEmpty();
              assertThat(outcome.bound()).isLessThanOrEqualTo(placed.cost());
            });
  }

  @Property(tries = 300)
  void refutingEndsAtTheBestPlacement(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 7) int jobs,
      @ForAll @IntRange(min = 2, max = 4) int agents) {
    Assignment assignment = random(new Random(seed), jobs, agents, 20, 0.8 + (seed & 3) * 0.3);
    Grid grid = Grid.of(assignment);
    long best = best(assignment, 0, assignment.capacities());
    if (best == Long.MAX_VALUE) {
      return;
    }
    JobPrices prices = new JobPrices(grid, new double[agents]);
    prices.step();
    Refuting refuting = new Refuting(grid, prices);
    for (int k = 0; k < 1_000_000 && !refuting.isFinished(); k++) {
      refuting.step();
    }
    assertThat(refuting.bound()).isEqualTo(best);
    assertThat(costOf(assignment, refuting.best())).isEqualTo(best);
  }

  @Property(tries = 30)
  void chainsKeepTheirAccountsAndOnlyBetter(
      @ForAll long seed,
      @ForAll @IntRange(min = 5, max = 60) int jobs,
      @ForAll @IntRange(min = 2, max = 8) int agents) {
    Random random = new Random(seed);
    Assignment assignment = random(random, jobs, agents, 50, 0.9);
    Grid grid = Grid.of(assignment);
    if (grid.hasJobWithoutAgent()) {
      return;
    }
    double[] prices = random.doubles(agents, 0, 2).toArray();
    double[] over = random.doubles(agents, 0, 9).toArray();
    Chains chains = new Chains(grid, prices, over, new SplittableRandom(seed));
    int[] start = new int[jobs];
    for (int j = 0; j < jobs; j++) {
      do {
        start[j] = random.nextInt(agents);
      } while (grid.cost()[j * agents + start[j]] == Grid.NEVER);
    }
    chains.set(start);
    double before = chains.price();
    for (int k = 0; k < 10_000 && !chains.improve(7); k++) {
      assertThat(chains.price()).isLessThanOrEqualTo(before);
      before = chains.price();
    }
    assertThat(chains.improve(1)).isTrue();
    assertThat(chains.cost()).isEqualTo(costOf(assignment, chains.agent));
    double price = chains.price();
    chains.set(chains.agent.clone());
    assertThat(chains.price()).isEqualTo(price);
  }

  private static long costOf(Assignment assignment, int[] agents) {
    long cost = 0;
    for (int j = 0; j < agents.length; j++) {
      cost += assignment.costs()[agents[j]][j];
    }
    return cost;
  }

  @Test
  void theSameWorkGivesTheSameAnswerWhateverStoppedIt() {
    Assignment assignment = random(new Random(3), 120, 10, 100, 0.8);
    for (int threads = 1; threads <= 3; threads++) {
      Outcome<Placed> stopped = AssignmentSearch.solve(assignment, afterPolls(80, 11, threads));
      Outcome<Placed> replayed =
          AssignmentSearch.solve(assignment, Effort.replay(stopped.work(), 11, threads));
      assertThat(stopped.work()).hasSize(threads + 2);
      assertThat(replayed).isEqualTo(stopped);
      assertThat(stopped.found()).isPresent();
    }
  }

  @Test
  void aJobThatFitsNowhereMakesItImpossible() {
    Assignment assignment =
        new Assignment(
            new long[][] {{1, 2}, {1, 2}}, new long[][] {{3, 9}, {3, 8}}, new long[] {5, 7});
    assertThat(AssignmentSearch.solve(assignment, Effort.until(() -> true, 1, 1)).impossible())
        .isTrue();
  }

  @Test
  void jobsThatTogetherFitNowhereMakeItImpossible() {
    for (int jobs : List.of(2, 3, 40, 600)) {
      long[][] one = {LongStream.generate(() -> 3).limit(jobs).toArray()};
      Assignment assignment = new Assignment(one, one, new long[] {3L * jobs - 1});
      assertThat(AssignmentSearch.solve(assignment, Effort.until(() -> false, 2, 1)).impossible())
          .as(jobs + " jobs")
          .isTrue();
    }
  }

  @Test
  void theCheckerFindsEveryPlantedFault() {
    Assignment assignment =
        new Assignment(
            new long[][] {{1, 2}, {4, 5}}, new long[][] {{3, 3}, {3, 3}}, new long[] {5, 7});
    assertThat(new Placed(6, List.of(0, 1)).check(assignment)).isEmpty();
    assertThat(rule(new Placed(7, List.of(0, 1)), assignment)).isEqualTo("wrong-cost");
    assertThat(rule(new Placed(3, List.of(0, 0)), assignment)).isEqualTo("over-capacity");
    assertThat(rule(new Placed(1, List.of(0)), assignment)).isEqualTo("job-missing");
    assertThat(rule(new Placed(3, List.of(0, 2)), assignment)).isEqualTo("unknown-agent");
  }

  private static String rule(Placed placed, Assignment assignment) {
    assertThat(placed.check(assignment)).hasSize(1);
    return placed.check(assignment).getFirst().rule();
  }

  static Effort afterPolls(int polls, long seed, int threads) {
    AtomicInteger left = new AtomicInteger(polls);
    return Effort.until(() -> left.decrementAndGet() < 0, seed, threads);
  }

  static Assignment random(Random random, int jobs, int agents, int most, double tight) {
    long[][] costs = new long[agents][];
    long[][] uses = new long[agents][];
    long[] capacities = new long[agents];
    for (int i = 0; i < agents; i++) {
      costs[i] = random.longs(jobs, 0, most).toArray();
      uses[i] = random.longs(jobs, 1, most).toArray();
      capacities[i] = (long) (java.util.Arrays.stream(uses[i]).sum() * tight / agents) + 1;
    }
    return new Assignment(costs, uses, capacities);
  }

  private static long best(Assignment assignment, int job, long[] left) {
    if (job == assignment.jobs()) {
      return 0;
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < assignment.agents(); i++) {
      if (assignment.uses()[i][job] <= left[i]) {
        long[] less = left.clone();
        less[i] -= assignment.uses()[i][job];
        long rest = best(assignment, job + 1, less);
        best = rest == Long.MAX_VALUE ? best : Math.min(best, rest + assignment.costs()[i][job]);
      }
    }
    return best;
  }

  @Test
  void allJobsOnOneAgentIsAPlacementLikeAnyOther() {
    Assignment assignment =
        new Assignment(new long[][] {{1, 1, 1}}, new long[][] {{1, 1, 1}}, new long[] {3});
    Outcome<Placed> outcome = AssignmentSearch.solve(assignment, Effort.until(() -> true, 1, 1));
    assertThat(outcome.found().orElseThrow().agents()).isEqualTo(Collections.nCopies(3, 0));
  }
}

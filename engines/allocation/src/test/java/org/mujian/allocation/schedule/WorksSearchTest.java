package org.mujian.allocation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Effort;
import org.mujian.allocation.InstanceRefused;
import org.mujian.allocation.Outcome;

class WorksSearchTest {

  @Property(tries = 60)
  void smallCasesAreSolvedAsByTryingAllOrders(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int tasks) {
    Works works = random(new Random(seed), tasks, 2, 4);
    Outcome<Timed> outcome = WorksSearch.solve(works, afterPolls(6, seed, 1));
    int best = best(works, new int[tasks], new boolean[tasks], 0);
    assertThat(outcome.value()).hasValue(best);
    assertThat(outcome.bound()).isLessThanOrEqualTo(best);
    assertThat(outcome.found().orElseThrow().check(works)).isEmpty();
  }

  @Property(tries = 15)
  void schedulesHoldWithManyCrewsAndWithLargeOnes(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int crews,
      @ForAll @IntRange(min = 3, max = 1_000_000) int size) {
    Works works = random(new Random(seed), 25, crews, size);
    Outcome<Timed> outcome = WorksSearch.solve(works, afterPolls(5, seed, 2));
    assertThat(outcome.found().orElseThrow().check(works)).isEmpty();
    assertThat(outcome.bound()).isLessThanOrEqualTo(outcome.value().orElseThrow());
  }

  @Test
  void theSameWorkGivesTheSameAnswerWhateverStoppedIt() {
    Works works = random(new Random(3), 60, 4, 12);
    for (int threads = 1; threads <= 3; threads++) {
      Outcome<Timed> stopped = WorksSearch.solve(works, afterPolls(100, 11, threads));
      Outcome<Timed> replayed =
          WorksSearch.solve(works, Effort.replay(stopped.work(), 11, threads));
      assertThat(replayed).isEqualTo(stopped);
    }
  }

  @Test
  void aSearchStoppedAtOnceStillAnswers() {
    Works works = random(new Random(4), 30, 2, 5);
    Outcome<Timed> outcome = WorksSearch.solve(works, Effort.until(() -> true, 1, 2));
    assertThat(outcome.found().orElseThrow().check(works)).isEmpty();
  }

  @Test
  void theCheckerFindsEveryPlantedFault() {
    Works works =
        new Works(
            new int[] {2, 3, 1},
            List.of(List.of(), List.of(0), List.of()),
            new int[][] {{1}, {1}, {1}},
            new int[] {1});
    assertThat(new Timed(6, List.of(0, 2, 5)).check(works)).isEmpty();
    assertThat(rule(new Timed(7, List.of(0, 2, 5)), works)).isEqualTo("wrong-length");
    assertThat(rule(new Timed(5, List.of(0, 2, 4)), works)).isEqualTo("crew-short");
    assertThat(rule(new Timed(6, List.of(4, 0, 3)), works)).isEqualTo("too-early");
    assertThat(rule(new Timed(5, List.of(0, 2, -1)), works)).isEqualTo("before-the-start");
    assertThat(rule(new Timed(5, List.of(0, 2)), works)).isEqualTo("task-missing");
  }

  private static String rule(Timed timed, Works works) {
    assertThat(timed.check(works)).hasSize(1);
    return timed.check(works).getFirst().rule();
  }

  @Test
  void aCircleIsRefusedByName() {
    assertThatThrownBy(
            () ->
                new Works(
                    new int[] {1, 1, 1},
                    List.of(List.of(), List.of(2), List.of(1)),
                    new int[3][0],
                    new int[0]))
        .isInstanceOf(InstanceRefused.class)
        .hasMessageContaining("circle, among [2, 3]");
  }

  @Test
  void aNeedAboveTheWholeCrewIsRefused() {
    assertThatThrownBy(
            () -> new Works(new int[] {1}, List.of(List.of()), new int[][] {{5}}, new int[] {4}))
        .hasMessageContaining("task 1 needs 5 of crew 1, there are only 4");
  }

  static Effort afterPolls(int polls, long seed, int threads) {
    AtomicInteger left = new AtomicInteger(polls);
    return Effort.until(() -> left.decrementAndGet() < 0, seed, threads);
  }

  static Works random(Random random, int tasks, int crews, int size) {
    int[] durations = random.ints(tasks, 0, 8).toArray();
    List<List<Integer>> after = new ArrayList<>();
    int[][] needs = new int[tasks][crews];
    for (int j = 0; j < tasks; j++) {
      List<Integer> before = new ArrayList<>();
      for (int k = 0; k < j; k++) {
        if (random.nextInt(tasks) < 2) {
          before.add(k);
        }
      }
      after.add(before);
      for (int r = 0; r < crews; r++) {
        needs[j][r] = random.nextInt(size + 1);
      }
    }
    int[] available = new int[crews];
    java.util.Arrays.fill(available, size);
    return new Works(durations, after, needs, available);
  }

  /** The serial scheme over all orders meets a best schedule. */
  private static int best(Works works, int[] list, boolean[] used, int depth) {
    if (depth == list.length) {
      return new Generator(Network.of(works)).run(list);
    }
    int best = Integer.MAX_VALUE;
    for (int j = 0; j < list.length; j++) {
      boolean ready = !used[j];
      for (int before : works.after().get(j)) {
        ready &= used[before];
      }
      if (ready) {
        used[j] = true;
        list[depth] = j;
        best = Math.min(best, best(works, list, used, depth + 1));
        used[j] = false;
      }
    }
    return best;
  }
}

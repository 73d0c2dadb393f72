package org.mujian.allocation.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Outcome;
import org.mujian.allocation.Progress;

class KnapsackSearchTest {

  @Property(tries = 300)
  void smallCasesAreSolvedAsByTryingAll(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 11) int items,
      @ForAll @IntRange(min = 1, max = 4) int limits) {
    Knapsack knapsack = random(new Random(seed), items, limits, 40);
    Outcome<Chosen> outcome = KnapsackSearch.solve(knapsack, Effort.until(() -> true, seed, 1));
    assertThat(outcome.value()).hasValue(best(knapsack));
    assertThat(outcome.bound()).isEqualTo(best(knapsack));
    assertThat(outcome.found().orElseThrow().check(knapsack)).isEmpty();
  }

  @Property(tries = 20)
  void theBoundIsNeverBelowAChoice(
      @ForAll long seed, @ForAll @IntRange(min = 30, max = 200) int items) {
    Knapsack knapsack = random(new Random(seed), items, 3, 1_000_000_000);
    Outcome<Chosen> outcome = KnapsackSearch.solve(knapsack, afterPolls(8, seed));
    assertThat(outcome.bound()).isGreaterThanOrEqualTo(outcome.value().orElseThrow());
    assertThat(outcome.found().orElseThrow().check(knapsack)).isEmpty();
  }

  @Test
  void theSameWorkGivesTheSameAnswerWhateverStoppedIt() {
    Knapsack knapsack = hard(new Random(3), 250, 5);
    for (int threads = 1; threads <= 3; threads++) {
      Effort effort = new Effort(11, threads, List.of(), afterPolls(60, 11).stop(), progress -> {});
      Outcome<Chosen> stopped = KnapsackSearch.solve(knapsack, effort);
      Outcome<Chosen> replayed =
          KnapsackSearch.solve(knapsack, Effort.replay(stopped.work(), 11, threads));
      assertThat(stopped.work()).hasSize(threads).allMatch(ticks -> ticks > 0);
      assertThat(replayed).isEqualTo(stopped);
    }
  }

  @Test
  void progressRisesAndTheListenerHearsTheLastValue() {
    Knapsack knapsack = hard(new Random(5), 100, 5);
    List<Progress> heard = new ArrayList<>();
    Outcome<Chosen> outcome = KnapsackSearch.solve(knapsack, afterPolls(30, 1).heardBy(heard::add));
    assertThat(heard).extracting(p -> p.value().orElseThrow()).isSorted();
    assertThat(heard.getLast().value()).isEqualTo(outcome.value());
    assertThat(heard).allMatch(p -> p.bound() >= p.value().orElseThrow());
  }

  @Test
  void whenNothingFitsNothingIsChosen() {
    Knapsack knapsack = new Knapsack(new long[] {5, 9}, new long[][] {{3, 4}}, new long[] {2});
    Outcome<Chosen> outcome = KnapsackSearch.solve(knapsack, Effort.until(() -> true, 1, 1));
    assertThat(outcome.value()).hasValue(0);
    assertThat(outcome.isOptimal()).isTrue();
  }

  @Test
  void theCheckerFindsEveryPlantedFault() {
    Knapsack knapsack =
        new Knapsack(new long[] {5, 9, 2}, new long[][] {{3, 4, 1}}, new long[] {5});
    assertThat(new Chosen(11, List.of(1, 2)).check(knapsack)).isEmpty();
    assertThat(new Chosen(12, List.of(1, 2)).check(knapsack))
        .singleElement()
        .matches(fault -> fault.rule().equals("wrong-value"));
    assertThat(new Chosen(14, List.of(0, 1)).check(knapsack))
        .singleElement()
        .matches(
            fault -> fault.rule().equals("over-limit") && fault.text().contains("7 used of 5"));
    assertThat(new Chosen(4, List.of(2, 2)).check(knapsack))
        .singleElement()
        .matches(fault -> fault.rule().equals("item-twice"));
    assertThat(new Chosen(0, List.of(3)).check(knapsack))
        .singleElement()
        .matches(fault -> fault.rule().equals("unknown-item"));
  }

  static Effort afterPolls(int polls, long seed) {
    AtomicInteger left = new AtomicInteger(polls);
    return Effort.until(() -> left.decrementAndGet() < 0, seed, 2);
  }

  static Knapsack random(Random random, int items, int limits, int most) {
    long[] values = random.longs(items, 0, most).toArray();
    long[][] uses = new long[limits][];
    long[] rooms = new long[limits];
    for (int i = 0; i < limits; i++) {
      uses[i] = random.longs(items, 0, most).toArray();
      long sum = java.util.Arrays.stream(uses[i]).sum();
      rooms[i] = Math.min(Knapsack.MOST, (long) (sum * (0.1 + 0.6 * random.nextDouble())));
    }
    return new Knapsack(values, uses, rooms);
  }

  /** What is worth more also uses more, as Chu and Beasley made theirs. */
  static Knapsack hard(Random random, int items, int limits) {
    Knapsack knapsack = random(random, items, limits, 1000);
    long[] values = new long[items];
    for (int j = 0; j < items; j++) {
      values[j] = random.nextInt(500);
      for (int i = 0; i < limits; i++) {
        values[j] += knapsack.uses()[i][j] / limits;
      }
    }
    long[] halves =
        java.util.Arrays.stream(knapsack.uses())
            .mapToLong(row -> java.util.Arrays.stream(row).sum() / 2)
            .toArray();
    return new Knapsack(values, knapsack.uses(), halves);
  }

  private static long best(Knapsack knapsack) {
    long best = 0;
    for (int set = 0; set < 1 << knapsack.items(); set++) {
      long value = 0;
      boolean fits = true;
      for (int i = 0; i < knapsack.limits().length; i++) {
        long used = 0;
        for (int j = 0; j < knapsack.items(); j++) {
          used += (set >> j & 1) * knapsack.uses()[i][j];
        }
        fits &= used <= knapsack.limits()[i];
      }
      for (int j = 0; j < knapsack.items(); j++) {
        value += (set >> j & 1) * knapsack.values()[j];
      }
      best = fits ? Math.max(best, value) : best;
    }
    return best;
  }
}

package org.mujian.allocation.knapsack;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The items that a choice better than {@code floor} may still decide; all others are settled by
 * their reduced values.
 *
 * @param items of the core, the most valuable for the prices first
 * @param uses by core item, then by limit
 * @param room of each limit when the settled items are in
 * @param settled items that are in
 * @param settledValue of them
 */
record Core(
    long[] values,
    long[] reduced,
    int[] items,
    long[][] uses,
    long[] room,
    int[] settled,
    long settledValue) {

  /** All that a choice better than {@code floor} may decide. */
  static Core of(Knapsack knapsack, Prices prices, long floor) {
    return within(knapsack, prices, prices.allowance(floor));
  }

  /** At most {@code most} items, those about which the prices are the least sure. */
  static Core of(Knapsack knapsack, Prices prices, long floor, int most) {
    long allowance = prices.allowance(floor);
    if (most < knapsack.items()) {
      long[] losses = LongStream.of(prices.reduced()).map(Math::abs).sorted().toArray();
      allowance = Math.min(allowance, losses[most] - 1);
    }
    return within(knapsack, prices, allowance);
  }

  private static Core within(Knapsack knapsack, Prices prices, long allowance) {
    int[] items =
        IntStream.range(0, knapsack.items())
            .filter(j -> Math.abs(prices.reduced()[j]) <= allowance)
            .boxed()
            .sorted(
                (a, b) ->
                    prices.reduced()[a] == prices.reduced()[b]
                        ? Integer.compare(a, b)
                        : Long.compare(prices.reduced()[b], prices.reduced()[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] settled =
        IntStream.range(0, knapsack.items())
            .filter(j -> prices.reduced()[j] > 0 && prices.reduced()[j] > allowance)
            .toArray();
    int limits = knapsack.limits().length;
    long[] room = new long[limits];
    for (int i = 0; i < limits; i++) {
      long left = knapsack.limits()[i];
      for (int j : settled) {
        left -= knapsack.uses()[i][j];
      }
      room[i] = Math.max(-1, left);
    }
    return new Core(
        IntStream.of(items).mapToLong(j -> knapsack.values()[j]).toArray(),
        IntStream.of(items).mapToLong(j -> prices.reduced()[j]).toArray(),
        items,
        IntStream.of(items).mapToObj(j -> uses(knapsack, j)).toArray(long[][]::new),
        room,
        settled,
        IntStream.of(settled).mapToLong(j -> knapsack.values()[j]).sum());
  }

  private static long[] uses(Knapsack knapsack, int item) {
    return IntStream.range(0, knapsack.limits().length)
        .mapToLong(i -> knapsack.uses()[i][item])
        .toArray();
  }

  int size() {
    return items.length;
  }

  /** A choice within the core, with the settled items. */
  Chosen whole(boolean[] in, long value) {
    return new Chosen(
        settledValue + value,
        IntStream.concat(
                IntStream.of(settled),
                IntStream.range(0, in.length).filter(j -> in[j]).map(j -> items[j]))
            .sorted()
            .boxed()
            .toList());
  }
}

package org.mujian.allocation.knapsack;

import java.util.ArrayList;
import java.util.List;
import org.mujian.allocation.Numbers;

/**
 * Reads the OR-Library's mknap files: the count of instances; for each items, limits and the
 * optimum (0 when unknown, not used here); values; uses by limit; limits.
 */
public final class KnapsackFile {

  private static final int MOST_INSTANCES = 10_000;

  private KnapsackFile() {}

  public static List<Knapsack> read(String text) {
    Numbers numbers = new Numbers(text);
    long count = numbers.next("实例个数 count of instances", 1, MOST_INSTANCES);
    List<Knapsack> instances = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      instances.add(one(numbers, "实例 instance " + k + ": "));
    }
    numbers.end();
    return instances;
  }

  private static Knapsack one(Numbers numbers, String where) {
    int items = (int) numbers.next(where + "项数 items", 1, Knapsack.MOST_ITEMS);
    int limits = (int) numbers.next(where + "限额数 limits", 1, Knapsack.MOST_LIMITS);
    numbers.skip(where + "已知最优值 optimum");
    long[] values = row(numbers, where + "价值 value", items);
    List<long[]> uses = new ArrayList<>();
    for (int i = 1; i <= limits; i++) {
      uses.add(row(numbers, where + "限额 limit " + i + " 用量 use", items));
    }
    return new Knapsack(
        values, uses.toArray(long[][]::new), row(numbers, where + "限额 limit", limits));
  }

  /** Grown as it is read: a head that promises too much costs no memory. */
  private static long[] row(Numbers numbers, String what, int count) {
    java.util.stream.LongStream.Builder row = java.util.stream.LongStream.builder();
    for (int j = 1; j <= count; j++) {
      row.add(numbers.next(what + " " + j, 0, Knapsack.MOST));
    }
    return row.build().toArray();
  }
}

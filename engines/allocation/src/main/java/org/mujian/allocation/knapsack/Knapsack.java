package org.mujian.allocation.knapsack;

import java.util.Arrays;
import org.mujian.allocation.InstanceRefused;

/**
 * Items that each use some of several limits: take those of the greatest value.
 *
 * @param values of the items, 0 or more
 * @param uses by limit, then by item, 0 or more
 * @param limits 0 or more
 */
public record Knapsack(long[] values, long[][] uses, long[] limits) {

  /** Of each number; their sums over an instance stay exact. */
  public static final long MOST = 1_000_000_000L;

  public static final int MOST_ITEMS = 100_000;

  public static final int MOST_LIMITS = 1_000;

  public Knapsack {
    if (values.length > MOST_ITEMS || limits.length > MOST_LIMITS) {
      throw refused(
          "最多 " + MOST_ITEMS + " 项、" + MOST_LIMITS + " 个限额",
          "at most " + MOST_ITEMS + " items and " + MOST_LIMITS + " limits");
    }
    if (uses.length != limits.length) {
      throw refused(
          "限额 " + limits.length + " 个，用量 " + uses.length + " 行：两者应相等",
          limits.length + " limits, but uses of " + uses.length);
    }
    values = values.clone();
    limits = limits.clone();
    uses = Arrays.stream(uses).map(long[]::clone).toArray(long[][]::new);
    requireRange("values", values);
    requireRange("limits", limits);
    for (int i = 0; i < uses.length; i++) {
      if (uses[i].length != values.length) {
        throw refused(
            "第 " + (i + 1) + " 个限额有 " + uses[i].length + " 个用量，应为 " + values.length + " 个",
            "limit "
                + (i + 1)
                + " has "
                + uses[i].length
                + " uses for "
                + values.length
                + " items");
      }
      requireRange("uses of limit " + (i + 1), uses[i]);
    }
  }

  public int items() {
    return values.length;
  }

  private static void requireRange(String what, long[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0 || numbers[i] > MOST) {
        throw refused(
            what + " 第 " + (i + 1) + " 个 = " + numbers[i] + "，应在 0 到 " + MOST + " 之间",
            what + ": number " + (i + 1) + " = " + numbers[i] + " is not within 0 to " + MOST);
      }
    }
  }

  private static InstanceRefused refused(String chinese, String english) {
    return new InstanceRefused(0, chinese, english);
  }
}

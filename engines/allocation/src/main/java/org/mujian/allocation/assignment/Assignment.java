package org.mujian.allocation.assignment;

import java.util.Arrays;
import org.mujian.allocation.InstanceRefused;

/**
 * Jobs, each to be given to one agent of limited capacity, at the least cost: projects on parcels.
 *
 * @param costs by agent, then by job
 * @param uses of the agent's capacity, by agent, then by job
 * @param capacities by agent
 */
public record Assignment(long[][] costs, long[][] uses, long[] capacities) {

  /** Of each number; their sums over an instance stay exact. */
  public static final long MOST = 100_000_000L;

  public static final int MOST_JOBS = 20_000;

  public static final int MOST_AGENTS = 2_000;

  public Assignment {
    int agents = capacities.length;
    if (agents == 0 || costs.length != agents || uses.length != agents) {
      throw refused(
          "承接方 " + agents + " 个，费用 " + costs.length + " 行，用量 " + uses.length + " 行：三者应相等且不为零",
          agents + " agents, costs of " + costs.length + ", uses of " + uses.length);
    }
    capacities = capacities.clone();
    costs = Arrays.stream(costs).map(long[]::clone).toArray(long[][]::new);
    uses = Arrays.stream(uses).map(long[]::clone).toArray(long[][]::new);
    requireRange("capacities", capacities);
    for (int i = 0; i < agents; i++) {
      if (costs[i].length != costs[0].length || uses[i].length != costs[0].length) {
        throw refused(
            "承接方 " + (i + 1) + " 的费用或用量个数与任务数不符",
            "agent " + (i + 1) + " has not as many costs and uses as there are jobs");
      }
      requireRange("costs of agent " + (i + 1), costs[i]);
      requireRange("uses of agent " + (i + 1), uses[i]);
    }
  }

  public int jobs() {
    return costs[0].length;
  }

  public int agents() {
    return capacities.length;
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

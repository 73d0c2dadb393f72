package org.mujian.allocation.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mujian.allocation.InstanceRefused;

/**
 * Tasks with durations, that need crews while they last and follow one another: to be done as soon
 * as possible.
 *
 * @param durations by task, in periods
 * @param after by task, the tasks that must end before it starts
 * @param needs by task, then by crew
 * @param crews how many there are of each, in every period
 */
public record Works(int[] durations, List<List<Integer>> after, int[][] needs, int[] crews) {

  public static final int MOST = 1_000_000;

  public static final int MOST_TASKS = 5_000;

  public static final int MOST_CREWS = 100;

  public Works {
    int tasks = durations.length;
    if (tasks > MOST_TASKS || crews.length > MOST_CREWS) {
      throw refused(
          "最多 " + MOST_TASKS + " 项任务、" + MOST_CREWS + " 种资源",
          "at most " + MOST_TASKS + " tasks and " + MOST_CREWS + " crews");
    }
    if (after.size() != tasks || needs.length != tasks) {
      throw refused("任务、先后、用量的个数不一致", "tasks, predecessors and needs differ in number");
    }
    durations = durations.clone();
    crews = crews.clone();
    after = after.stream().map(List::copyOf).toList();
    needs = Arrays.stream(needs).map(int[]::clone).toArray(int[][]::new);
    for (int j = 0; j < tasks; j++) {
      require(durations[j], "任务 task " + (j + 1) + " 工期 duration");
      requireNeeds(j, needs[j], crews);
      for (int before : after.get(j)) {
        if (before < 0 || before >= tasks) {
          throw refused(
              "任务 " + (j + 1) + " 的前置任务 " + (before + 1) + " 不存在",
              "task " + (j + 1) + " follows task " + (before + 1) + ", which does not exist");
        }
      }
    }
    requireNoCycle(after);
  }

  public int tasks() {
    return durations.length;
  }

  /** Every task after those that it follows; the lower number first. */
  List<Integer> order() {
    return order(after);
  }

  private static List<Integer> order(List<List<Integer>> after) {
    int[] open = new int[after.size()];
    List<List<Integer>> next = new ArrayList<>();
    after.forEach(tasks -> next.add(new ArrayList<>()));
    for (int j = 0; j < open.length; j++) {
      for (int before : after.get(j)) {
        open[j]++;
        next.get(before).add(j);
      }
    }
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (int j = 0; j < open.length; j++) {
      if (open[j] == 0) {
        ready.add(j);
      }
    }
    List<Integer> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int j = ready.remove();
      order.add(j);
      for (int k : next.get(j)) {
        if (--open[k] == 0) {
          ready.add(k);
        }
      }
    }
    return order;
  }

  private static void requireNoCycle(List<List<Integer>> after) {
    List<Integer> order = order(after);
    if (order.size() < after.size()) {
      List<Integer> stuck = new ArrayList<>();
      for (int j = 0; j < after.size() && stuck.size() < 10; j++) {
        if (!order.contains(j)) {
          stuck.add(j + 1);
        }
      }
      throw refused(
          "任务互为前置，成环，涉及 " + stuck + "：请去掉其中一条先后关系",
          "tasks follow one another in a circle, among " + stuck + ": drop one of the relations");
    }
  }

  private static void requireNeeds(int task, int[] needs, int[] crews) {
    if (needs.length != crews.length) {
      throw refused(
          "任务 " + (task + 1) + " 的资源个数不符", "task " + (task + 1) + ": needs are not one a crew");
    }
    for (int r = 0; r < crews.length; r++) {
      require(needs[r], "任务 task " + (task + 1) + " 资源 crew " + (r + 1));
      require(crews[r], "资源 crew " + (r + 1));
      if (needs[r] > crews[r]) {
        throw refused(
            "任务 " + (task + 1) + " 需要资源 " + (r + 1) + " 共 " + needs[r] + "，总共只有 " + crews[r],
            "task "
                + (task + 1)
                + " needs "
                + needs[r]
                + " of crew "
                + (r + 1)
                + ", there are only "
                + crews[r]);
      }
    }
  }

  private static void require(int number, String what) {
    if (number < 0 || number > MOST) {
      throw refused(
          what + " = " + number + "，应在 0 到 " + MOST + " 之间",
          what + " = " + number + " is not within 0 to " + MOST);
    }
  }

  private static InstanceRefused refused(String chinese, String english) {
    return new InstanceRefused(0, chinese, english);
  }
}

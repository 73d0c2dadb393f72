package org.mujian.allocation.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.mujian.allocation.Numbers;

/**
 * Reads the OR-Library's gap files: agents and jobs; costs by agent; uses by agent; capacities. A
 * count of instances may stand alone in the first line.
 */
public final class AssignmentFile {

  private static final int MOST_INSTANCES = 10_000;

  private AssignmentFile() {}

  public static List<Assignment> read(String text) {
    Numbers numbers = new Numbers(text);
    long count =
        Numbers.wordsInFirstLine(text) == 1
            ? numbers.next("实例个数 count of instances", 1, MOST_INSTANCES)
            : 1;
    List<Assignment> instances = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      instances.add(one(numbers, "实例 instance " + k + ": "));
    }
    numbers.end();
    return instances;
  }

  private static Assignment one(Numbers numbers, String where) {
    int agents = (int) numbers.next(where + "承接方数 agents", 1, Assignment.MOST_AGENTS);
    int jobs = (int) numbers.next(where + "任务数 jobs", 1, Assignment.MOST_JOBS);
    long[][] costs = table(numbers, where + "费用 cost", agents, jobs);
    long[][] uses = table(numbers, where + "用量 use", agents, jobs);
    return new Assignment(costs, uses, row(numbers, where + "容量 capacity", agents));
  }

  private static long[][] table(Numbers numbers, String what, int agents, int jobs) {
    List<long[]> rows = new ArrayList<>();
    for (int i = 1; i <= agents; i++) {
      rows.add(row(numbers, what + " " + i, jobs));
    }
    return rows.toArray(long[][]::new);
  }

  private static long[] row(Numbers numbers, String what, int count) {
    LongStream.Builder row = LongStream.builder();
    for (int j = 1; j <= count; j++) {
      row.add(numbers.next(what + " " + j, 0, Assignment.MOST));
    }
    return row.build().toArray();
  }
}

package org.mujian.allocation.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Works laid out for the generators. The needs of several crews share a word, each in a field whose
 * top bit is a guard: one subtraction compares them all.
 *
 * @param before by task, what must end first
 * @param words how many words hold the crews
 * @param need by task, then by word
 * @param free of a period without tasks, by word, guards set
 * @param guards by word
 * @param order every task after those that it follows
 */
record Network(
    int[] durations,
    int[][] before,
    int words,
    long[] need,
    long[] free,
    long[] guards,
    int[] order,
    int horizon) {

  static Network of(Works works) {
    return of(works, works.after(), works.order());
  }

  /** The same backwards in time. */
  static Network mirrored(Works works) {
    List<List<Integer>> next = new ArrayList<>();
    works.after().forEach(tasks -> next.add(new ArrayList<>()));
    for (int j = 0; j < works.tasks(); j++) {
      for (int before : works.after().get(j)) {
        next.get(before).add(j);
      }
    }
    return of(works, next, works.order().reversed());
  }

  private static Network of(Works works, List<List<Integer>> before, List<Integer> order) {
    int most = 0;
    for (int crew : works.crews()) {
      most = Math.max(most, crew);
    }
    int fields = most < 1 << 14 ? 4 : 2;
    int bits = 64 / fields;
    int words = Math.max(1, (works.crews().length + fields - 1) / fields);
    long[] need = new long[works.tasks() * words];
    long[] free = new long[words];
    long[] guards = new long[words];
    for (int r = 0; r < words * fields; r++) {
      guards[r / fields] |= 1L << (r % fields * bits + bits - 1);
    }
    for (int r = 0; r < works.crews().length; r++) {
      int shift = r % fields * bits;
      free[r / fields] |= (long) works.crews()[r] << shift;
      for (int j = 0; j < works.tasks(); j++) {
        need[j * words + r / fields] |= (long) works.needs()[j][r] << shift;
      }
    }
    for (int w = 0; w < words; w++) {
      free[w] |= guards[w];
    }
    return new Network(
        works.durations(),
        before.stream()
            .map(tasks -> tasks.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new),
        words,
        need,
        free,
        guards,
        order.stream().mapToInt(Integer::intValue).toArray(),
        java.util.Arrays.stream(works.durations()).sum());
  }

  int tasks() {
    return durations.length;
  }
}

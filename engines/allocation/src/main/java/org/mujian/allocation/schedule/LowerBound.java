package org.mujian.allocation.schedule;

/**
 * What no schedule can be shorter than: the longest chain, and for each crew the work of the tasks
 * that start late and end early enough, between the least head and the least tail.
 */
final class LowerBound {

  private LowerBound() {}

  /** By task, the longest chain that must end before it starts. */
  static int[] heads(Network network) {
    int[] heads = new int[network.tasks()];
    for (int j : network.order()) {
      for (int before : network.before()[j]) {
        heads[j] = Math.max(heads[j], heads[before] + network.durations()[before]);
      }
    }
    return heads;
  }

  static int of(Works works) {
    int[] heads = heads(Network.of(works));
    int[] tails = heads(Network.mirrored(works));
    int bound = 0;
    for (int j = 0; j < heads.length; j++) {
      bound = Math.max(bound, heads[j] + works.durations()[j] + tails[j]);
    }
    int[] starts = java.util.Arrays.stream(heads).distinct().toArray();
    int[] ends = java.util.Arrays.stream(tails).distinct().toArray();
    for (int r = 0; r < works.crews().length; r++) {
      for (int head : starts) {
        for (int tail : ends) {
          long work = work(works, r, heads, tails, head, tail);
          if (work > 0) {
            int crew = works.crews()[r];
            bound = (int) Math.max(bound, head + tail + (work + crew - 1) / crew);
          }
        }
      }
    }
    return bound;
  }

  private static long work(Works works, int crew, int[] heads, int[] tails, int head, int tail) {
    long work = 0;
    for (int j = 0; j < heads.length; j++) {
      if (heads[j] >= head && tails[j] >= tail) {
        work += (long) works.durations()[j] * works.needs()[j][crew];
      }
    }
    return work;
  }
}

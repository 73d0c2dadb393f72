package org.mujian.allocation.schedule;

/**
 * The serial schedule generation scheme: tasks in the order of a list, each as early as those
 * before it and the crews allow. Not thread-safe.
 */
final class Generator {

  private final Network network;
  private long[] free;
  private int cleared;
  private int[] buckets = new int[64];
  final int[] starts;

  Network network() {
    return network;
  }

  Generator(Network network) {
    this.network = network;
    this.starts = new int[network.tasks()];
    this.free = new long[64 * network.words()];
  }

  /**
   * @param list every task after those that it follows
   * @return the end of the last task; {@link #starts} are filled
   */
  int run(int[] list) {
    cleared = 0;
    int end = 0;
    for (int j : list) {
      int earliest = 0;
      for (int before : network.before()[j]) {
        earliest = Math.max(earliest, starts[before] + network.durations()[before]);
      }
      int start = network.words() == 1 ? place(j, earliest) : placeWide(j, earliest);
      starts[j] = start;
      end = Math.max(end, start + network.durations()[j]);
    }
    return end;
  }

  private int place(int j, int earliest) {
    int duration = network.durations()[j];
    long need = network.need()[j];
    long guards = network.guards()[0];
    if (need == 0 || duration == 0) {
      return earliest;
    }
    int start = earliest;
    clear(start + duration);
    for (int t = start + duration - 1; t >= start; t--) {
      if (((free[t] - need) & guards) != guards) {
        start = t + 1;
        clear(start + duration);
        t = start + duration;
      }
    }
    for (int t = start; t < start + duration; t++) {
      free[t] -= need;
    }
    return start;
  }

  private int placeWide(int j, int earliest) {
    int words = network.words();
    int duration = network.durations()[j];
    int start = earliest;
    clear(start + duration);
    for (int t = start + duration - 1; t >= start; t--) {
      if (!fits(j, t)) {
        start = t + 1;
        clear(start + duration);
        t = start + duration;
      }
    }
    for (int t = start; t < start + duration; t++) {
      for (int w = 0; w < words; w++) {
        free[t * words + w] -= network.need()[j * words + w];
      }
    }
    return start;
  }

  private boolean fits(int j, int t) {
    int words = network.words();
    for (int w = 0; w < words; w++) {
      long guard = network.guards()[w];
      if (((free[t * words + w] - network.need()[j * words + w]) & guard) != guard) {
        return false;
      }
    }
    return true;
  }

  private void clear(int to) {
    int words = network.words();
    if (to * words > free.length) {
      free = java.util.Arrays.copyOf(free, Math.max(to * words, 2 * free.length));
    }
    for (; cleared < to; cleared++) {
      for (int w = 0; w < words; w++) {
        free[cleared * words + w] = network.free()[w];
      }
    }
  }

  /** Tasks by the given times, ascending; what must come first comes first among equals. */
  void sort(int[] times, int[] list) {
    int most = 0;
    for (int time : times) {
      most = Math.max(most, time);
    }
    if (buckets.length < most + 2) {
      buckets = new int[2 * most + 2];
    }
    java.util.Arrays.fill(buckets, 0, most + 2, 0);
    for (int time : times) {
      buckets[time + 1]++;
    }
    for (int t = 0; t <= most; t++) {
      buckets[t + 1] += buckets[t];
    }
    for (int j : network.order()) {
      list[buckets[times[j]]++] = j;
    }
  }
}

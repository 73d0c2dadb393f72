package org.mujian.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** CPU time of this thread or of the whole process, the median of rounds. */
final class Cpu {

  private Cpu() {}

  interface Work {
    void run() throws Exception;
  }

  /** Milliseconds of this thread's CPU time. */
  static double ofThread(int rounds, Work work) throws Exception {
    return median(
        rounds, work, () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  /** Milliseconds of all threads' CPU time: for peers with threads of their own. */
  static double ofProcess(int rounds, Work work) throws Exception {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return median(rounds, work, system::getProcessCpuTime);
  }

  /** Milliseconds on the wall: for work of several threads that a person waits for. */
  static double wall(int rounds, Work work) throws Exception {
    return median(rounds, work, System::nanoTime);
  }

  private static double median(int rounds, Work work, java.util.function.LongSupplier clock)
      throws Exception {
    work.run(); // to warm up
    double[] millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long from = clock.getAsLong();
      work.run();
      millis[i] = (clock.getAsLong() - from) / 1e6;
    }
    Arrays.sort(millis);
    return millis[rounds / 2];
  }
}

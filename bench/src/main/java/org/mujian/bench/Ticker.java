package org.mujian.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The process's processor time, native threads too: what a busy machine leaves alone. */
final class Ticker {

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long from = MACHINE.getProcessCpuTime();
  private final double limit;

  /**
   * @param seconds of processor time, over all threads
   */
  Ticker(double seconds) {
    this.limit = seconds;
  }

  boolean isOver() {
    return (MACHINE.getProcessCpuTime() - from) / 1e9 > limit;
  }

  /** Calls {@code stop} when the limit is reached, until it is closed. */
  AutoCloseable alarm(Runnable stop) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    if (isOver()) {
                      stop.run();
                    }
                    try {
                      Thread.sleep(10);
                    } catch (InterruptedException closed) {
                      return;
                    }
                  }
                });
    return () -> {
      thread.interrupt();
      thread.join();
    };
  }
}

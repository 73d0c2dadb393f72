package org.mujian.jobs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes a waiting worker. */
@Component
class Bell {

  private final Semaphore rings = new Semaphore(0);

  void ring() {
    rings.release();
  }

  /** Returns at a ring, or after the time given: another process may have queued work. */
  void await(long seconds) throws InterruptedException {
    if (rings.tryAcquire(seconds, TimeUnit.SECONDS)) {
      return;
    }
  }
}

package org.mujian.jobs;

import java.util.concurrent.atomic.AtomicInteger;
import org.mujian.store.Scope;
import org.springframework.stereotype.Component;

/** Work made up for the tests: does what its input says. */
@Component
class PracticeJob implements JobHandler {

  static final AtomicInteger RUNS = new AtomicInteger();

  @Override
  public String kind() {
    return "practice";
  }

  @Override
  public void run(JobRun run) throws InterruptedException {
    RUNS.incrementAndGet();
    switch (run.input().getOrDefault("do", "count")) {
      case "count" -> count(run);
      case "forever" -> {
        for (long done = 1; ; done++) {
          run.progress(done);
          Thread.sleep(5);
        }
      }
      case "refuse" -> throw new JobRefused("import.refused.unknown-kind", "nothing");
      case "break" -> throw new IllegalStateException("a secret of the program");
      default -> throw new IllegalArgumentException();
    }
  }

  private static void count(JobRun run) {
    run.total(3);
    for (long done = 1; done <= 3; done++) {
      run.progress(done);
    }
    run.result(2, 1, java.util.Map.of("who", Scope.current().who()));
  }
}

package org.mujian.projects;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Fault;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Planning;
import org.mujian.jobs.JobHandler;
import org.mujian.jobs.JobRefused;
import org.mujian.jobs.JobRun;
import org.mujian.jobs.JobStopped;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.Question;
import org.springframework.stereotype.Component;

/** Solves a plan within its seconds. Stopped before, it keeps the best that it has found. */
@Component
class PlanSolving implements JobHandler {

  static final String KIND = "solve-plan";

  private final FactorPlans plans;
  private final PlanWatch watch;

  PlanSolving(FactorPlans plans, PlanWatch watch) {
    this.plans = plans;
    this.watch = watch;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    long id = Long.parseLong(run.input().getOrDefault("plan", "0"));
    FactorPlan plan =
        plans.find(run.zone(), id).orElseThrow(() -> new JobRefused("plans.job.gone"));
    if (plan.status() != FactorPlan.Status.SOLVING) {
      return; // kept when the program was closing
    }
    run.phase("plans.job.phase");
    run.total(plan.ask().seconds());
    Question question = PlanJson.question(plan.input());
    Halt halt = new Halt(run, plan.ask().seconds());
    watch.begin(id);
    Planned planned;
    try {
      planned =
          Planning.solve(
              question.scenario(),
              Effort.until(halt::isDue, plan.ask().seed(), 1)
                  .heardBy(progress -> watch.hear(id, halt.millis(), progress)));
    } finally {
      halt.end();
    }
    List<PlanJson.Point> course = watch.end(id);
    verify(question, planned);
    plans.solved(
        run.zone(),
        id,
        planned.plan().isPresent() ? FactorPlan.Status.SOLVED : FactorPlan.Status.NONE,
        PlanJson.write(planned),
        PlanJson.write(course),
        halt.millis());
    int in = planned.plan().map(p -> p.placed().size()).orElse(0);
    run.result(in, planned.refusals().size(), Map.of("page", "projects/plans/" + id));
    JobStopped stopped = halt.stopped;
    if (stopped != null) {
      throw stopped;
    }
  }

  /** Anew, from the question alone: what is kept was checked by other code than that found it. */
  private static void verify(Question question, Planned planned) {
    planned
        .plan()
        .ifPresent(
            plan -> {
              List<Fault> faults = plan.check(question.scenario());
              if (!faults.isEmpty()) {
                throw new IllegalStateException("The plan does not hold: " + faults);
              }
              Packing.of(question, plan);
            });
  }

  /** When to stop: the seconds are over, or somebody asked. */
  private static final class Halt {
    private final JobRun run;
    private final long began = System.nanoTime();
    private final long limitMs;
    private long lasted = -1;
    private @Nullable JobStopped stopped;

    Halt(JobRun run, int seconds) {
      this.run = run;
      this.limitMs = 1000L * seconds;
    }

    long millis() {
      return lasted >= 0 ? lasted : (System.nanoTime() - began) / 1_000_000;
    }

    void end() {
      lasted = millis();
    }

    boolean isDue() {
      long now = millis();
      if (stopped == null) {
        try {
          run.progress(Math.min(now, limitMs) / 1000);
        } catch (JobStopped asked) {
          stopped = asked;
        }
      }
      return stopped != null || now >= limitMs;
    }
  }
}

package org.mujian.projects;

import org.mujian.allocation.Effort;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Planning;
import org.mujian.projects.plan.Question;
import org.springframework.stereotype.Component;

/**
 * Computes a plan again, by the work that was spent and not by the clock: the same bytes come out.
 */
@Component
class Replay {

  private static final long LONGEST_MS = 120_000;

  enum Verdict {
    SAME,
    OTHER,
    /** The kept input is no longer what its hash says. */
    INPUT_CHANGED,
    TOO_LONG,
    NOTHING
  }

  Verdict of(FactorPlan plan) {
    String result = plan.result();
    if (result == null) {
      return Verdict.NOTHING;
    }
    if (!PlanJson.sha256(plan.input()).equals(plan.sha256())) {
      return Verdict.INPUT_CHANGED;
    }
    Question question = PlanJson.question(plan.input());
    Planned before = PlanJson.planned(result);
    long end = System.nanoTime() + LONGEST_MS * 1_000_000;
    Effort effort =
        new Effort(
            plan.ask().seed(), 1, before.work(), () -> System.nanoTime() >= end, progress -> {});
    String again = PlanJson.write(Planning.solve(question.scenario(), effort));
    return again.equals(result)
        ? Verdict.SAME
        : System.nanoTime() >= end ? Verdict.TOO_LONG : Verdict.OTHER;
  }
}

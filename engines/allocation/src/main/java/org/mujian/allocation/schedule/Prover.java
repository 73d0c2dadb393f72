package org.mujian.allocation.schedule;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import org.mujian.allocation.search.NativeSolver;
import org.mujian.allocation.search.Worker;

/**
 * Asks CP-SAT whether a schedule as short as the bound exists: if not, the bound rises; if so, it
 * is the best. Every now and then, with about a seventh of the time of two searchers.
 */
final class Prover implements Worker {

  private static final double UNITS_A_CALL = 0.5;
  private static final double MOST_UNITS = 16;

  private final Works works;
  private final int[] heads;
  private final int[] tails;
  private final NativeSolver solver;
  private final int every;
  private long ticks;
  private double saved = UNITS_A_CALL;
  private double units = UNITS_A_CALL;
  private int bound;
  private int known = Integer.MAX_VALUE;
  private int[] best = {};

  /**
   * @param every how many ticks lie between two calls
   */
  Prover(Works works, int bound, int every, int seed) {
    this.works = works;
    this.heads = LowerBound.heads(Network.of(works));
    this.tails = LowerBound.heads(Network.mirrored(works));
    this.solver = new NativeSolver(UNITS_A_CALL, seed);
    this.every = every;
    this.bound = bound;
  }

  int bound() {
    return bound;
  }

  /** A schedule as short as the bound, when one was found. */
  int[] best() {
    return best;
  }

  void hear(int length) {
    known = length;
  }

  @Override
  public boolean isFinished() {
    return bound >= known;
  }

  @Override
  public void halt() {
    solver.halt();
  }

  @Override
  public void tick() throws Abandoned {
    if ((ticks + 1) % every == 0) {
      if (saved >= units) {
        ask();
        saved = 0;
      } else {
        saved += UNITS_A_CALL;
      }
    }
    ticks++;
  }

  private void ask() throws Abandoned {
    solver.setUnits(units);
    CpModel model = new CpModel();
    IntVar[] starts = model(model, bound);
    CpSolverStatus status = solver.solve(model);
    if (status == CpSolverStatus.INFEASIBLE) {
      bound++;
    } else if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
      best = new int[starts.length];
      for (int j = 0; j < starts.length; j++) {
        best[j] = (int) solver.answer().value(starts[j]);
      }
      known = bound;
    } else {
      units = Math.min(MOST_UNITS, units * 2);
    }
  }

  private IntVar[] model(CpModel model, int length) {
    IntVar[] starts = new IntVar[works.tasks()];
    IntervalVar[] spans = new IntervalVar[works.tasks()];
    for (int j = 0; j < starts.length; j++) {
      int duration = works.durations()[j];
      starts[j] = model.newIntVar(heads[j], length - tails[j] - duration, "");
      spans[j] = model.newFixedSizeIntervalVar(starts[j], duration, "");
      for (int before : works.after().get(j)) {
        model.addGreaterOrEqual(
            com.google.ortools.sat.LinearExpr.newBuilder()
                .add(starts[j])
                .addTerm(starts[before], -1),
            works.durations()[before]);
      }
    }
    for (int r = 0; r < works.crews().length; r++) {
      CumulativeConstraint crew = model.addCumulative(works.crews()[r]);
      for (int j = 0; j < starts.length; j++) {
        if (works.needs()[j][r] > 0) {
          crew.addDemand(spans[j], works.needs()[j][r]);
        }
      }
    }
    return starts;
  }
}

package org.mujian.allocation.search;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import org.jspecify.annotations.Nullable;

/**
 * CP-SAT for small parts: one thread and a limit in its own deterministic time, so that it answers
 * the same everywhere. Its native library may be absent: then {@link #isPresent} says so.
 */
public final class NativeSolver {

  /** Loads once, when first asked. */
  private static final class Library {
    static final @Nullable Throwable FAILURE = load();

    private static @Nullable Throwable load() {
      try {
        Loader.loadNativeLibraries();
        return null;
      } catch (Throwable failure) {
        // UnsatisfiedLinkError, or whatever unpacking it meets: all mean that it is absent.
        return failure;
      }
    }
  }

  private final CpSolver solver = new CpSolver();
  private boolean halted;
  private boolean running;

  /**
   * @param units of CP-SAT's deterministic time, about a second each
   */
  public NativeSolver(double units, int seed) {
    solver.getParameters().setNumWorkers(1);
    solver.getParameters().setMaxDeterministicTime(units);
    solver.getParameters().setRandomSeed(seed);
  }

  /**
   * Lets all of CP-SAT's ways of searching take turns: much stronger on large models, slower to
   * start on small ones, and still the same answer everywhere.
   */
  public NativeSolver takingTurns() {
    solver.getParameters().setInterleaveSearch(true);
    return this;
  }

  public static boolean isPresent() {
    return Library.FAILURE == null;
  }

  /** Why it is absent; empty when it is present. */
  public static String absence() {
    return Library.FAILURE == null ? "" : String.valueOf(Library.FAILURE);
  }

  public void setUnits(double units) {
    solver.getParameters().setMaxDeterministicTime(units);
  }

  /**
   * @throws Worker.Abandoned when it was halted: what it found then depends on the moment
   */
  public CpSolverStatus solve(CpModel model) throws Worker.Abandoned {
    synchronized (this) {
      if (halted) {
        throw new Worker.Abandoned();
      }
      running = true;
    }
    CpSolverStatus status = solver.solve(model);
    synchronized (this) {
      running = false;
      if (halted) {
        throw new Worker.Abandoned();
      }
    }
    return status;
  }

  public CpSolver answer() {
    return solver;
  }

  /** From another thread. */
  public synchronized void halt() {
    halted = true;
    if (running) {
      solver.stopSearch();
    }
  }
}

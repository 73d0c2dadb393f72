package org.mujian.jobs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job that this process runs: its worker writes here, the pulse carries it to the store. */
final class Running implements JobRun {

  /** Why a run must end before its work does. */
  enum Halt {
    NONE,
    /** Somebody asked. */
    ASKED,
    /** The program is being shut down. */
    CLOSING,
    /** The store no longer says that this process runs it. */
    LOST
  }

  /** What came of the work. */
  record Result(long accepted, long rejected, Map<String, Object> report) {}

  private final Job job;
  private volatile long done;
  private volatile @Nullable Long total;
  private volatile @Nullable String phase;
  private volatile Halt halt = Halt.NONE;
  private volatile @Nullable Result result;

  Running(Job job) {
    this.job = job;
  }

  Job job() {
    return job;
  }

  long done() {
    return done;
  }

  @Nullable Long total() {
    return total;
  }

  @Nullable String phase() {
    return phase;
  }

  Halt halt() {
    return halt;
  }

  @Nullable Result result() {
    return result;
  }

  void halt(Halt reason) {
    if (halt == Halt.NONE) {
      halt = reason;
    }
  }

  @Override
  public long zone() {
    return job.zoneId();
  }

  @Override
  public long id() {
    return job.id();
  }

  @Override
  public Map<String, String> input() {
    return job.input();
  }

  @Override
  public void phase(String key) {
    phase = key;
  }

  @Override
  public void total(long steps) {
    total = steps;
  }

  @Override
  public void progress(long steps) {
    done = steps;
    if (halt != Halt.NONE) {
      throw new JobStopped();
    }
  }

  @Override
  public void result(long accepted, long rejected, Map<String, Object> report) {
    result = new Result(accepted, rejected, report);
  }
}

package org.mujian.jobs;

/** Thrown through a job's work when somebody asked it to stop: its transaction rolls back. */
public final class JobStopped extends RuntimeException {

  public JobStopped() {
    super("stopped", null, false, false);
  }
}

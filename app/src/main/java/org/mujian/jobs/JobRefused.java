package org.mujian.jobs;

/** The work cannot be done. The message is for people: what, which value, what now. */
public final class JobRefused extends RuntimeException {

  public JobRefused(String message) {
    super(message);
  }
}

package org.mujian.allocation;

/**
 * What a plan is better by. The user orders them: a later one never costs an earlier one anything.
 */
public enum Objective {
  /** Promised projects that are in: the more the better. */
  PROMISES,
  /** Projects that are in. */
  COUNT,
  /** Their strategic value, as weighted by the published weights. */
  VALUE,
  /** Value by the periods that it is there: the sooner the better. */
  EARNED,
  /**
   * Balance among clusters: the per cent of the value asked for that the cluster with the least
   * gets.
   */
  BALANCE,
  /** What the wishes for neighbours that are met are worth. */
  NEARNESS,
  /** What it costs to prepare their places: the less the better. */
  PREPARATION,
  /** Projects whose place differs from the present plan: the fewer the better. */
  CHANGES;

  boolean isMaximised() {
    return this != PREPARATION && this != CHANGES;
  }
}

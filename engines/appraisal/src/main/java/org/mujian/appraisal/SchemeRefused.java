package org.mujian.appraisal;

/** A scheme that cannot be: its points do not add up, or a code stands twice. */
public final class SchemeRefused extends IllegalArgumentException {

  private final transient Weights weights;

  SchemeRefused(String message, Weights weights) {
    super(message);
    this.weights = weights;
  }

  /** The sums by class. */
  public Weights weights() {
    return weights;
  }
}

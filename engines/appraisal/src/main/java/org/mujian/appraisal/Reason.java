package org.mujian.appraisal;

/**
 * Why a mark is what it is. {@link Mark#inputs} carries the numbers, in the order told here; shares
 * and growth are per one.
 */
public enum Reason {
  /** value, target, share. */
  COMPLETION,
  /** value, target, share, cap: the share was more than the cap. */
  CAPPED,
  /** value, target: not above it. */
  WITHIN,
  /** value, target, share. */
  ABOVE,
  /** value, base, growth, whole steps. */
  GROWN,
  /** value, base, growth, whole steps: the steps would have earned more than all. */
  GROWN_TO_FULL,
  /** value, base, growth. */
  BELOW_BASE,
  /** value, limit, share. */
  BAND,
  /** value, the worst limit. */
  NO_BAND,
  /** value, points taken off for each. */
  DEDUCTED,

  /** Not known: nothing; the value is missing. */
  NO_VALUE(true),
  /** Not known: value; the target is missing. */
  NO_TARGET(true),
  /** Not known: value, target; it is below 0, or is 0 where one divides by it. */
  TARGET_UNFIT(true),
  /** Not known: value; the base is missing. */
  NO_BASE(true),
  /** Not known: value, base; growth from nothing or from a loss says nothing. */
  BASE_UNFIT(true);

  private final boolean open;

  Reason() {
    this(false);
  }

  Reason(boolean open) {
    this.open = open;
  }

  /** Whether the points are neither earned nor lost, because something is not known. */
  public boolean isOpen() {
    return open;
  }
}

package org.mujian.units;

/**
 * A count of working days (工作日), as statutes give it.
 *
 * <p>Statutes count either calendar days (日) or working days, and the two never mix: calendar days
 * are {@link java.time.Period} or {@code long}, working days are this type. Which dates are working
 * days is a calendar's business, not this type's; nothing here adds it to a date.
 *
 * @param count zero or more
 */
public record WorkingDays(int count) implements Comparable<WorkingDays> {

  public static final WorkingDays NONE = new WorkingDays(0);

  public WorkingDays {
    if (count < 0) {
      throw new IllegalArgumentException("A count of working days is never negative: " + count);
    }
  }

  public static WorkingDays of(int count) {
    return new WorkingDays(count);
  }

  /**
   * @throws ArithmeticException beyond two thousand million days
   */
  public WorkingDays plus(WorkingDays other) {
    return new WorkingDays(Math.addExact(count, other.count));
  }

  /**
   * @throws IllegalArgumentException when {@code other} is the larger one
   */
  public WorkingDays minus(WorkingDays other) {
    return new WorkingDays(count - other.count);
  }

  @Override
  public int compareTo(WorkingDays other) {
    return Integer.compare(count, other.count);
  }

  /** As statutes write it: {@code 20个工作日}. */
  @Override
  public String toString() {
    return count + "个工作日";
  }
}

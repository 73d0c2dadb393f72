package org.mujian.clock;

import org.mujian.units.WorkingDays;

/** So many days, of one kind: calendar days (日) or working days (工作日). */
public sealed interface Span {

  /** The longest limit that a statute could mean; a larger number is a slip. */
  int LONGEST = 10_000;

  /** How many, of its kind. */
  int count();

  /** The same kind with another count. */
  Span of(int count);

  /** As statutes write it. */
  @Override
  String toString();

  /** Calendar days. */
  record Calendar(int count) implements Span {
    public Calendar {
      if (count < 0 || count > LONGEST) {
        throw new IllegalArgumentException("A span has 0 to " + LONGEST + " days, not " + count);
      }
    }

    @Override
    public Span of(int other) {
      return new Calendar(other);
    }

    @Override
    public String toString() {
      return count + "日";
    }
  }

  /** Working days. */
  record Working(WorkingDays days) implements Span {
    public Working {
      if (days.count() > LONGEST) {
        throw new IllegalArgumentException("A span has 0 to " + LONGEST + " days, not " + days);
      }
    }

    @Override
    public int count() {
      return days.count();
    }

    @Override
    public Span of(int other) {
      return working(other);
    }

    @Override
    public String toString() {
      return days.toString();
    }
  }

  static Span days(int count) {
    return new Calendar(count);
  }

  static Span working(int count) {
    return new Working(WorkingDays.of(count));
  }

  default boolean isWorking() {
    return this instanceof Working;
  }

  default boolean isZero() {
    return count() == 0;
  }

  /**
   * @throws IllegalArgumentException when the other is of the other kind
   */
  default Span plus(Span other) {
    if (isWorking() != other.isWorking()) {
      throw new IllegalArgumentException(
          this + " and " + other + " do not add: one counts days, the other working days");
    }
    return of(Math.addExact(count(), other.count()));
  }
}

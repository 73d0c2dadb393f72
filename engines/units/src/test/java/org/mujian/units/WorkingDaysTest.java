package org.mujian.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

  @Property
  void theyAddAndCompareAsCounts(
      @ForAll @IntRange(max = 100_000) int one, @ForAll @IntRange(max = 100_000) int other) {
    WorkingDays sum = WorkingDays.of(one).plus(WorkingDays.of(other));
    assertThat(sum.count()).isEqualTo(one + other);
    assertThat(sum.minus(WorkingDays.of(other))).isEqualTo(WorkingDays.of(one));
    assertThat(sum).isGreaterThanOrEqualTo(WorkingDays.of(one));
  }

  @Test
  void aCountIsNeverNegativeAndNeverWraps() {
    assertThatThrownBy(() -> WorkingDays.of(-1)).hasMessageContaining("never negative");
    assertThatThrownBy(() -> WorkingDays.of(1).minus(WorkingDays.of(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorkingDays.of(Integer.MAX_VALUE).plus(WorkingDays.of(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void itReadsAsStatutesWriteIt() {
    assertThat(WorkingDays.of(20)).hasToString("20个工作日");
  }
}

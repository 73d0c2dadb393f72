package org.mujian.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.InstanceRefused;

class AssignmentFileTest {

  private static final String ONE =
      """
       2 3
       10 20 30
       11 21 31
       1 2 3
       4 5 6
       7 8
      """;

  @Test
  void costsThenUsesThenCapacities() {
    var assignment = AssignmentFile.read(ONE).getFirst();
    assertThat(assignment.jobs()).isEqualTo(3);
    assertThat(assignment.costs()[1]).containsExactly(11, 21, 31);
    assertThat(assignment.uses()[0]).containsExactly(1, 2, 3);
    assertThat(assignment.capacities()).containsExactly(7, 8);
  }

  @Test
  void aCountMayStandAtTheHead() {
    assertThat(AssignmentFile.read("2\n" + ONE + ONE)).hasSize(2);
  }

  @Property(tries = 60)
  void aFileCutShortIsRefusedWithItsLineAndTheWayOut(
      @ForAll @IntRange(min = 2, max = 15) int words) {
    String[] all = ONE.strip().split("\\s+");
    String cut = "2 3\n" + String.join("\n", Arrays.copyOfRange(all, 2, words));
    assertThatThrownBy(() -> AssignmentFile.read(cut))
        .isInstanceOf(InstanceRefused.class)
        .hasMessageContaining("Line ")
        .hasMessageContaining("get the whole file again");
  }

  @Test
  void emptyFilesAndNegativeNumbersAreRefused() {
    assertThatThrownBy(() -> AssignmentFile.read("")).isInstanceOf(InstanceRefused.class);
    assertThatThrownBy(() -> AssignmentFile.read(ONE.replace("21", "-21")))
        .hasMessageContaining("Line 3")
        .hasMessageContaining("-21");
    assertThatThrownBy(() -> AssignmentFile.read(ONE.replace("7 8", "7 8 9")))
        .hasMessageContaining("more follows");
  }

  @Property(tries = 2000)
  void anyDamageIsReadOrRefused(
      @ForAll @IntRange(min = 0, max = 45) int at, @ForAll char c, @ForAll boolean drop) {
    int place = Math.min(at, ONE.length() - 1);
    String text = ONE.substring(0, place) + (drop ? "" : c) + ONE.substring(place + 1);
    try {
      assertThat(AssignmentFile.read(text)).isNotEmpty();
    } catch (InstanceRefused refused) {
      assertThat(refused.chinese()).isNotBlank();
    }
  }
}

package org.mujian.allocation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.InstanceRefused;

class WorksFileTest {

  private static final String ONE =
      """
      ************************************************************************
      projects                      :  1
      jobs (incl. supersource/sink ):  4
      horizon                       :  9
      RESOURCES
        - renewable                 :  2   R
        - nonrenewable              :  0   N
        - doubly constrained        :  0   D
      ************************************************************************
      PRECEDENCE RELATIONS:
      jobnr.    #modes  #successors   successors
         1        1          2           2   3
         2        1          1           4
         3        1          1           4
         4        1          0
      ************************************************************************
      REQUESTS/DURATIONS:
      jobnr. mode duration  R 1  R 2
      ------------------------------------------------------------------------
        1      1     0       0    0
        2      1     4       3    0
        3      1     5       2    1
        4      1     0       0    0
      ************************************************************************
      RESOURCEAVAILABILITIES:
        R 1  R 2
          4    1
      ************************************************************************
      """;

  @Test
  void successorsBecomeWhatATaskFollows() {
    Works works = WorksFile.read(ONE);
    assertThat(works.after()).isEqualTo(List.of(List.of(), List.of(0), List.of(0), List.of(1, 2)));
    assertThat(works.durations()).containsExactly(0, 4, 5, 0);
    assertThat(works.needs()[2]).containsExactly(2, 1);
    assertThat(works.crews()).containsExactly(4, 1);
    assertThat(LowerBound.of(works)).isEqualTo(6);
  }

  @Property(tries = 100)
  void aFileCutShortIsRefusedWithItsLineAndTheWayOut(
      @ForAll @IntRange(min = 0, max = 25) int count) {
    String[] lines = ONE.split("\n");
    assertThatThrownBy(() -> WorksFile.read(String.join("\n", Arrays.copyOf(lines, count))))
        .isInstanceOf(InstanceRefused.class)
        .hasMessageContaining("Line ")
        .hasMessageContaining("get the whole file again");
  }

  @Test
  void severalModesAndResourcesThatAreUsedUpAreRefused() {
    assertThatThrownBy(
            () ->
                WorksFile.read(
                    ONE.replace(
                        "nonrenewable              :  0", "nonrenewable              :  2")))
        .hasMessageContaining("nonrenewable resources are not supported");
    assertThatThrownBy(
            () ->
                WorksFile.read(ONE.replace("   2        1          1", "   2        3          1")))
        .hasMessageContaining("Line 13")
        .hasMessageContaining("only one mode");
    assertThatThrownBy(
            () -> WorksFile.read(ONE.replace("           2   3\n", "           2   9\n")))
        .hasMessageContaining("no job 9");
  }

  @Property(tries = 3000)
  void anyDamageIsReadOrRefused(
      @ForAll @IntRange(min = 0, max = 1200) int at, @ForAll char c, @ForAll boolean drop) {
    int place = Math.min(at, ONE.length() - 1);
    String text = ONE.substring(0, place) + (drop ? "" : c) + ONE.substring(place + 1);
    try {
      assertThat(WorksFile.read(text).tasks()).isPositive();
    } catch (InstanceRefused refused) {
      assertThat(refused.chinese()).isNotBlank();
    }
  }
}

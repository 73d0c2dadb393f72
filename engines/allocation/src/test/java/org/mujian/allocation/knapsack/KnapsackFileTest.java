package org.mujian.allocation.knapsack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mujian.allocation.InstanceRefused;

class KnapsackFileTest {

  private static final String TWO =
      """
      2
      3 2 0
      10 20 30
      1 2 3
      4 5 6
      5 12
      2 1 7.5
      1 2
      3 4
      5
      """;

  @Test
  void aFileHoldsSeveralInstances() {
    var instances = KnapsackFile.read(TWO);
    assertThat(instances).hasSize(2);
    assertThat(instances.getFirst().values()).containsExactly(10, 20, 30);
    assertThat(instances.getFirst().uses()[1]).containsExactly(4, 5, 6);
    assertThat(instances.getFirst().limits()).containsExactly(5, 12);
    assertThat(instances.getLast().limits()).containsExactly(5);
  }

  @Property(tries = 100)
  void aFileCutShortIsRefusedWithItsLineAndTheWayOut(
      @ForAll @IntRange(min = 0, max = 19) int words) {
    String cut = TWO.strip().split("(?<=\\s)", -1).length > words ? firstWords(TWO, words) : TWO;
    assertThatThrownBy(() -> KnapsackFile.read(cut))
        .isInstanceOf(InstanceRefused.class)
        .hasMessageContaining("Line ")
        .hasMessageContaining("get the whole file again")
        .extracting(e -> ((InstanceRefused) e).chinese())
        .asString()
        .contains("请重新取得完整的文件");
  }

  private static String firstWords(String text, int words) {
    String[] all = text.strip().split("\\s+");
    return String.join("\n", java.util.Arrays.copyOf(all, words));
  }

  @Test
  void wrongNumbersAreNamed() {
    assertThatThrownBy(() -> KnapsackFile.read(TWO.replace("4 5 6", "4 -5 6")))
        .hasMessageContaining("Line 5")
        .hasMessageContaining("-5");
    assertThatThrownBy(() -> KnapsackFile.read(TWO.replace("4 5 6", "4 five 6")))
        .hasMessageContaining("'five'");
    assertThatThrownBy(() -> KnapsackFile.read(TWO + "9")).hasMessageContaining("more follows");
    assertThatThrownBy(() -> KnapsackFile.read(TWO.replace("3 2 0", "99999999999999999999 2 0")))
        .isInstanceOf(InstanceRefused.class);
  }

  @Property(tries = 2000)
  void anyTextIsReadOrRefused(@ForAll String text) {
    assertReadOrRefused(text);
  }

  @Property(tries = 2000)
  void anyDamageIsReadOrRefused(
      @ForAll @IntRange(min = 0, max = 60) int at, @ForAll char c, @ForAll boolean drop) {
    int place = Math.min(at, TWO.length() - 1);
    assertReadOrRefused(TWO.substring(0, place) + (drop ? "" : c) + TWO.substring(place + 1));
  }

  private static void assertReadOrRefused(String text) {
    try {
      assertThat(KnapsackFile.read(text)).isNotEmpty();
    } catch (InstanceRefused refused) {
      assertThat(refused.chinese()).isNotBlank();
    }
  }
}

package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a leader draws, as those outside the engine ask. */
class LeaderPullTest {

  private static final LeaderPull PULL =
      LeaderPull.by(
          List.of("refining", "chemicals"),
          new double[][] {{10, 40}, {5, 60}},
          new double[] {50, 135});

  @Test
  void sectorsAddUpToLinksAndWhatLeavesTheChain() {
    LeaderPull.Answer answer =
        PULL.of(
            ShippedAtlases.list().getFirst(),
            Map.of("refining", 0, "ethylene", 1, "polyethylene", 1),
            "ethylene",
            100);
    double up = answer.sectors().stream().mapToDouble(LeaderPull.OfSector::upstream).sum();
    double down = answer.sectors().stream().mapToDouble(LeaderPull.OfSector::downstream).sum();
    assertThat(up)
        .isCloseTo(
            answer.links().stream().mapToDouble(LeaderPull.Drawn::upstream).sum()
                + answer.beyondUp(),
            within(1e-9));
    assertThat(down)
        .isCloseTo(
            answer.links().stream().mapToDouble(LeaderPull.Drawn::downstream).sum()
                + answer.beyondDown(),
            within(1e-9));
    // I - A = [[0.9, -0.2], [-0.05, 0.7]], its inverse's second column is (0.2, 0.9) / 0.62
    assertThat(answer.sectors().getFirst().upstream()).isCloseTo(100 * 0.2 / 0.62, within(1e-9));
    assertThat(answer.sectors().getLast().upstream())
        .isCloseTo(100 * (0.9 / 0.62 - 1), within(1e-9));
  }

  @Test
  void aTableThatCannotBeUsedIsRefusedInWords() {
    assertThatThrownBy(() -> LeaderPull.by(List.of("all"), new double[][] {{5}}, new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("投入产出表不能用");
  }
}

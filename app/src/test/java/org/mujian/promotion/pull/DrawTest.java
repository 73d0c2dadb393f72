package org.mujian.promotion.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mujian.chain.Atlas;
import org.mujian.chain.LeaderPull;
import org.mujian.chain.Link;
import org.mujian.chain.ShippedAtlases;

/** What a leader draws, shared out to the links of its chain. */
class DrawTest {

  private static final Atlas ATLAS = ShippedAtlases.list().getFirst();

  /** Its inputs: 0.269 of ethylene and 0.750 of aromatics, both of sector C26. */
  private static final Link STYRENE = ATLAS.find("styrene").orElseThrow();

  private static IoTable table(int... flows) {
    return new IoTable(
        1,
        "表",
        2018,
        "测试",
        Instant.EPOCH,
        "测试",
        false,
        0,
        List.of(
            sector("炼油", "C25", flows, 0),
            sector("化工", "C26", flows, 3),
            sector("其他", "F51", flows, 6)));
  }

  private static IoTable.Sector sector(String name, String code, int[] flows, int from) {
    return new IoTable.Sector(
        name,
        List.of(code),
        IntStream.range(from, from + 3).mapToObj(i -> BigDecimal.valueOf(flows[i])).toList(),
        BigDecimal.valueOf(200));
  }

  private static Map<String, Draw.Drawn> byLink(Draw draw) {
    return draw.links().stream()
        .collect(Collectors.toMap(d -> d.link().code(), Function.identity()));
  }

  @Test
  void linksWithKnownInputsShareByTonnesWhatEqualPartsWouldGiveThem() {
    IoTable table = table(10, 40, 5, 5, 60, 20, 20, 30, 100);
    Draw draw = Draw.of(table, ATLAS, STYRENE, 10_000);
    Map<String, Draw.Drawn> links = byLink(draw);
    Draw.Drawn ethylene = links.get("ethylene");
    Draw.Drawn aromatics = links.get("aromatics");
    assertThat(ethylene.tonnes()).isEqualByComparingTo("0.269");
    assertThat(aromatics.weighed()).isTrue();
    assertThat(aromatics.upstream() / ethylene.upstream()).isCloseTo(0.750 / 0.269, within(1e-9));
    Map<String, Double> equal =
        IoTable.solved(table.sectors())
            .of(ATLAS, table.sectorsOf(ATLAS), "styrene", 10_000)
            .links()
            .stream()
            .collect(Collectors.toMap(LeaderPull.Drawn::link, LeaderPull.Drawn::upstream));
    assertThat(aromatics.upstream() + ethylene.upstream())
        .isCloseTo(equal.get("aromatics") + equal.get("ethylene"), within(1e-6));
    Draw.Drawn refining = links.get("refining");
    assertThat(refining.weighed()).isFalse();
    assertThat(refining.upstream()).isCloseTo(equal.get("refining"), within(1e-6));
  }

  @Test
  void tonnesAddUpAlongTheChain() {
    Link polystyrene = ATLAS.find("polystyrene").orElseThrow();
    assertThat(Draw.tonnes(ATLAS, polystyrene).get(ATLAS.find("aromatics").orElseThrow()))
        .isEqualByComparingTo("0.750");
  }

  /**
   * Whatever the weights, nothing is lost or made: links and what leaves the chain are the whole.
   */
  @Property(tries = 100)
  void whatIsSharedOutIsWhatTheTableSays(
      @ForAll @Size(9) List<@IntRange(max = 100) Integer> flows,
      @ForAll @IntRange(max = 80) int which) {
    Link leader = ATLAS.links().get(which);
    IoTable table = table(flows.stream().mapToInt(i -> i).toArray());
    if (!table.sectorsOf(ATLAS).containsKey(leader.code())) {
      return;
    }
    Draw draw = Draw.of(table, ATLAS, leader, 1000);
    double up = draw.sectors().stream().mapToDouble(LeaderPull.OfSector::upstream).sum();
    double down = draw.sectors().stream().mapToDouble(LeaderPull.OfSector::downstream).sum();
    assertThat(draw.links().stream().mapToDouble(Draw.Drawn::upstream).sum() + draw.beyondUp())
        .isCloseTo(up, within(1e-6 * (1 + up)));
    assertThat(draw.links().stream().mapToDouble(Draw.Drawn::downstream).sum() + draw.beyondDown())
        .isCloseTo(down, within(1e-6 * (1 + down)));
  }

  @Test
  void aTableThatCannotBeSolvedIsRefusedInWords() {
    IoTable.Sector alone =
        new IoTable.Sector("甲", List.of("C26"), List.of(BigDecimal.TEN), BigDecimal.ZERO);
    assertThatThrownBy(() -> IoTable.solved(List.of(alone)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("甲");
  }

  @Test
  void aLinkBelongsToTheSectorWithTheLongestCodeItBeginsWith() {
    IoTable table =
        new IoTable(
            1,
            "表",
            null,
            "",
            Instant.EPOCH,
            "",
            false,
            0,
            List.of(
                new IoTable.Sector("化工", List.of("C26"), List.of(), BigDecimal.ONE),
                new IoTable.Sector("合成材料", List.of("C265"), List.of(), BigDecimal.ONE)));
    assertThat(table.sectorsOf(ATLAS))
        .containsEntry("ethylene", 0)
        .containsEntry("polyethylene", 1)
        .doesNotContainKey("tyres");
  }
}

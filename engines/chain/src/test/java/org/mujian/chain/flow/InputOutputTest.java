package org.mujian.chain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;
import org.mujian.chain.TableRefused;

/** Inverses by hand, by property, and of published test systems computed by other programs. */
class InputOutputTest {

  /** Two sectors: outputs 100 and 200. */
  private static final InputOutput SMALL =
      new InputOutput(
          List.of("farm", "mill"), new double[][] {{10, 40}, {20, 60}}, new double[] {50, 120});

  @Test
  void twoSectorsByHand() {
    assertThat(SMALL.output(1)).isEqualTo(200);
    assertThat(SMALL.input(0, 1)).isEqualTo(0.2);
    assertThat(SMALL.allocation(0, 1)).isEqualTo(0.4);
    double det = 0.9 * 0.7 - 0.2 * 0.2; // of identity less coefficients
    assertThat(SMALL.leontief(0))
        .containsExactly(new double[] {0.7 / det, 0.2 / det}, within(1e-12));
    assertThat(SMALL.ghosh(0)).containsExactly(new double[] {0.7 / det, 0.4 / det}, within(1e-12));
    assertThat(SMALL.outputFor(new double[] {50, 120}))
        .containsExactly(new double[] {100, 200}, within(1e-12));
  }

  @Property(tries = 200)
  void finalDemandAlwaysGivesBackTheOutput(
      @ForAll @Size(25) List<@DoubleRange(min = 0, max = 100) Double> flows,
      @ForAll @Size(5) List<@DoubleRange(min = 1, max = 100) Double> demand) {
    double[][] table = new double[5][5];
    for (int i = 0; i < 25; i++) {
      table[i / 5][i % 5] = flows.get(i);
    }
    double[] y = demand.stream().mapToDouble(Double::doubleValue).toArray();
    InputOutput it = new InputOutput(List.of("a", "b", "c", "d", "e"), table, y);
    double[] x = it.outputFor(y);
    for (int i = 0; i < 5; i++) {
      assertThat(x[i]).isCloseTo(it.output(i), within(1e-7 * (1 + it.output(i))));
    }
  }

  @Test
  void tablesThatCannotBeUsedAreRefusedInWords() {
    List<String> two = List.of("甲", "乙");
    assertThatThrownBy(() -> new InputOutput(two, new double[1][2], new double[2]))
        .hasMessageContaining("1 行");
    assertThatThrownBy(
            () -> new InputOutput(two, new double[][] {{0, 0}, {0}}, new double[] {1, 1}))
        .hasMessageContaining("“乙”一行有 1 列");
    assertThatThrownBy(
            () -> new InputOutput(two, new double[][] {{0, 0}, {0, 0}}, new double[] {-1, 1}))
        .hasMessageContaining("“甲”的总产出为 -1.0");
    assertThatThrownBy(
            () -> new InputOutput(two, new double[][] {{0, 0}, {5, 0}}, new double[] {0, 1}))
        .hasMessageContaining("“甲”没有产出却有投入");
    assertThatThrownBy(
            () -> new InputOutput(two, new double[][] {{0, 5}, {5, 0}}, new double[] {0, 0}))
        .isInstanceOf(TableRefused.class)
        .hasMessageContaining("奇异");
    assertThatThrownBy(
            () -> new InputOutput(two, new double[][] {{Double.NaN, 0}, {0, 0}}, new double[2]))
        .isInstanceOf(TableRefused.class);
  }

  @Test
  void thePymrioTestSystemGivesThePublishedInverses() throws IOException {
    Path folder = testData("io/pymrio-test/pymrio_mrio_models_test_mrio_mrio_data");
    double[][] flows = numbers(folder.resolve("trade_flows_Z.txt"), "\t", 2, 3);
    double[] demand =
        Arrays.stream(numbers(folder.resolve("finald_demand_Y.txt"), "\t", 2, 3))
            .mapToDouble(row -> Arrays.stream(row).sum())
            .toArray();
    List<String> names = IntStream.range(0, flows.length).mapToObj(i -> "s" + i).toList();
    InputOutput table = new InputOutput(names, flows, demand);
    double x = IntStream.range(0, 48).mapToDouble(table::output).sum();
    assertThat(table.output(0)).isCloseTo(239154.38647261972, within(1e-9 * 239154));
    assertThat(x).isCloseTo(3324005349.3050327, within(1e-9 * x));
    assertThat(table.leontief(0)[0]).isCloseTo(1.1101020720270822, within(1e-9));
    assertThat(table.leontief(0)[2]).isCloseTo(0.18645894100265542, within(1e-9));
    assertThat(table.leontief(47)[47]).isCloseTo(1.0023924305090843, within(1e-9));
    assertThat(sum(table, false)).isCloseTo(55.119616504790216, within(1e-9));
    assertThat(table.ghosh(0)[2]).isCloseTo(0.4970400463911362, within(1e-9));
    assertThat(sum(table, true)).isCloseTo(57.58067627371682, within(1e-9));
  }

  private static double sum(InputOutput table, boolean ghosh) {
    return IntStream.range(0, table.sectors().size())
        .mapToDouble(j -> Arrays.stream(ghosh ? table.ghosh(j) : table.leontief(j)).sum())
        .sum();
  }

  @Test
  void germanyOf1990GivesItsOutputMultipliers() throws IOException {
    double[][] rows = numbers(testData("io/germany-1990/Beutel_15_4.csv"), ",", 1, 5);
    double[][] flows = new double[6][];
    double[] demand = new double[6];
    for (int i = 0; i < 6; i++) {
      flows[i] = Arrays.copyOf(rows[i], 6);
      demand[i] = Arrays.stream(rows[i], 6, 11).sum();
    }
    InputOutput table = new InputOutput(List.of("a", "m", "c", "t", "b", "o"), flows, demand);
    double[] multipliers =
        IntStream.range(0, 6).mapToDouble(j -> Arrays.stream(table.leontief(j)).sum()).toArray();
    assertThat(multipliers)
        .containsExactly(
            new double[] {1.70483828, 1.84129881, 1.81362667, 1.60351809, 1.59505407, 1.37824724},
            within(1e-7));
  }

  private static double[][] numbers(Path file, String separator, int skip, int columns)
      throws IOException {
    return Files.readAllLines(file).stream()
        .skip(skip)
        .map(line -> line.split(separator, -1))
        .map(
            cells ->
                Arrays.stream(cells)
                    .skip(columns)
                    .mapToDouble(cell -> cell.isBlank() ? 0 : Double.parseDouble(cell))
                    .toArray())
        .toArray(double[][]::new);
  }

  @Test
  void aProducerDrawsLinksUpAndDownTheChain() {
    Atlas atlas = ShippedAtlases.list().getFirst();
    InputOutput table =
        new InputOutput(
            List.of("refining", "chemicals", "other"),
            new double[][] {{10, 40, 5}, {5, 60, 20}, {20, 30, 100}},
            new double[] {45, 115, 250});
    PullThrough pull =
        new PullThrough(
            atlas, table, Map.of("refining", 0, "ethylene", 1, "polyethylene", 1, "trade", 2));
    PullThrough.Answer answer = pull.of("ethylene", 100);
    assertThat(answer.links())
        .extracting(PullThrough.Pulled::link)
        .as("refining feeds ethylene, polyethylene is made of it; trade is in no way of it")
        .containsExactlyInAnyOrder("refining", "polyethylene");
    double[] up = table.leontief(1);
    PullThrough.Pulled refining =
        answer.links().stream().filter(p -> p.link().equals("refining")).findFirst().orElseThrow();
    assertThat(refining.upstream()).isCloseTo(100 * up[0], within(1e-9));
    assertThat(refining.downstream()).isZero();
    assertThat(answer.beyondUp() + refining.upstream())
        .as("all of the demand beside the output itself is told")
        .isCloseTo(100 * (Arrays.stream(up).sum() - 1), within(1e-9));
    assertThatThrownBy(() -> pull.of("tyres", 1)).hasMessageContaining("tyres");
    assertThatThrownBy(() -> new PullThrough(atlas, table, Map.of("none", 0)))
        .hasMessageContaining("none");
  }

  private static Path testData(String file) {
    String folder = System.getenv("MUJIAN_TEST_DATA");
    Path path = folder == null ? Path.of("absent") : Path.of(folder, file);
    if (!Files.exists(path) && "true".equals(System.getenv("MUJIAN_STRICT"))) {
      org.junit.jupiter.api.Assertions.fail("no " + file);
    }
    Assumptions.assumeTrue(
        Files.exists(path), "no " + file + " in the folder that MUJIAN_TEST_DATA names");
    return path;
  }
}

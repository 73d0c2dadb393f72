package org.mujian.chain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mujian.chain.flow.InputOutput;
import org.mujian.chain.flow.PullThrough;

/**
 * Pull-through (引一牵百) for those outside the engine: an input-output table, and what a producer
 * draws by it along a chain. Immutable.
 */
public final class LeaderPull {

  private final InputOutput table;

  private LeaderPull(InputOutput table) {
    this.table = table;
  }

  /**
   * @param upstream demand that reaches the link, in the unit of the output asked about
   * @param downstream output made possible there
   */
  public record Drawn(String link, double upstream, double downstream) {}

  /** What all of a sector must make, or can make more, beside the output itself. */
  public record OfSector(String sector, double upstream, double downstream) {}

  /**
   * @param beyondUp demand of sectors without a link on the way
   */
  public record Answer(
      List<Drawn> links, List<OfSector> sectors, double beyondUp, double beyondDown) {}

  /**
   * @param flows {@code flows[i][j]}: what sector i delivers to sector j
   * @param finalUse of each sector's output, exports with it
   * @throws IllegalArgumentException that says why the table cannot be used
   */
  public static LeaderPull by(List<String> sectors, double[][] flows, double[] finalUse) {
    try {
      return new LeaderPull(new InputOutput(sectors, flows, finalUse));
    } catch (TableRefused e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  public List<String> sectors() {
    return table.sectors();
  }

  public double output(int sector) {
    return table.output(sector);
  }

  /**
   * @param sectors of the links that take part: place in the table; {@code link} must be one
   */
  public Answer of(Atlas atlas, Map<String, Integer> sectors, String link, double output) {
    PullThrough.Answer answer = new PullThrough(atlas, table, sectors).of(link, output);
    return new Answer(
        answer.links().stream()
            .map(pulled -> new Drawn(pulled.link(), pulled.upstream(), pulled.downstream()))
            .toList(),
        bySector(java.util.Objects.requireNonNull(sectors.get(link)), output),
        answer.beyondUp(),
        answer.beyondDown());
  }

  private List<OfSector> bySector(int own, double output) {
    double[] up = table.leontief(own);
    double[] down = table.ghosh(own);
    return IntStream.range(0, up.length)
        .mapToObj(
            s ->
                new OfSector(
                    table.sectors().get(s),
                    output * (up[s] - (s == own ? 1 : 0)),
                    output * (down[s] - (s == own ? 1 : 0))))
        .toList();
  }
}

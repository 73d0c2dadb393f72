package org.mujian.chain.flow;

import java.util.List;

/**
 * An input-output table: deliveries between sectors and to final users, in one unit of money. A
 * sector that makes nothing and delivers nothing is kept and stands apart. Immutable.
 */
public final class InputOutput {

  private final List<String> sectors;
  private final double[][] flows;
  private final double[] output;
  private final Lu leontief;
  private final Lu ghosh;

  /**
   * @param flows {@code flows[i][j]}: what sector i delivers to sector j
   * @param finalDemand what each sector delivers to final users, exports with them
   * @throws TableRefused when it is not square, an output is negative, or it is singular
   */
  public InputOutput(List<String> sectors, double[][] flows, double[] finalDemand) {
    int n = sectors.size();
    this.sectors = List.copyOf(sectors);
    if (flows.length != n || finalDemand.length != n) {
      throw new TableRefused(
          "有 " + n + " 个部门，流量表却有 " + flows.length + " 行、最终需求 " + finalDemand.length + " 行");
    }
    this.flows = new double[n][];
    this.output = finalDemand.clone();
    for (int i = 0; i < n; i++) {
      if (flows[i].length != n) {
        throw new TableRefused("“" + sectors.get(i) + "”一行有 " + flows[i].length + " 列，应为 " + n);
      }
      this.flows[i] = flows[i].clone();
      for (double flow : flows[i]) {
        output[i] += flow;
      }
      if (!Double.isFinite(output[i]) || output[i] < 0) {
        throw new TableRefused("“" + sectors.get(i) + "”的总产出为 " + output[i] + "，应为不小于零的数");
      }
    }
    for (int j = 0; j < n; j++) {
      refuseUseWithoutOutput(j);
    }
    this.leontief = new Lu(lessThanIdentity(false));
    this.ghosh = new Lu(lessThanIdentity(true));
  }

  private void refuseUseWithoutOutput(int sector) {
    for (int i = 0; i < flows.length; i++) {
      if (output[sector] == 0 && flows[i][sector] != 0) {
        throw new TableRefused("“" + sectors.get(sector) + "”没有产出却有投入");
      }
    }
  }

  /** Identity less input coefficients, or transposed, less allocation coefficients. */
  private double[][] lessThanIdentity(boolean allocation) {
    int n = flows.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double share = allocation ? allocation(j, i) : input(i, j);
        matrix[i][j] = (i == j ? 1 : 0) - share;
      }
    }
    return matrix;
  }

  public List<String> sectors() {
    return sectors;
  }

  public double output(int sector) {
    return output[sector];
  }

  /** What sector j uses of sector i for one unit of its output. */
  public double input(int i, int j) {
    return output[j] == 0 ? 0 : flows[i][j] / output[j];
  }

  /** The share of sector i's output that sector j buys. */
  public double allocation(int i, int j) {
    return output[i] == 0 ? 0 : flows[i][j] / output[i];
  }

  /** What all sectors must make so that {@code finalDemand} is met: Leontief. */
  public double[] outputFor(double[] finalDemand) {
    return leontief.solve(finalDemand);
  }

  /** By sector, what must be made so that one unit of {@code sector} reaches final users. */
  public double[] leontief(int sector) {
    return leontief.solve(unit(sector));
  }

  /** By sector, what one more unit of primary input in {@code sector} lets be made: Ghosh. */
  public double[] ghosh(int sector) {
    return ghosh.solve(unit(sector));
  }

  private double[] unit(int sector) {
    double[] unit = new double[output.length];
    unit[sector] = 1;
    return unit;
  }
}

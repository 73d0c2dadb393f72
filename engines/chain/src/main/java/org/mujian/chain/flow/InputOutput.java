package org.mujian.chain.flow;

import java.util.List;
import org.mujian.chain.TableRefused;

/**
 * An input-output table: deliveries between sectors and to final users, in one unit of money. A
 * sector that makes nothing and delivers nothing is kept and stands apart. Immutable.
 */
public final class InputOutput {

  private final List<String> sectors;
  private final Sparse flows;
  private final double[] output;
  private final Lu leontief;
  private final Lu ghosh;

  /**
   * @param flows {@code flows[i][j]}: what sector i delivers to sector j
   * @param finalDemand what each sector delivers to final users, exports with them
   * @throws TableRefused when it is not square, an output is negative, or it is singular
   */
  public InputOutput(List<String> sectors, double[][] flows, double[] finalDemand) {
    this(sectors, sparse(sectors, flows), finalDemand);
  }

  InputOutput(List<String> sectors, Sparse flows, double[] finalDemand) {
    this.sectors = List.copyOf(sectors);
    if (finalDemand.length != sectors.size()) {
      throw new TableRefused("有 " + sectors.size() + " 个部门，最终需求却有 " + finalDemand.length + " 行");
    }
    this.flows = flows;
    this.output = finalDemand.clone();
    flows.entries((row, column, flow) -> output[row] += flow);
    for (int i = 0; i < output.length; i++) {
      if (!Double.isFinite(output[i]) || output[i] < 0) {
        throw new TableRefused("“" + sectors.get(i) + "”的总产出为 " + output[i] + "，应为不小于零的数");
      }
    }
    flows.entries(
        (row, column, flow) -> {
          if (output[column] == 0) {
            throw new TableRefused("“" + sectors.get(column) + "”没有产出却有投入");
          }
        });
    this.leontief = new Lu(lessThanIdentity(false), sectors::get);
    this.ghosh = new Lu(lessThanIdentity(true), sectors::get);
  }

  private static Sparse sparse(List<String> sectors, double[][] flows) {
    int n = sectors.size();
    if (flows.length != n) {
      throw new TableRefused("有 " + n + " 个部门，流量表却有 " + flows.length + " 行");
    }
    Sparse.Builder sparse = new Sparse.Builder(n);
    for (int i = 0; i < n; i++) {
      if (flows[i].length != n) {
        throw new TableRefused("“" + sectors.get(i) + "”一行有 " + flows[i].length + " 列，应为 " + n);
      }
      for (int j = 0; j < n; j++) {
        sparse.add(i, j, flows[i][j]);
      }
    }
    return sparse.build();
  }

  /** Identity less input coefficients, or transposed, less allocation coefficients. */
  private Sparse lessThanIdentity(boolean allocation) {
    Sparse.Builder matrix = new Sparse.Builder(output.length);
    for (int i = 0; i < output.length; i++) {
      matrix.add(i, i, 1);
    }
    flows.entries(
        (row, column, flow) -> {
          if (allocation) {
            matrix.add(column, row, -allocation(row, column));
          } else {
            matrix.add(row, column, -input(row, column));
          }
        });
    return matrix.build();
  }

  public List<String> sectors() {
    return sectors;
  }

  public double output(int sector) {
    return output[sector];
  }

  /** What sector j uses of sector i for one unit of its output. */
  public double input(int i, int j) {
    return output[j] == 0 ? 0 : flows.get(i, j) / output[j];
  }

  /** The share of sector i's output that sector j buys. */
  public double allocation(int i, int j) {
    return output[i] == 0 ? 0 : flows.get(i, j) / output[i];
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

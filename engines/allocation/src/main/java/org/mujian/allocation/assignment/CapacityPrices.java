package org.mujian.allocation.assignment;

import org.mujian.allocation.search.Worker;

/**
 * Prices of the capacities by subgradient steps: with them each job goes where cost and price are
 * least, and the sum is a bound. As strong as the linear relaxation.
 */
final class CapacityPrices implements Worker {

  private static final int STEPS_A_TICK = 4;
  private static final int PATIENCE = 12;
  private static final double FINE = 2e-6;

  private final Grid grid;
  private final double most;
  private double[] price;
  private final double[] direction;
  private double[] bestPrice;
  private double best = Double.NEGATIVE_INFINITY;
  private double ahead = 0.02;
  private int idle;

  CapacityPrices(Grid grid) {
    this.grid = grid;
    this.price = new double[grid.agents()];
    this.direction = new double[grid.agents()];
    this.bestPrice = price.clone();
    this.most = most(grid);
  }

  /** No placement can cost more. */
  private static double most(Grid grid) {
    double sum = 0;
    for (int j = 0; j < grid.jobs(); j++) {
      double dearest = 0;
      for (int at = j * grid.agents(); at < (j + 1) * grid.agents(); at++) {
        if (grid.cost()[at] != Grid.NEVER) {
          dearest = Math.max(dearest, grid.cost()[at]);
        }
      }
      sum += dearest;
    }
    return sum * (1 + 1e-9) + 1;
  }

  /** Whether the bound is above what any placement can cost: then there is none. */
  boolean proveThereIsNone() {
    return best > most;
  }

  double[] prices() {
    return bestPrice.clone();
  }

  @Override
  public boolean isFinished() {
    return ahead < FINE || proveThereIsNone(); // without a placement the prices would never end
  }

  @Override
  public void tick() {
    for (int k = 0; k < STEPS_A_TICK && !isFinished(); k++) {
      step();
    }
  }

  private void step() {
    double[] over = new double[grid.agents()];
    double value = evaluate(over);
    if (value > best + Math.abs(best) * ahead * 0.05 || best == Double.NEGATIVE_INFINITY) {
      idle = 0;
    } else if (++idle > PATIENCE) {
      idle = 0;
      ahead /= 2;
      price = bestPrice.clone();
      java.util.Arrays.fill(direction, 0);
      if (value <= best) {
        return;
      }
    }
    if (value > best) {
      best = value;
      bestPrice = price.clone();
    }
    move(over, best + Math.max(1, Math.abs(best)) * ahead - value);
  }

  private void move(double[] over, double distance) {
    double norm = 0;
    for (int i = 0; i < over.length; i++) {
      direction[i] = over[i] + 0.6 * direction[i];
      if (direction[i] < 0 && price[i] <= 0) {
        direction[i] = 0;
      }
      norm += direction[i] * direction[i];
    }
    if (norm == 0) {
      ahead = 0;
      return;
    }
    for (int i = 0; i < over.length; i++) {
      price[i] = Math.max(0, price[i] + distance / norm * direction[i]);
    }
  }

  private double evaluate(double[] over) {
    int agents = grid.agents();
    double value = 0;
    for (int i = 0; i < agents; i++) {
      over[i] = -grid.capacity()[i];
      value -= price[i] * grid.capacity()[i];
    }
    for (int j = 0; j < grid.jobs(); j++) {
      int least = -1;
      double leastCost = Double.POSITIVE_INFINITY;
      for (int i = 0, at = j * agents; i < agents; i++, at++) {
        double cost = grid.cost()[at] + price[i] * grid.use()[at];
        if (cost < leastCost && grid.cost()[at] != Grid.NEVER) {
          leastCost = cost;
          least = i;
        }
      }
      value += leastCost;
      over[least] += grid.use()[j * agents + least];
    }
    return value;
  }
}

package org.mujian.allocation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.search.Worker;

/**
 * Takes some projects out of a plan and puts in what fits, again and again: a good plan within
 * moments, for CP-SAT to start from and to come back to.
 */
final class Settler implements Worker {

  private static final int ROUNDS_A_TICK = 20;

  private final Layout layout;
  private final SplittableRandom dice;
  private final Draft best;
  private final Draft draft;
  private final double[] scarcity;
  private final boolean countsOnly;
  private long[] score;
  private boolean started;

  Settler(Layout layout, SplittableRandom dice) {
    this.layout = layout;
    this.dice = dice;
    this.best = new Draft(layout);
    this.draft = new Draft(layout);
    this.scarcity = scarcity(layout);
    this.score = Score.of(best);
    this.countsOnly =
        layout.scenario.objectives().stream()
                .filter(o -> o != Objective.PROMISES)
                .findFirst()
                .orElse(Objective.VALUE)
            == Objective.COUNT;
  }

  /** How much of each factor is asked for, of what there is. */
  private static double[] scarcity(Layout layout) {
    double[] scarcity = new double[layout.supply.length];
    for (int f = 0; f < scarcity.length; f++) {
      double asked = 0;
      for (long[][] needs : layout.needs) {
        asked += needs[0][f];
      }
      double supply = Math.max(1, layout.supply[f][layout.periods - 1]);
      scarcity[f] = Math.max(0.05, asked / supply - 0.9) / supply;
    }
    return scarcity;
  }

  /** The plan; null while pins or minimums are missed. */
  @Nullable Plan best() {
    return score[0] == 0 ? best.plan() : null;
  }

  /** Goes on from a plan when it is better. */
  void hear(Plan plan) {
    Draft other = new Draft(layout, plan);
    long[] value = Score.of(other);
    if (Arrays.compare(value, score) > 0) {
      best.set(other);
      score = value;
    }
  }

  @Override
  public void tick() {
    for (int round = 0; round < ROUNDS_A_TICK; round++) {
      draft.set(best);
      if (started) {
        ruin();
      }
      started = true;
      recreate();
      long[] value = Score.of(draft);
      if (Arrays.compare(value, score) >= 0) {
        best.set(draft);
        score = value;
      }
    }
  }

  private void ruin() {
    int projects = layout.projects.size();
    int most = 2 + dice.nextInt(1 + Math.min(12, projects / 8));
    for (int k = 0; k < most; k++) {
      draft.remove(dice.nextInt(projects));
    }
  }

  private void recreate() {
    int count = layout.projects.size();
    double[] price = new double[scarcity.length];
    for (int f = 0; f < price.length; f++) {
      price[f] = scarcity[f] * (0.5 + dice.nextDouble());
    }
    double noise = dice.nextDouble();
    double[] rank = new double[count];
    Integer[] order = new Integer[count];
    for (int p = 0; p < count; p++) {
      order[p] = p;
      rank[p] = rank(p, price) * (1 - noise * dice.nextDouble());
    }
    Arrays.sort(order, (a, b) -> Double.compare(rank[b], rank[a]));
    int wants = dice.nextInt(4);
    for (int pass = 0; pass < 2; pass++) {
      for (int p : order) {
        if (!draft.isIn(p) && layout.projects.get(p).hand() != Scenario.Hand.FORBIDDEN) {
          settle(p, wants);
        }
      }
    }
  }

  /** Pins first, promises next, then what is worth most for what it uses. */
  private double rank(int p, double[] price) {
    Scenario.Project project = layout.projects.get(p);
    double use = 1e-9;
    for (int f = 0; f < price.length; f++) {
      use += price[f] * layout.needs[p][0][f];
    }
    double worth = countsOnly ? 1 : project.value();
    double first = project.hand() == Scenario.Hand.PINNED ? 1e12 : project.promised() ? 1e6 : 1;
    return first * worth / use + (first > 1 ? first : 0);
  }

  private void settle(int p, int wants) {
    for (int step = 0; step < layout.needs[p].length; step++) {
      if (!draft.isEnough(p, step)) {
        continue;
      }
      int best = -1;
      int bestStart = 0;
      double bestCost = Double.POSITIVE_INFINITY;
      for (int o = 0; o < layout.place[p].length; o++) {
        int start = draft.earliest(p, o, step);
        if (start >= 0) {
          double cost = cost(p, o, start, wants);
          if (cost < bestCost) {
            best = o;
            bestStart = start;
            bestCost = cost;
          }
        }
      }
      if (best >= 0) {
        draft.put(p, best, step, bestStart);
        return;
      }
    }
  }

  /** Soonest, or with the least room left over, or cheapest. */
  private double cost(int p, int o, int start, int wants) {
    Scenario.Option option = draft.optionOf(p, o);
    int place = layout.place[p][o];
    double share =
        place < 0 ? 0 : (draft.room(place) - option.takes() + 1.0) / (layout.room[place] + 1.0);
    double dear = option.preparation() / (option.preparation() + 1e4);
    double moved = option.place().equals(layout.projects.get(p).present()) ? 0 : 0.1;
    return switch (wants) {
      case 0 -> share * 0.1 + start + 0.01 * dear + moved;
      case 1 -> share + 0.01 * start + moved;
      case 2 -> dear + 0.01 * start + moved;
      default -> start + dear + moved;
    };
  }
}

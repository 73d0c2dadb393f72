package org.mujian.allocation;

import java.util.TreeMap;

/**
 * A plan that grows and shrinks, and that keeps every rule but pins and minimums: what is put in
 * must fit, and who loses what it needs goes out with it.
 */
final class Draft {

  private static final int OUT = -1;

  final Layout layout;
  private final long[][] left;
  private final long[] room;
  private final int[] option;
  private final int[] start;
  private final int[] step;

  Draft(Layout layout) {
    this.layout = layout;
    this.left = new long[layout.supply.length][];
    for (int f = 0; f < left.length; f++) {
      left[f] = layout.supply[f].clone();
    }
    this.room = layout.room.clone();
    this.option = new int[layout.projects.size()];
    java.util.Arrays.fill(option, OUT);
    this.start = new int[option.length];
    this.step = new int[option.length];
  }

  /** Takes over a plan that holds. */
  Draft(Layout layout, Plan plan) {
    this(layout);
    plan.placed()
        .forEach(
            (id, spot) -> {
              int p = layout.number(id);
              for (int o = 0; o < layout.place[p].length; o++) {
                if (optionOf(p, o).place().equals(spot.place())) {
                  put(p, o, spot.step(), spot.start());
                }
              }
            });
  }

  /** Becomes as the other is. */
  void set(Draft other) {
    for (int f = 0; f < left.length; f++) {
      System.arraycopy(other.left[f], 0, left[f], 0, layout.periods);
    }
    System.arraycopy(other.room, 0, room, 0, room.length);
    System.arraycopy(other.option, 0, option, 0, option.length);
    System.arraycopy(other.start, 0, start, 0, start.length);
    System.arraycopy(other.step, 0, step, 0, step.length);
  }

  boolean isIn(int p) {
    return option[p] != OUT;
  }

  int start(int p) {
    return start[p];
  }

  int step(int p) {
    return step[p];
  }

  long room(int place) {
    return room[place];
  }

  long left(int factor, int period) {
    return left[factor][period];
  }

  Scenario.Option optionOf(int p, int o) {
    return layout.projects.get(p).optionsOrNone().get(o);
  }

  Scenario.Option optionOf(int p) {
    return optionOf(p, option[p]);
  }

  /** The first period in which it could start there while all others stay; -1 for never. */
  int earliest(int p, int o, int withStep) {
    int place = layout.place[p][o];
    Scenario.Option option = optionOf(p, o);
    if (isIn(p) || place >= 0 && option.takes() > room[place]) {
      return -1;
    }
    for (int other : layout.apart[p]) {
      if (isIn(other)) {
        return -1;
      }
    }
    if (isTooNear(p, option.place())) {
      return -1;
    }
    int first = Math.max(option.ready(), layout.projects.get(p).earliest());
    for (int[] serving : layout.with[p]) {
      first = Math.max(first, servedFrom(serving));
    }
    return fromWhen(layout.needs[p][withStep], first);
  }

  private int servedFrom(int[] serving) {
    int from = layout.periods;
    for (int other : serving) {
      from = isIn(other) ? Math.min(from, start[other]) : from;
    }
    return from;
  }

  private int fromWhen(long[] needs, int first) {
    int from = layout.periods;
    while (from > first && isEnough(needs, from - 1)) {
      from--;
    }
    return from == layout.periods ? -1 : from;
  }

  /** Whether the factors would do for whoever starts last. */
  boolean isEnough(int p, int withStep) {
    return isEnough(layout.needs[p][withStep], layout.periods - 1);
  }

  private boolean isEnough(long[] needs, int period) {
    for (int f = 0; f < needs.length; f++) {
      if (needs[f] > left[f][period]) {
        return false;
      }
    }
    return true;
  }

  private boolean isTooNear(int p, String place) {
    Scenario.Project project = layout.projects.get(p);
    for (int q : layout.wary[p]) {
      if (q != p
          && isIn(q)
          && layout.distances.tooNear(
              project, place, layout.projects.get(q), optionOf(q).place())) {
        return true;
      }
    }
    return false;
  }

  void put(int p, int o, int withStep, int from) {
    option[p] = o;
    step[p] = withStep;
    start[p] = from;
    use(p, -1);
  }

  private void use(int p, int sign) {
    long[] needs = layout.needs[p][step[p]];
    for (int f = 0; f < needs.length; f++) {
      if (needs[f] != 0) {
        for (int t = start[p]; t < layout.periods; t++) {
          left[f][t] += sign * needs[f];
        }
      }
    }
    int place = layout.place[p][option[p]];
    if (place >= 0) {
      room[place] += sign * optionOf(p).takes();
    }
  }

  /** And whoever is no longer served without it. */
  void remove(int p) {
    if (!isIn(p)) {
      return;
    }
    use(p, 1);
    option[p] = OUT;
    for (int other : layout.served[p]) {
      if (isIn(other)) {
        for (int[] serving : layout.with[other]) {
          if (servedFrom(serving) > start[other]) {
            remove(other);
            break;
          }
        }
      }
    }
  }

  Plan plan() {
    TreeMap<String, Plan.Spot> placed = new TreeMap<>();
    for (int p = 0; p < option.length; p++) {
      if (isIn(p)) {
        placed.put(
            layout.projects.get(p).id(), new Plan.Spot(optionOf(p).place(), start[p], step[p]));
      }
    }
    return new Plan(placed);
  }
}

package org.mujian.allocation.knapsack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mujian.allocation.search.Worker;

/** A genetic search in the core: children are repaired by the prices and improved by exchanges. */
final class Breeder implements Worker {

  private static final int PEOPLE = 80;
  private static final int CHILDREN_A_TICK = 40;
  private static final int PATIENCE = 30_000;

  private record One(boolean[] choice, long value, int hash) {}

  private final SplittableRandom dice;
  private Core core;
  private Load load;
  private int[] order = {};
  private final List<One> people = new ArrayList<>();
  private final Set<Integer> hashes = new HashSet<>();
  private boolean[] child = {};
  private boolean[] best = {};
  private long bestValue = -1;
  private int idle;

  Breeder(Core core, SplittableRandom dice) {
    this.dice = dice;
    this.core = core;
    this.load = new Load(core);
    enter(core);
  }

  private void enter(Core core) {
    this.core = core;
    load = new Load(core);
    order = IntStream.range(0, core.size()).toArray();
    child = new boolean[core.size()];
    best = new boolean[core.size()];
    bestValue = -1;
    restart();
  }

  /** The core shrinks when a better choice is known; the people move with it. */
  void move(Core core) {
    List<Set<Integer>> choices = people.stream().map(one -> items(one.choice)).toList();
    enter(core);
    for (Set<Integer> choice : choices) {
      for (int j = 0; j < child.length; j++) {
        child[j] = choice.contains(core.items()[j]);
      }
      finish();
    }
  }

  /** Takes in a choice that another found. */
  void meet(Chosen choice) {
    for (int j = 0; j < child.length; j++) {
      child[j] = choice.items().contains(core.items()[j]);
    }
    finish();
  }

  private Set<Integer> items(boolean[] choice) {
    Set<Integer> items = new HashSet<>();
    for (int j = 0; j < choice.length; j++) {
      if (choice[j]) {
        items.add(core.items()[j]);
      }
    }
    return items;
  }

  private void restart() {
    people.clear();
    hashes.clear();
    idle = 0;
  }

  @Override
  public void tick() {
    for (int k = 0; k < CHILDREN_A_TICK; k++) {
      if (people.size() < PEOPLE) {
        found();
      } else {
        breed();
      }
    }
    if (idle > PATIENCE) {
      restart();
    }
  }

  @Override
  public boolean isFinished() {
    return core.size() == 0;
  }

  private void found() {
    double flip = 0.02 + 0.2 * dice.nextDouble();
    for (int j = 0; j < child.length; j++) {
      child[j] = core.reduced()[j] > 0 != dice.nextDouble() < flip;
    }
    if (!finish()) {
      idle++;
    }
  }

  private void breed() {
    One mother = tournament();
    One father = tournament();
    boolean even = dice.nextInt(4) > 0;
    for (int j = 0; j < child.length; j++) {
      child[j] =
          (even ? dice.nextBoolean() : dice.nextInt(8) > 0) ? mother.choice[j] : father.choice[j];
    }
    int flips = 1 + dice.nextInt(3);
    for (int k = 0; k < flips; k++) {
      int j = dice.nextInt(child.length);
      child[j] = !child[j];
    }
    if (!finish()) {
      idle++;
    }
  }

  /** Repairs, improves and takes the child in, unless it is known or worse than all. */
  private boolean finish() {
    load.set(child);
    shuffleALittle();
    if (!load.repair(order)) {
      return false;
    }
    load.exchange(order);
    int hash = load.hash();
    if (!hashes.add(hash)) {
      return false;
    }
    One born = new One(load.in.clone(), load.value(), hash);
    if (people.size() >= PEOPLE) {
      int worst = worst();
      if (people.get(worst).value >= born.value) {
        hashes.remove(hash);
        return false;
      }
      hashes.remove(people.get(worst).hash);
      people.set(worst, born);
    } else {
      people.add(born);
    }
    if (born.value > bestValue) {
      bestValue = born.value;
      best = born.choice;
      idle = 0;
    }
    return true;
  }

  /** Neighbours in the order of worth change places: the repair is not always the same. */
  private void shuffleALittle() {
    for (int k = 0; k < order.length; k++) {
      order[k] = k;
    }
    int swaps = dice.nextInt(order.length / 4 + 1);
    for (int k = 0; k < swaps; k++) {
      int a = dice.nextInt(order.length);
      int b = Math.min(order.length - 1, a + 1 + dice.nextInt(6));
      int kept = order[a];
      order[a] = order[b];
      order[b] = kept;
    }
  }

  private One tournament() {
    One a = people.get(dice.nextInt(people.size()));
    One b = people.get(dice.nextInt(people.size()));
    return a.value >= b.value ? a : b;
  }

  private int worst() {
    int worst = 0;
    for (int k = 1; k < people.size(); k++) {
      if (people.get(k).value < people.get(worst).value) {
        worst = k;
      }
    }
    return worst;
  }

  /** The best choice since the core last moved, as items of the whole; its value with them. */
  Chosen best() {
    return bestValue < 0 ? new Chosen(-1, List.of()) : core.whole(best, bestValue);
  }
}

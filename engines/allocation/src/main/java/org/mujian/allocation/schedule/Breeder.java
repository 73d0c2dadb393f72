package org.mujian.allocation.schedule;

import java.util.SplittableRandom;
import org.mujian.allocation.search.Worker;

/**
 * A genetic search over lists of tasks. Each child is pushed to the right and back to the left as
 * far as it goes, which often shortens it, and is kept as the list of its starts.
 */
final class Breeder implements Worker {

  private static final int CHILDREN_A_TICK = 16;

  /** Children for each of the people, without a shorter schedule, before all start anew. */
  private static final int PATIENCE = 150;

  private final Network network;
  private final Generator forward;
  private final Generator backward;
  private final SplittableRandom dice;
  private final int people;
  private final int patience;
  private final int[][] lists;
  private final int[] lengths;
  private int count;
  private int idle;

  /** Since the people were founded. */
  private int shortest = Integer.MAX_VALUE;

  private final java.util.Set<Integer> prints = new java.util.HashSet<>();
  private final int[] printOf;

  private final int[] child;
  private final int[] times;
  private final boolean[] used;
  private int[] best = {};
  private int bestLength = Integer.MAX_VALUE;

  Breeder(Works works, int people, SplittableRandom dice) {
    this.network = Network.of(works);
    this.forward = new Generator(network);
    this.backward = new Generator(Network.mirrored(works));
    this.dice = dice;
    this.people = people;
    this.patience = PATIENCE * people;
    this.lists = new int[people][network.tasks()];
    this.lengths = new int[people];
    this.printOf = new int[people];
    this.child = new int[network.tasks()];
    this.times = new int[network.tasks()];
    this.used = new boolean[network.tasks()];
  }

  int bestLength() {
    return bestLength;
  }

  /** Starts by task. */
  int[] best() {
    return best;
  }

  @Override
  public void tick() {
    for (int k = 0; k < CHILDREN_A_TICK; k++) {
      if (count < people) {
        random();
        keep(count, finish());
        count++;
      } else {
        breed();
      }
    }
    if (idle > patience) {
      count = 0;
      idle = 0;
      shortest = Integer.MAX_VALUE;
    }
  }

  private void breed() {
    int mother = tournament(-1);
    int father = tournament(mother);
    cross(lists[mother], lists[father]);
    mutate();
    int length = finish();
    int print = java.util.Arrays.hashCode(forward.starts);
    idle++;
    int loser = lengths[mother] >= lengths[father] ? mother : father;
    if (length <= lengths[loser] && !prints.contains(print)) {
      keep(loser, length);
    }
  }

  private int worst() {
    int worst = 0;
    for (int k = 1; k < people; k++) {
      if (lengths[k] > lengths[worst]) {
        worst = k;
      }
    }
    return worst;
  }

  private int tournament(int but) {
    int a = dice.nextInt(people);
    int b = dice.nextInt(people);
    int winner = lengths[a] <= lengths[b] ? a : b;
    return winner == but ? (winner + 1) % people : winner;
  }

  private void keep(int place, int length) {
    forward.sort(forward.starts, lists[place]);
    lengths[place] = length;
    prints.remove(printOf[place]);
    printOf[place] = java.util.Arrays.hashCode(forward.starts);
    prints.add(printOf[place]);
  }

  /** A stretch of the father's order between the mother's. */
  private void cross(int[] mother, int[] father) {
    int tasks = child.length;
    int length = tasks / 4 + dice.nextInt(tasks / 2 + 1);
    int from = dice.nextInt(Math.max(1, tasks - length + 1));
    java.util.Arrays.fill(used, false);
    int at = 0;
    for (int k = 0; k < from; k++) {
      at = append(mother[k], at);
    }
    for (int k = 0; k < tasks && at < from + length; k++) {
      at = append(father[k], at);
    }
    for (int k = 0; k < tasks; k++) {
      at = append(mother[k], at);
    }
  }

  private int append(int task, int at) {
    if (used[task]) {
      return at;
    }
    used[task] = true;
    child[at] = task;
    return at + 1;
  }

  private void mutate() {
    int swaps = dice.nextInt(4);
    for (int s = 0; s < swaps; s++) {
      int k = dice.nextInt(Math.max(1, child.length - 1));
      if (k + 1 < child.length && !mustFollow(child[k + 1], child[k])) {
        int kept = child[k];
        child[k] = child[k + 1];
        child[k + 1] = kept;
      }
    }
  }

  private boolean mustFollow(int task, int before) {
    for (int b : network.before()[task]) {
      if (b == before) {
        return true;
      }
    }
    return false;
  }

  /** Any order that keeps what follows after what it follows, by weights with some chance. */
  private void random() {
    int[] open = new int[child.length];
    int[] ready = new int[child.length];
    int[][] next = backwardBefore();
    int size = 0;
    for (int j = 0; j < open.length; j++) {
      open[j] = network.before()[j].length;
      if (open[j] == 0) {
        ready[size++] = j;
      }
    }
    for (int at = 0; at < child.length; at++) {
      int pick = dice.nextInt(size);
      for (int tries = 0; tries < 2; tries++) {
        int other = dice.nextInt(size);
        if (tail[ready[other]] > tail[ready[pick]]) {
          pick = other;
        }
      }
      int j = ready[pick];
      ready[pick] = ready[--size];
      child[at] = j;
      for (int k : next[j]) {
        if (--open[k] == 0) {
          ready[size++] = k;
        }
      }
    }
  }

  private int[] tail = {};

  private int[][] backwardBefore() {
    int[][] next = backward.network().before();
    if (tail.length == 0) {
      tail = new int[child.length];
      for (int j : backward.network().order()) {
        for (int k : next[j]) {
          tail[j] = Math.max(tail[j], tail[k]);
        }
        tail[j] += network.durations()[j];
      }
    }
    return next;
  }

  /** Left, right and left again: {@link #forward} holds the schedule. */
  private int finish() {
    int length = forward.run(child);
    note(length);
    while (true) {
      ends(forward);
      backward.sort(times, child);
      backward.run(child);
      ends(backward);
      forward.sort(times, child);
      int again = forward.run(child);
      note(again);
      if (again >= length) {
        return again;
      }
      length = again;
    }
  }

  /** The latest end first, as times from the other side. */
  private void ends(Generator generator) {
    int end = 0;
    for (int j = 0; j < times.length; j++) {
      times[j] = generator.starts[j] + network.durations()[j];
      end = Math.max(end, times[j]);
    }
    for (int j = 0; j < times.length; j++) {
      times[j] = end - times[j];
    }
  }

  private void note(int length) {
    if (length < bestLength) {
      bestLength = length;
      best = forward.starts.clone();
    }
    if (length < shortest) {
      shortest = length;
      idle = 0;
    }
  }

  /** Takes in a better schedule that another found. */
  void hear(int[] starts, int length) {
    if (length < bestLength && count == people) {
      int place = worst();
      for (int j = 0; j < starts.length; j++) {
        forward.starts[j] = starts[j];
      }
      keep(place, length);
    }
  }
}

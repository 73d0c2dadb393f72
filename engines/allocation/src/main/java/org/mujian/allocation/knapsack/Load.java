package org.mujian.allocation.knapsack;

import java.util.Arrays;

/** A choice within a core, with what it uses: moves cost a few additions. Not thread-safe. */
final class Load {

  private final Core core;
  final boolean[] in;
  private final long[] left;
  private long value;

  Load(Core core) {
    this.core = core;
    this.in = new boolean[core.size()];
    this.left = core.room().clone();
  }

  void set(boolean[] choice) {
    for (int i = 0; i < left.length; i++) {
      left[i] = core.room()[i];
    }
    value = 0;
    for (int j = 0; j < in.length; j++) {
      in[j] = choice[j];
      if (in[j]) {
        take(j);
      }
    }
  }

  long value() {
    return value;
  }

  private void take(int j) {
    long[] use = core.uses()[j];
    for (int i = 0; i < left.length; i++) {
      left[i] -= use[i];
    }
    value += core.values()[j];
  }

  private void drop(int j) {
    long[] use = core.uses()[j];
    for (int i = 0; i < left.length; i++) {
      left[i] += use[i];
    }
    value -= core.values()[j];
  }

  boolean isOver() {
    for (long room : left) {
      if (room < 0) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int j) {
    long[] use = core.uses()[j];
    for (int i = 0; i < left.length; i++) {
      if (use[i] > left[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean fitsFor(int j, int out) {
    long[] use = core.uses()[j];
    long[] freed = core.uses()[out];
    for (int i = 0; i < left.length; i++) {
      if (use[i] - freed[i] > left[i]) {
        return false;
      }
    }
    return true;
  }

  /** Drops the least worthy until all limits hold; then takes what fits, the worthiest first. */
  boolean repair(int[] order) {
    for (int k = order.length - 1; k >= 0 && isOver(); k--) {
      if (in[order[k]]) {
        in[order[k]] = false;
        drop(order[k]);
      }
    }
    if (isOver()) {
      return false;
    }
    fill(order);
    return true;
  }

  private void fill(int[] order) {
    for (int j : order) {
      if (!in[j] && fits(j)) {
        in[j] = true;
        take(j);
      }
    }
  }

  /** Exchanges one for one, and one for two, while that gains. */
  void exchange(int[] order) {
    boolean gained = true;
    while (gained) {
      gained = false;
      for (int j = 0; j < in.length; j++) {
        if (!in[j] && exchangeFor(j)) {
          gained = true;
        }
      }
    }
    fill(order);
  }

  private boolean exchangeFor(int j) {
    long worth = core.values()[j];
    for (int k = in.length - 1; k >= 0; k--) {
      if (in[k] && core.values()[k] < worth && fitsFor(j, k)) {
        in[k] = false;
        drop(k);
        in[j] = true;
        take(j);
        return true;
      }
    }
    return false;
  }

  int hash() {
    return Arrays.hashCode(in);
  }
}

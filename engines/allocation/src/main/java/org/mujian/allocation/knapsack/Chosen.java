package org.mujian.allocation.knapsack;

import java.util.ArrayList;
import java.util.List;
import org.mujian.allocation.Fault;

/**
 * A choice of items.
 *
 * @param value as the search says it
 * @param items from 0, ascending
 */
public record Chosen(long value, List<Integer> items) {

  public Chosen {
    items = List.copyOf(items);
  }

  /** Verifies from the instance alone, without anything of the search. */
  public List<Fault> check(Knapsack knapsack) {
    List<Fault> faults = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      int item = items.get(k);
      if (item < 0 || item >= knapsack.items()) {
        faults.add(new Fault("unknown-item", "there is no item " + (item + 1)));
      } else if (items.indexOf(item) < k) {
        faults.add(new Fault("item-twice", "item " + (item + 1) + " is taken twice"));
      }
    }
    if (!faults.isEmpty()) {
      return faults;
    }
    for (int i = 0; i < knapsack.limits().length; i++) {
      long used = 0;
      for (int item : items) {
        used += knapsack.uses()[i][item];
      }
      if (used > knapsack.limits()[i]) {
        faults.add(
            new Fault(
                "over-limit",
                "limit " + (i + 1) + ": " + used + " used of " + knapsack.limits()[i]));
      }
    }
    long sum = items.stream().mapToLong(item -> knapsack.values()[item]).sum();
    if (sum != value) {
      faults.add(new Fault("wrong-value", "the items are worth " + sum + ", not " + value));
    }
    return faults;
  }
}

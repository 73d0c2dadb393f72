package org.mujian.projects.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.ZoneState.Lot;

/** The parcels that hang together, in an order in which neighbours follow one another. */
final class Walk {

  private Walk() {}

  /**
   * @param like whether two neighbours may be one place
   * @param open the parcel with that id, null when it is not to be had
   */
  static List<Lot> from(Lot first, BiPredicate<Lot, Lot> like, LongFunction<@Nullable Lot> open) {
    List<Lot> all = deep(first, like, open);
    // Begun at an end, a row comes out as it lies.
    Set<Long> ids = new HashSet<>(all.stream().map(Lot::id).toList());
    Lot end =
        all.stream()
            .min(
                Comparator.comparing(
                        (Lot lot) -> lot.touches().stream().filter(ids::contains).count())
                    .thenComparing(Lot::number))
            .orElseThrow();
    return deep(end, like, open);
  }

  private static List<Lot> deep(
      Lot first, BiPredicate<Lot, Lot> like, LongFunction<@Nullable Lot> open) {
    List<Lot> order = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    Deque<Lot> stack = new ArrayDeque<>(List.of(first));
    while (!stack.isEmpty()) {
      Lot here = stack.removeLast();
      if (!seen.add(here.id())) {
        continue;
      }
      order.add(here);
      here.touches().stream()
          .map(open::apply)
          .filter(Objects::nonNull)
          .filter(lot -> !seen.contains(lot.id()) && like.test(first, lot))
          .sorted(Comparator.comparing(Lot::number).reversed())
          .forEach(stack::addLast);
    }
    return order;
  }
}

package org.mujian.land;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Light;

/**
 * From which day a parcel can be supplied (可供地): the latest of the clear title (净地) and the nine
 * connections. Computed from evidence and forecasts, never typed.
 *
 * @param on null when something has no date that can be believed
 * @param now whether all is there today
 * @param reason of the light, in one line
 */
public record Supplyable(@Nullable LocalDate on, boolean now, Light.State state, Reason reason) {

  /** One of the things that must be there. */
  private record Item(
      Worded what,
      @Nullable LocalDate planned,
      @Nullable LocalDate forecast,
      @Nullable LocalDate actual,
      @Nullable String by) {

    @Nullable LocalDate date() {
      return actual != null ? actual : forecast != null ? forecast : planned;
    }

    boolean missed(LocalDate today) {
      LocalDate date = date();
      return actual == null && date != null && date.isBefore(today);
    }
  }

  static Supplyable of(
      @Nullable Step clear, Map<ConnectionKind, Connection> connections, LocalDate today) {
    List<Item> items = items(clear, connections);
    for (Item item : items) {
      LocalDate date = item.date();
      if (date == null) {
        return new Supplyable(null, false, Light.State.WARN, Reason.of("no-date", item.what()));
      }
      if (item.missed(today)) {
        return new Supplyable(null, false, Light.State.BAD, Reason.of("missed", item.what(), date));
      }
    }
    Item last =
        items.stream()
            .max(Comparator.comparing(item -> java.util.Objects.requireNonNull(item.date())))
            .orElseThrow();
    LocalDate on = java.util.Objects.requireNonNull(last.date());
    boolean now = items.stream().allMatch(item -> item.actual() != null) && !on.isAfter(today);
    return now
        ? new Supplyable(on, true, Light.State.OK, Reason.of("ready", on))
        : waiting(waitedFor(items, last), on);
  }

  /** The item that decides; of several on the same day one that is not there yet. */
  private static Item waitedFor(List<Item> items, Item last) {
    return items.stream()
        .filter(item -> item.actual() == null && java.util.Objects.equals(item.date(), last.date()))
        .findFirst()
        .orElse(last);
  }

  private static Supplyable waiting(Item item, LocalDate on) {
    LocalDate planned = item.planned();
    String by = item.by() == null ? "" : "（" + item.by() + "）";
    if (planned != null && on.isAfter(planned)) {
      long days = ChronoUnit.DAYS.between(planned, on);
      return new Supplyable(
          on, false, Light.State.BAD, Reason.of("late", item.what(), by, on, days, planned));
    }
    return new Supplyable(on, false, Light.State.WARN, Reason.of("waiting", item.what(), by, on));
  }

  private static List<Item> items(
      @Nullable Step clear, Map<ConnectionKind, Connection> connections) {
    List<Item> items = new ArrayList<>();
    items.add(
        clear == null
            ? new Item(LegalStep.CLEAR, null, null, null, null)
            : new Item(LegalStep.CLEAR, clear.planned(), clear.forecast(), clear.done(), null));
    for (ConnectionKind kind : ConnectionKind.values()) {
      Connection c = connections.get(kind);
      items.add(
          c == null
              ? new Item(kind, null, null, null, null)
              : new Item(kind, c.planned(), c.forecast(), c.actual(), c.workName()));
    }
    return items;
  }
}

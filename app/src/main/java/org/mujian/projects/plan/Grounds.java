package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.Question.Note;
import org.mujian.projects.plan.Question.Piece;
import org.mujian.projects.plan.Question.Place;
import org.mujian.projects.plan.ZoneState.Candidate;
import org.mujian.projects.plan.ZoneState.Lot;

/**
 * Parcels as places: those that lie side by side, are laid out for the same and become ready in the
 * same quarter are one place, of which a project takes as many whole parcels as it needs. What a
 * project holds is a place of its own; so is what people pinned it to.
 */
final class Grounds {

  static final String NEW_QUOTA = "quota-new";

  /** No quarter that can be foreseen. */
  private static final int NEVER = Integer.MAX_VALUE;

  static final BigDecimal M2_OF_MU = new BigDecimal("666.666667");

  /** A place with what its parcels have in common. */
  record Ground(Place place, ZoneState.Use use, boolean chemical) {
    long room() {
      return place.lots().stream().mapToLong(Piece::areaM2).sum();
    }

    long largest() {
      return place.lots().stream().mapToLong(Piece::areaM2).max().orElse(0);
    }
  }

  private final ZoneState state;
  private final PlanAsk ask;
  private final List<Note> notes;
  private final Map<Long, Lot> lots = new TreeMap<>();
  private final List<Ground> grounds = new ArrayList<>();
  private final Set<Long> open = new HashSet<>();
  private final Map<Long, Place> pins = new LinkedHashMap<>();

  /**
   * @param notes is added to
   */
  Grounds(ZoneState state, PlanAsk ask, List<Note> notes) {
    this.state = state;
    this.ask = ask;
    this.notes = notes;
    state.lots().forEach(lot -> lots.put(lot.id(), lot));
    Set<String> out = out();
    state.candidates().forEach(candidate -> own(candidate, out));
    state.lots().stream()
        .filter(lot -> lot.free() && !out.contains(lot.number()) && isUsable(lot))
        .forEach(lot -> open.add(lot.id()));
    spareQuota();
    ask.hands().forEach(this::pin);
    while (!open.isEmpty()) {
      Lot first = open.stream().map(this::lot).min(Comparator.comparing(Lot::number)).orElseThrow();
      List<Lot> side = Walk.from(first, this::isLike, id -> open.contains(id) ? lot(id) : null);
      side.forEach(lot -> open.remove(lot.id()));
      add(side, null, false);
    }
  }

  List<Ground> all() {
    return grounds;
  }

  /** The place that people pinned the project to by naming a parcel. */
  @Nullable Place pin(long project) {
    return pins.get(project);
  }

  private Lot lot(long id) {
    return java.util.Objects.requireNonNull(lots.get(id));
  }

  private Set<String> out() {
    Set<String> out =
        ask.whatIfs().stream()
            .filter(w -> w.kind() == WhatIf.Kind.PARCEL_OUT)
            .map(WhatIf::target)
            .collect(Collectors.toSet());
    for (String number : out) {
      requireLot(number);
    }
    return out;
  }

  private Lot requireLot(String number) {
    return state.lots().stream()
        .filter(lot -> lot.number().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new PlanRefused(
                    "本园区没有地块「" + number + "」，请核对编号",
                    "there is no parcel " + number + " in this zone"));
  }

  /**
   * Ready on a day that can be foreseen, on land laid out for industry or storage. One that is
   * ready after the plan takes in nobody, but says how long a refused project would have to wait.
   */
  private boolean isUsable(Lot lot) {
    return ready(lot) < NEVER
        && lot.use() != ZoneState.Use.OTHER
        && (!lot.chemical() || state.chemicalAllowed());
  }

  /** The quarter in which it can be supplied, whether in the plan or after it. */
  private int ready(Lot lot) {
    if (lot.on() == null) {
      return NEVER;
    }
    for (int t = 0; t < state.quarters().size(); t++) {
      if (!lot.on().isAfter(state.quarters().get(t).last())) {
        return t;
      }
    }
    return NEVER;
  }

  private boolean isLike(Lot a, Lot b) {
    return a.use() == b.use() && a.chemical() == b.chemical() && ready(a) == ready(b);
  }

  private void own(Candidate candidate, Set<String> out) {
    List<Lot> held = candidate.lots().stream().map(this::lot).toList();
    if (held.isEmpty()) {
      return;
    }
    List<Lot> kept = held.stream().filter(lot -> !out.contains(lot.number())).toList();
    int last = kept.stream().mapToInt(this::ready).max().orElse(NEVER);
    if (candidate.started() || last < NEVER) {
      add(kept, candidate.id(), candidate.started());
    }
    if (!candidate.started() && last >= ask.quarters()) {
      notes.add(Note.of("own-not-ready", candidate.name(), numbers(held)));
    }
  }

  /** Parcels whose conversion is still to come draw on the new quota, the soonest ready first. */
  private void spareQuota() {
    List<BigDecimal> quota =
        state.supplies().stream()
            .filter(supply -> supply.factor().equals(NEW_QUOTA))
            .map(supply -> Supplies.of(supply, ask))
            .findFirst()
            .orElse(null);
    if (quota == null) {
      return;
    }
    BigDecimal drawn = BigDecimal.ZERO;
    List<Lot> drawing =
        open.stream()
            .map(this::lot)
            .filter(lot -> !lot.converted())
            .sorted(Comparator.comparing(this::ready).thenComparing(Lot::number))
            .toList();
    List<Lot> without = new ArrayList<>();
    for (Lot lot : drawing) {
      BigDecimal more = drawn.add(mu(lot));
      if (more.compareTo(quota.get(Math.max(ready(lot), ask.quarters() - 1))) <= 0) {
        drawn = more;
      } else {
        open.remove(lot.id());
        if (ready(lot) < ask.quarters()) {
          without.add(lot);
        }
      }
    }
    if (!without.isEmpty()) {
      notes.add(Note.of("quota-spent", without.size(), numbers(without)));
    }
  }

  private void pin(HandOn hand) {
    String number = hand.parcel();
    if (number == null || number.isBlank()) {
      return;
    }
    Lot lot = requireLot(number);
    Candidate candidate =
        state.candidates().stream().filter(c -> c.id() == hand.project()).findFirst().orElseThrow();
    if (candidate.lots().contains(lot.id())) {
      grounds.stream()
          .map(Ground::place)
          .filter(p -> java.util.Objects.equals(p.owner(), candidate.id()))
          .findFirst()
          .ifPresent(place -> pins.put(candidate.id(), place));
      return;
    }
    if (candidate.started()) {
      throw new PlanRefused(
          "「" + candidate.name() + "」已开工，不能改锁在地块 " + number + "；请不要为它指定地块",
          candidate.name() + " has started and cannot be pinned to " + number);
    }
    if (!open.contains(lot.id()) || ready(lot) >= ask.quarters()) {
      throw new PlanRefused(
          "「" + candidate.name() + "」不能锁定在地块 " + number + "：它已有主、方案期内不可供，或已锁给别的项目",
          candidate.name()
              + " cannot be pinned to "
              + number
              + ": it is taken, not ready within the plan, or pinned for another");
    }
    pins.put(candidate.id(), carve(candidate, lot));
  }

  /** As many parcels around it as the project needs. */
  private Place carve(Candidate candidate, Lot lot) {
    BigDecimal need = candidate.landM2() == null ? BigDecimal.ONE : candidate.landM2();
    List<Lot> taken = new ArrayList<>();
    BigDecimal area = BigDecimal.ZERO;
    Deque<Lot> next = new ArrayDeque<>(List.of(lot));
    Set<Long> seen = new HashSet<>(Set.of(lot.id()));
    while (!next.isEmpty() && area.compareTo(need) < 0) {
      Lot here = next.removeFirst();
      taken.add(here);
      area = area.add(here.areaM2());
      here.touches().stream()
          .filter(id -> open.contains(id) && isLike(lot, lot(id)) && seen.add(id))
          .map(this::lot)
          .sorted(Comparator.comparing(Lot::number))
          .forEach(next::addLast);
    }
    if (area.compareTo(need) < 0) {
      throw new PlanRefused(
          "地块 %s 连片可用 %s 亩，「%s」要 %s 亩；请换一块或不指定地块"
              .formatted(lot.number(), inMu(area), candidate.name(), inMu(need)),
          "%s and what lies beside it have %s mu, %s needs %s"
              .formatted(lot.number(), inMu(area), candidate.name(), inMu(need)));
    }
    taken.forEach(one -> open.remove(one.id()));
    return add(taken, candidate.id(), false);
  }

  /**
   * @param started who has started is there already, whatever its parcels still lack
   */
  private Place add(List<Lot> side, @Nullable Long owner, boolean started) {
    List<Piece> pieces =
        side.stream()
            .map(
                lot ->
                    new Piece(
                        lot.id(),
                        lot.number(),
                        lot.areaM2().setScale(0, RoundingMode.FLOOR).longValueExact(),
                        lot.converted() || lot.heldBy() != null ? BigDecimal.ZERO : mu(lot),
                        lot.preparation()))
            .toList();
    int ready = side.stream().mapToInt(this::ready).max().orElse(0);
    Place place = new Place(numbers(side), pieces, started ? 0 : ready, owner);
    grounds.add(new Ground(place, side.getFirst().use(), side.stream().anyMatch(Lot::chemical)));
    return place;
  }

  private static BigDecimal mu(Lot lot) {
    return lot.areaM2().divide(M2_OF_MU, Question.DECIMALS, RoundingMode.CEILING);
  }

  static String inMu(BigDecimal m2) {
    return m2.divide(M2_OF_MU, 1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String numbers(List<Lot> lots) {
    return lots.stream().map(Lot::number).collect(Collectors.joining("、"));
  }
}

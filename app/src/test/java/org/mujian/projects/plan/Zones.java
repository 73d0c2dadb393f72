package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.plan.ZoneState.Candidate;
import org.mujian.projects.plan.ZoneState.Lot;
import org.mujian.projects.plan.ZoneState.Supply;
import org.mujian.projects.plan.ZoneState.Use;

/** A small zone: a row of parcels … of 10,000 m² each, side by side, and one factor. */
final class Zones {

  static final LocalDate TODAY = LocalDate.of(2026, 2, 10);

  private final List<Lot> lots = new ArrayList<>();
  private final List<Supply> supplies = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private Weights weights = Weights.usual();
  boolean chemicalAllowed;
  final List<ZoneState.Gap> gaps = new ArrayList<>();

  static Zones row(int parcels) {
    Zones zone = new Zones();
    for (int i = 1; i <= parcels; i++) {
      Set<Long> touches = new TreeSet<>();
      if (i > 1) {
        touches.add(i - 1L);
      }
      if (i < parcels) {
        touches.add(i + 1L);
      }
      zone.lots.add(lot(i, 10_000, Use.INDUSTRY, false, TODAY, touches));
    }
    return zone;
  }

  static Lot lot(
      int i, int m2, Use use, boolean chemical, @Nullable LocalDate on, Set<Long> touches) {
    return new Lot(
        i,
        "A-%02d".formatted(i),
        BigDecimal.valueOf(m2),
        use,
        chemical,
        on,
        null,
        true,
        true,
        touches);
  }

  /** The parcel as it is with another use, flag, day, or holder. */
  Zones change(int i, java.util.function.UnaryOperator<Lot> by) {
    lots.set(i - 1, by.apply(lots.get(i - 1)));
    return this;
  }

  static Lot with(Lot lot, Use use, boolean chemical, @Nullable LocalDate on, boolean converted) {
    return new Lot(
        lot.id(),
        lot.number(),
        lot.areaM2(),
        use,
        chemical,
        on,
        lot.heldBy(),
        lot.free(),
        converted,
        lot.touches());
  }

  static Lot costing(Lot lot, @Nullable String wan) {
    return new Lot(
        lot.id(),
        lot.number(),
        lot.areaM2(),
        lot.use(),
        lot.chemical(),
        lot.on(),
        lot.heldBy(),
        lot.free(),
        lot.converted(),
        lot.touches(),
        wan == null ? null : new BigDecimal(wan),
        true);
  }

  Zones supply(String factor, boolean budget, String... byQuarter) {
    List<@Nullable BigDecimal> amounts = new ArrayList<>();
    for (int t = 0; t < PlanAsk.FORESEEN_QUARTERS; t++) {
      String text = t < byQuarter.length ? byQuarter[t] : byQuarter[byQuarter.length - 1];
      amounts.add(text.equals("?") ? null : new BigDecimal(text));
    }
    supplies.add(new Supply(factor, factor, "单位", budget, List.of(1L), amounts));
    return this;
  }

  Zones project(long id, int landM2, String... needs) {
    return project(
        new Candidate(
            id,
            "项目" + id,
            false,
            false,
            List.of(),
            landM2 == 0 ? null : BigDecimal.valueOf(landM2),
            needs(needs),
            false,
            Use.INDUSTRY,
            amounts("1"),
            null,
            null));
  }

  /** One that needs a parcel and is of a kind and a cluster. */
  Zones project(long id, int landM2, String kind, String cluster, String yi) {
    return project(
        new Candidate(
            id,
            "项目" + id,
            false,
            false,
            List.of(),
            landM2 == 0 ? null : BigDecimal.valueOf(landM2),
            Map.of(),
            false,
            Use.INDUSTRY,
            amounts(yi),
            null,
            null,
            kind,
            cluster));
  }

  Zones project(Candidate candidate) {
    candidates.add(candidate);
    candidate
        .lots()
        .forEach(
            id ->
                change(
                    id.intValue(),
                    lot ->
                        new Lot(
                            lot.id(),
                            lot.number(),
                            lot.areaM2(),
                            lot.use(),
                            lot.chemical(),
                            lot.on(),
                            candidate.id(),
                            false,
                            lot.converted(),
                            lot.touches())));
    return this;
  }

  static Map<Measure, BigDecimal> amounts(String investmentYi) {
    Map<Measure, BigDecimal> amounts = new EnumMap<>(Measure.class);
    amounts.put(Measure.INVESTMENT, new BigDecimal(investmentYi));
    return amounts;
  }

  private static Map<String, BigDecimal> needs(String... needs) {
    Map<String, BigDecimal> map = new LinkedHashMap<>();
    Arrays.stream(needs)
        .map(need -> need.split("="))
        .forEach(need -> map.put(need[0], new BigDecimal(need[1])));
    return map;
  }

  Zones weighing(Weights weights) {
    this.weights = weights;
    return this;
  }

  ZoneState state() {
    List<ZoneState.Quarter> quarters = new ArrayList<>();
    for (int t = 0; t < PlanAsk.FORESEEN_QUARTERS; t++) {
      LocalDate first = LocalDate.of(2026, 1, 1).plusMonths(3L * t);
      quarters.add(
          new ZoneState.Quarter(
              first.getYear() + "-Q" + (first.getMonthValue() + 2) / 3,
              first,
              first.plusMonths(3).minusDays(1)));
    }
    return new ZoneState(
        TODAY, quarters, lots, supplies, candidates, List.of(), weights, chemicalAllowed, gaps);
  }
}

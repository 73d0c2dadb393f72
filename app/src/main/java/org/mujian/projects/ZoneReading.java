package org.mujian.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.land.Commitment;
import org.mujian.land.Land;
import org.mujian.land.ParcelGround;
import org.mujian.land.ParcelReservation;
import org.mujian.land.ParcelState;
import org.mujian.land.Parcels;
import org.mujian.land.Work;
import org.mujian.land.Works;
import org.mujian.projects.course.YearPlan;
import org.mujian.projects.plan.Measure;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.projects.plan.WhatIf;
import org.mujian.projects.plan.ZoneState;
import org.mujian.units.Area;
import org.mujian.units.Money;
import org.mujian.units.Period;
import org.mujian.zone.Zone;
import org.mujian.zone.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a plan asks of a zone, through the faces of the rooms that know it. */
@Component
@Transactional(readOnly = true)
class ZoneReading {

  private final Today today;
  private final Zones zones;
  private final Situations situations;
  private final Needs needs;
  private final Benefits benefits;
  private final PlanWeights weights;
  private final SupplyReading supplies;
  private final Parcels parcels;
  private final ParcelGround ground;
  private final Land land;
  private final Works works;
  private final ProjectClusters clusters;

  ZoneReading(
      Today today,
      Zones zones,
      Situations situations,
      Needs needs,
      Benefits benefits,
      PlanWeights weights,
      SupplyReading supplies,
      Parcels parcels,
      ParcelGround ground,
      Land land,
      Works works,
      ProjectClusters clusters) {
    this.today = today;
    this.zones = zones;
    this.situations = situations;
    this.needs = needs;
    this.benefits = benefits;
    this.weights = weights;
    this.supplies = supplies;
    this.parcels = parcels;
    this.ground = ground;
    this.land = land;
    this.works = works;
    this.clusters = clusters;
  }

  /**
   * @param ask of which the delays of works are applied here, since {@code land} knows what waits;
   *     distances are read as far as its rules ask
   */
  ZoneState read(long zone, PlanAsk ask) {
    List<ZoneState.Gap> gaps =
        ask.rules().measures()
            ? ground.apart(zones.find(zone).orElseThrow(), ask.rules().farthest()).stream()
                .map(a -> new ZoneState.Gap(a.parcel(), a.other(), a.metres()))
                .toList()
            : List.of();
    return read(zone, ask.whatIfs(), gaps);
  }

  /** Without any assumption or distance. */
  ZoneState read(long zone) {
    return read(zone, List.of(), List.of());
  }

  private ZoneState read(long zone, List<WhatIf> whatIfs, List<ZoneState.Gap> gaps) {
    List<ZoneState.Quarter> quarters = quarters(today.date());
    Map<Long, List<Long>> held = new HashMap<>();
    List<ZoneState.Lot> lots = lots(zone, whatIfs, held);
    SupplyReading.Books books = supplies.read(zone, quarters);
    Map<Long, Benefit> known = benefits.of(zone);
    Map<String, String> cluster = clusters.byEnterprise(zone);
    List<ZoneState.Candidate> candidates = new ArrayList<>();
    List<String> aside = new ArrayList<>();
    Map<Long, Long> ownerOf = new HashMap<>();
    for (Situation.Line line : situations.get(zone).lines()) {
      long id = line.project().id();
      List<Long> own = held.getOrDefault(id, List.of());
      boolean started = line.standing().entered().containsKey(YearPlan.STARTED);
      if (started && own.isEmpty()) {
        aside.add(line.project().name());
      } else {
        own.forEach(lot -> ownerOf.put(lot, id));
        candidates.add(
            candidate(line, own, books, known.getOrDefault(id, Benefit.UNKNOWN), cluster));
      }
    }
    return new ZoneState(
        today.date(),
        quarters,
        lots.stream().map(lot -> owned(lot, ownerOf.get(lot.id()))).toList(),
        books.supplies(Set.copyOf(candidates.stream().map(ZoneState.Candidate::id).toList())),
        candidates,
        aside,
        weights.get(zone),
        land.chemicalAllowed(zone),
        gaps);
  }

  static List<ZoneState.Quarter> quarters(LocalDate today) {
    List<ZoneState.Quarter> quarters = new ArrayList<>();
    Period.Quarter at = new Period.Quarter(today.getYear(), (today.getMonthValue() + 2) / 3);
    for (int t = 0; t < PlanAsk.FORESEEN_QUARTERS; t++) {
      quarters.add(new ZoneState.Quarter(at.toString(), at.start(), at.end()));
      LocalDate next = at.end().plusDays(1);
      at = new Period.Quarter(next.getYear(), (next.getMonthValue() + 2) / 3);
    }
    return quarters;
  }

  /**
   * @param held filled: project → parcels that it holds today
   */
  private List<ZoneState.Lot> lots(long zoneId, List<WhatIf> whatIfs, Map<Long, List<Long>> held) {
    Zone zone = zones.find(zoneId).orElseThrow();
    Map<Long, @Nullable LocalDate> moved = moved(zoneId, whatIfs);
    Map<Long, Set<Long>> touching = ground.touching(zone);
    Set<Long> converted = ground.converted(zoneId);
    Set<Long> drawn = ground.drawn(zoneId);
    Map<Long, Money> costs = works.stillToSpend(zoneId);
    List<ZoneState.Lot> lots = new ArrayList<>();
    for (ParcelState state : parcels.list(zoneId)) {
      long id = state.parcel().id();
      ParcelReservation reservation = state.reservation();
      if (reservation != null && reservation.holder().matches("project:\\d{1,18}")) {
        held.computeIfAbsent(
                Long.valueOf(reservation.holder().substring(8)), p -> new ArrayList<>())
            .add(id);
      }
      lots.add(
          new ZoneState.Lot(
              id,
              state.parcel().number(),
              state.parcel().area().squareMetres(),
              ZoneState.Use.of(state.parcel().landUse()),
              state.parcel().chemical(),
              moved.containsKey(id) ? moved.get(id) : state.supplyable().on(),
              null,
              state.commitment() == Commitment.FREE,
              converted.contains(id),
              touching.getOrDefault(id, Set.of()),
              wan(costs.get(id)),
              drawn.contains(id)));
    }
    return lots;
  }

  private static @Nullable BigDecimal wan(@Nullable Money money) {
    return money == null ? null : money.wan().stripTrailingZeros();
  }

  private static ZoneState.Lot owned(ZoneState.Lot lot, @Nullable Long owner) {
    return owner == null ? lot : lot.of(owner);
  }

  /** Of a parcel that waits for several delayed works the latest day counts, or none. */
  private Map<Long, @Nullable LocalDate> moved(long zone, List<WhatIf> whatIfs) {
    Map<Long, @Nullable LocalDate> moved = new HashMap<>();
    for (WhatIf whatIf : whatIfs) {
      if (whatIf.kind() == WhatIf.Kind.WORK_LATER) {
        Work work = work(zone, whatIf.target());
        LocalDate then = work.forecast().plusMonths(3L * whatIf.quarters());
        for (Land.Moved one : land.consequencesOf(zone, work.id(), then)) {
          LocalDate to = one.to();
          LocalDate other = moved.getOrDefault(one.parcelId(), LocalDate.MIN);
          moved.put(
              one.parcelId(), to == null || other == null ? null : to.isAfter(other) ? to : other);
        }
      }
    }
    return moved;
  }

  private Work work(long zone, String target) {
    Work work =
        works.list(zone).stream()
            .filter(w -> w.number().equals(target) || String.valueOf(w.id()).equals(target))
            .findFirst()
            .orElseThrow(
                () ->
                    new PlanRefused(
                        "本园区没有工程「" + target + "」，请核对编号",
                        "there is no work " + target + " in this zone"));
    if (work.finished() != null) {
      throw new PlanRefused(
          "工程「" + work.name() + "」已完工，不会再推迟", work.name() + " is finished and cannot come later");
    }
    return work;
  }

  private ZoneState.Candidate candidate(
      Situation.Line line,
      List<Long> own,
      SupplyReading.Books books,
      Benefit benefit,
      Map<String, String> cluster) {
    Project project = line.project();
    boolean started = line.standing().entered().containsKey(YearPlan.STARTED);
    List<Need> asked = needs.list(project.zoneId(), project.id());
    return new ZoneState.Candidate(
        project.id(),
        project.name(),
        !own.isEmpty()
            || books.holdsAny(project.id())
            || line.standing().entered().containsKey("signed"),
        started,
        own,
        asked.stream()
            .filter(need -> need.factor().equals("land"))
            .map(need -> Area.ofMu(need.amount()).squareMetres())
            .findFirst()
            .orElse(null),
        started ? Map.of() : books.open(project.id(), asked),
        benefit.chemical(),
        benefit.use(),
        amounts(project, asked, benefit),
        line.standing().planned().get(YearPlan.STARTED),
        project.phaseOf(),
        benefit.kind(),
        cluster.getOrDefault(project.enterpriseName(), ""));
  }

  private static Map<Measure, BigDecimal> amounts(
      Project project, List<Need> asked, Benefit benefit) {
    Map<Measure, BigDecimal> amounts = new EnumMap<>(Measure.class);
    amounts.put(Measure.INVESTMENT, project.investment().yi().stripTrailingZeros());
    if (benefit.output() != null) {
      amounts.put(Measure.OUTPUT, benefit.output().yi().stripTrailingZeros());
    }
    if (benefit.tax() != null) {
      amounts.put(Measure.TAX, benefit.tax().wan().stripTrailingZeros());
    }
    if (benefit.jobs() != null) {
      amounts.put(Measure.JOBS, BigDecimal.valueOf(benefit.jobs()));
    }
    if (!benefit.link().isEmpty()) {
      amounts.put(Measure.LINK, BigDecimal.ONE);
    }
    asked.stream()
        .filter(need -> need.factor().equals("energy"))
        .findFirst()
        .ifPresent(
            need ->
                amounts.put(
                    Measure.ENERGY, Objects.requireNonNull(need.amount()).stripTrailingZeros()));
    return amounts;
  }
}

package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a zone's records say today, as far as a plan asks.
 *
 * @param quarters from the current one, {@link PlanAsk#FORESEEN_QUARTERS} of them
 * @param chemicalAllowed whether the park is known to be recognised (化工园区认定)
 * @param gaps between parcels, as far as the rules of a plan ask
 * @param aside projects that have started and hold no parcel on record: the ledger has their use
 */
public record ZoneState(
    LocalDate today,
    List<Quarter> quarters,
    List<Lot> lots,
    List<Supply> supplies,
    List<Candidate> candidates,
    List<String> aside,
    Weights weights,
    boolean chemicalAllowed,
    List<Gap> gaps) {

  public ZoneState(
      LocalDate today,
      List<Quarter> quarters,
      List<Lot> lots,
      List<Supply> supplies,
      List<Candidate> candidates,
      List<String> aside,
      Weights weights,
      boolean chemicalAllowed) {
    this(today, quarters, lots, supplies, candidates, aside, weights, chemicalAllowed, List.of());
  }

  /** The same with others to plan. */
  public ZoneState with(List<Candidate> candidates) {
    return new ZoneState(
        today, quarters, lots, supplies, candidates, aside, weights, chemicalAllowed, gaps);
  }

  /** Two parcels and how far they lie apart; pairs that are not listed are farther than asked. */
  public record Gap(long lot, long other, int metres) {}

  /** A quarter with its name, such as 2026-Q4. */
  public record Quarter(String name, LocalDate first, LocalDate last) {}

  /** What land is laid out for. Land for neither is no option. */
  public enum Use {
    INDUSTRY,
    STORAGE,
    OTHER;

    /** As plans name it. */
    public static Use of(String landUse) {
      return landUse.contains("仓储") || landUse.contains("物流")
          ? STORAGE
          : landUse.contains("工业") ? INDUSTRY : OTHER;
    }
  }

  /**
   * A parcel.
   *
   * @param chemical whether it is meant for chemical projects
   * @param on the day from which it can be supplied; null when nothing believable says so
   * @param heldBy the candidate that holds its 意向预留; null when none does
   * @param free whether nobody has it
   * @param converted whether its conversion (农用地转用) is behind it: then it draws on no new quota
   * @param touches parcels with which it shares a side
   * @param preparation what is still to be spent on it, 万元; null when no record says so
   * @param measured whether its outline is known, so that distances are
   */
  public record Lot(
      long id,
      String number,
      BigDecimal areaM2,
      Use use,
      boolean chemical,
      @Nullable LocalDate on,
      @Nullable Long heldBy,
      boolean free,
      boolean converted,
      Set<Long> touches,
      @Nullable BigDecimal preparation,
      boolean measured) {

    public Lot(
        long id,
        String number,
        BigDecimal areaM2,
        Use use,
        boolean chemical,
        @Nullable LocalDate on,
        @Nullable Long heldBy,
        boolean free,
        boolean converted,
        Set<Long> touches) {
      this(
          id,
          number,
          areaM2,
          use,
          chemical,
          on,
          heldBy,
          free,
          converted,
          touches,
          BigDecimal.ZERO,
          true);
    }

    /** The same as the one that a project holds. */
    public Lot of(long holder) {
      return new Lot(
          id,
          number,
          areaM2,
          use,
          chemical,
          on,
          holder,
          false,
          converted,
          touches,
          preparation,
          measured);
    }
  }

  /**
   * A factor, its accounts of the whole zone added.
   *
   * @param budget whether it is spent by the year, else it is there again each quarter
   * @param amounts by quarter: what candidates may use together by then, what they hold as
   *     intentions included; null where the ledger has nothing
   */
  public record Supply(
      String factor,
      String name,
      String unit,
      boolean budget,
      List<Long> accounts,
      List<@Nullable BigDecimal> amounts) {}

  /**
   * A project that a plan may take in.
   *
   * @param started whether it has started: then it stays where it is
   * @param lots that it holds
   * @param landM2 null when no need is recorded
   * @param needs in the factors' units, less what is firmly its own
   * @param chemical null when nobody has said
   * @param kind as its neighbours see it (邻里类别); "" when nobody has said
   * @param cluster of its enterprise; "" when it is in none
   */
  public record Candidate(
      long id,
      String name,
      boolean promised,
      boolean started,
      List<Long> lots,
      @Nullable BigDecimal landM2,
      Map<String, BigDecimal> needs,
      @Nullable Boolean chemical,
      Use use,
      Map<Measure, BigDecimal> amounts,
      @Nullable LocalDate plannedStart,
      @Nullable Long phaseOf,
      String kind,
      String cluster) {

    public Candidate(
        long id,
        String name,
        boolean promised,
        boolean started,
        List<Long> lots,
        @Nullable BigDecimal landM2,
        Map<String, BigDecimal> needs,
        @Nullable Boolean chemical,
        Use use,
        Map<Measure, BigDecimal> amounts,
        @Nullable LocalDate plannedStart,
        @Nullable Long phaseOf) {
      this(
          id,
          name,
          promised,
          started,
          lots,
          landM2,
          needs,
          chemical,
          use,
          amounts,
          plannedStart,
          phaseOf,
          "",
          "");
    }
  }
}

package org.mujian.projects.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Scenario;

/**
 * All that a plan was computed from, as it is kept: the engine's scenario, the names of its things,
 * and what the zone's records could not say.
 *
 * @param quarters names of the periods
 */
public record Question(
    PlanAsk ask,
    LocalDate asOf,
    List<Period> quarters,
    Scenario scenario,
    List<Factor> factors,
    List<Place> places,
    List<Asking> projects,
    Map<Measure, BigDecimal> weights,
    List<Note> notes) {

  /** The engine counts a factor in ten-thousandths of its unit. */
  public static final int DECIMALS = 4;

  public record Period(String name, LocalDate first, LocalDate last) {}

  public record Factor(String id, String name, String unit, boolean budget, List<Long> accounts) {}

  /**
   * Parcels side by side that become ready together; or those of one project.
   *
   * @param owner the project that alone may have it, null for all that fit
   */
  public record Place(String id, List<Piece> lots, int ready, @Nullable Long owner) {}

  /**
   * A parcel of a place.
   *
   * @param quotaMu of new land quota that it draws on when it is taken
   * @param preparation what is still to be spent on it, 万元; null when no record says so
   */
  public record Piece(
      long id, String number, long areaM2, BigDecimal quotaMu, @Nullable BigDecimal preparation) {
    public Piece(long id, String number, long areaM2, BigDecimal quotaMu) {
      this(id, number, areaM2, quotaMu, null);
    }
  }

  /**
   * A project.
   *
   * @param noPlace why no place is open to it; empty when one is or none is needed
   */
  public record Asking(
      String id,
      String name,
      boolean promised,
      boolean started,
      @Nullable Long landM2,
      boolean chemical,
      Map<Measure, BigDecimal> amounts,
      List<Note> noPlace) {}

  /** Something to tell: a message key and what it is filled with. */
  public record Note(String key, List<String> values) {

    static Note of(String key, Object... values) {
      return new Note(
          "plans.note." + key, java.util.Arrays.stream(values).map(String::valueOf).toList());
    }
  }

  public Asking project(String id) {
    return projects.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  /** The least number of starts that a conflict names. */
  public PlanRules.AtLeast least(String id) {
    return ask.rules().atLeast().get(Integer.parseInt(id.substring(Relations.LEAST.length())));
  }

  /** The part that a step of support stands for. */
  public PlanRules.Part part(String project, int step) {
    return ask.rules().parts(Long.parseLong(project)).get(step - 1);
  }

  public java.util.Optional<Asking> findProject(String id) {
    return projects.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  public Factor factor(String id) {
    return factors.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  public java.util.Optional<Place> findPlace(String id) {
    return places.stream().filter(p -> p.id().equals(id)).findFirst();
  }
}

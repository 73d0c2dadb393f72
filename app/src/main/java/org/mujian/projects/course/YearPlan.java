package org.mujian.projects.course;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One batch of one year: entries into a stage, counted as flow, month by month against the
 * cumulative plan. A project counts once; a later phase only when filed under its own code.
 *
 * @param target December's cumulative plan; 0 when the year has no plan
 * @param counted entries of the year up to today, first one first
 * @param unfiled later phases that entered without a code of their own: asked about, not counted
 * @param forecast who is counted or can still enter this year: the earliest possible day
 * @param months twelve lines
 * @param pace what the target would have reached by an even pace (序时进度), one decimal
 */
public record YearPlan(
    int year,
    Stage stage,
    int target,
    List<Counted> counted,
    List<Long> unfiled,
    List<Counted> forecast,
    List<MonthLine> months,
    BigDecimal pace) {

  /** The stages by which stock (续建) is told apart. */
  public static final String STARTED = "started";

  public static final String COMPLETED = "completed";

  /** A project and the day it entered, or can enter at the earliest. */
  public record Counted(long project, LocalDate on) {}

  /**
   * @param plan cumulative, null when the year has no plan
   * @param actual cumulative, null for months to come
   */
  public record MonthLine(
      YearMonth month, @Nullable Integer plan, @Nullable Integer actual, List<Long> entered) {}

  /**
   * @param plan twelve cumulative numbers, or null
   */
  public static YearPlan of(
      int year,
      Stage stage,
      @Nullable List<Integer> plan,
      List<Standing> projects,
      LocalDate today) {
    List<Counted> counted =
        projects.stream()
            .filter(Standing::countsByItself)
            .flatMap(project -> entry(project, stage, year, today).stream())
            .sorted(Comparator.comparing(Counted::on).thenComparing(Counted::project))
            .toList();
    List<Long> unfiled =
        projects.stream()
            .filter(project -> !project.countsByItself())
            .filter(project -> entry(project, stage, year, today).isPresent())
            .map(Standing::id)
            .toList();
    List<Counted> forecast =
        projects.stream()
            .filter(Standing::countsByItself)
            .flatMap(project -> earliest(project, stage, today).stream())
            .filter(c -> c.on().getYear() == year)
            .sorted(Comparator.comparing(Counted::on).thenComparing(Counted::project))
            .toList();
    int target = plan == null ? 0 : plan.getLast();
    List<MonthLine> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> line(YearMonth.of(year, month), plan, counted, today))
            .toList();
    return new YearPlan(
        year, stage, target, counted, unfiled, forecast, months, pace(year, target, today));
  }

  /** Started before the year and not completed before it (续建): stock, never added to a batch. */
  public static List<Long> stock(int year, List<Standing> projects) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    return projects.stream()
        .filter(project -> before(project, STARTED, newYear))
        .filter(project -> !before(project, COMPLETED, newYear))
        .map(Standing::id)
        .toList();
  }

  /** What the plan asks for by the end of the last whole month; 0 in January. */
  public int due(LocalDate today) {
    return months.stream()
        .filter(line -> line.month().atEndOfMonth().isBefore(today.plusDays(1)))
        .map(MonthLine::plan)
        .filter(java.util.Objects::nonNull)
        .reduce(0, (a, b) -> b);
  }

  private static Optional<Counted> entry(Standing project, Stage stage, int year, LocalDate today) {
    return Optional.ofNullable(project.entered().get(stage.code()))
        .filter(on -> on.getYear() == year && !on.isAfter(today))
        .map(on -> new Counted(project.id(), on));
  }

  /** The day of entry; else the planned day, but not in the past nor before the parcel is ready. */
  public static Optional<Counted> earliest(Standing project, Stage stage, LocalDate today) {
    LocalDate entered = project.entered().get(stage.code());
    if (entered != null) {
      return Optional.of(new Counted(project.id(), entered));
    }
    LocalDate planned = project.planned().get(stage.code());
    if (planned == null) {
      return Optional.empty();
    }
    LocalDate earliest = planned.isBefore(today) ? today : planned;
    Standing.Site site = project.site();
    if (site == null || project.entered().containsKey(STARTED)) {
      return Optional.of(new Counted(project.id(), earliest));
    }
    LocalDate ready = site.supplyableOn();
    if (ready == null) {
      return Optional.empty(); // nobody can say when its parcel is ready
    }
    LocalDate later = ready.isAfter(earliest) ? ready : earliest;
    return Optional.of(new Counted(project.id(), later));
  }

  private static boolean before(Standing project, String stage, LocalDate day) {
    LocalDate on = project.entered().get(stage);
    return on != null && on.isBefore(day);
  }

  private static MonthLine line(
      YearMonth month, @Nullable List<Integer> plan, List<Counted> counted, LocalDate today) {
    List<Long> entered =
        counted.stream()
            .filter(c -> YearMonth.from(c.on()).equals(month))
            .map(Counted::project)
            .toList();
    boolean toCome = month.isAfter(YearMonth.from(today));
    int actual = (int) counted.stream().filter(c -> !YearMonth.from(c.on()).isAfter(month)).count();
    return new MonthLine(
        month,
        plan == null ? null : plan.get(month.getMonthValue() - 1),
        toCome ? null : actual,
        entered);
  }

  private static BigDecimal pace(int year, int target, LocalDate today) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    long length = newYear.lengthOfYear();
    long gone =
        Math.clamp(java.time.temporal.ChronoUnit.DAYS.between(newYear, today) + 1, 0, length);
    return BigDecimal.valueOf(target * gone)
        .divide(BigDecimal.valueOf(length), 1, RoundingMode.HALF_UP);
  }
}

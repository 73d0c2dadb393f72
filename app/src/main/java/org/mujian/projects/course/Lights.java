package org.mujian.projects.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project's light: computed from plan against evidence, from overdue problems and from its
 * parcel's readiness. The most urgent reason is told; nobody types a light.
 *
 * @param warnDays how many days ahead of a planned stage missing evidence is told
 * @param problemDays how many days ahead of a problem's due date it is told
 */
public record Lights(Course course, int warnDays, int problemDays) {

  /** Two weeks ahead of a stage, three days ahead of a problem. */
  public Lights(Course course) {
    this(course, 14, 3);
  }

  public Verdict judge(Standing project, LocalDate today) {
    return Stream.of(
            overdueProblem(project, today),
            overduePlan(project, today),
            site(project, Verdict.State.BAD),
            site(project, Verdict.State.WARN),
            comingStage(project, today),
            comingProblem(project, today))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> calm(project));
  }

  private static Optional<Verdict> overdueProblem(Standing project, LocalDate today) {
    return mostUrgent(project)
        .filter(problem -> problem.due().isBefore(today))
        .map(p -> problem(Verdict.State.BAD, "overdue-problem", p, days(p.due(), today)));
  }

  private Optional<Verdict> comingProblem(Standing project, LocalDate today) {
    return mostUrgent(project)
        .filter(problem -> !problem.due().isAfter(today.plusDays(problemDays)))
        .map(p -> problem(Verdict.State.WARN, "coming-problem", p, days(today, p.due())));
  }

  private static Verdict problem(
      Verdict.State state, String key, Standing.OpenProblem problem, long days) {
    return Verdict.of(state, key, problem.what(), problem.lead(), days);
  }

  private static Optional<Standing.OpenProblem> mostUrgent(Standing project) {
    return project.problems().stream().min(Comparator.comparing(Standing.OpenProblem::due));
  }

  private Optional<Verdict> overduePlan(Standing project, LocalDate today) {
    return firstPlanned(project)
        .filter(stage -> planned(project, stage).isBefore(today))
        .map(
            stage ->
                Verdict.of(
                    Verdict.State.BAD,
                    "overdue-plan",
                    stage,
                    planned(project, stage),
                    days(planned(project, stage), today),
                    course.missing(project, stage, today)));
  }

  private Optional<Verdict> comingStage(Standing project, LocalDate today) {
    return firstPlanned(project)
        .filter(stage -> !planned(project, stage).isAfter(today.plusDays(warnDays)))
        .filter(stage -> !course.missing(project, stage, today).isEmpty())
        .map(
            stage ->
                Verdict.of(
                    Verdict.State.WARN,
                    "coming-stage",
                    stage,
                    planned(project, stage),
                    days(today, planned(project, stage)),
                    course.missing(project, stage, today)));
  }

  /**
   * Red when the parcel comes so late that the start leaves its year, yellow when it only moves.
   */
  private Optional<Verdict> site(Standing project, Verdict.State state) {
    Standing.Site site = project.site();
    LocalDate start = project.planned().get(YearPlan.STARTED);
    if (site == null || start == null || project.entered().containsKey(YearPlan.STARTED)) {
      return Optional.empty();
    }
    LocalDate ready = site.supplyableOn();
    if (ready == null) {
      return state == Verdict.State.WARN
          ? Optional.of(Verdict.of(state, "site-unknown", site.name(), site.waitsFor()))
          : Optional.empty();
    }
    boolean leavesItsYear = ready.getYear() > start.getYear();
    return ready.isAfter(start) && leavesItsYear == (state == Verdict.State.BAD)
        ? Optional.of(Verdict.of(state, "site", site.name(), ready, start, site.waitsFor()))
        : Optional.empty();
  }

  private Verdict calm(Standing project) {
    Optional<Stage> next = course.next(project);
    if (next.isEmpty()) {
      return Verdict.of(Verdict.State.OK, "done");
    }
    return firstPlanned(project)
        .map(s -> Verdict.of(Verdict.State.OK, "on-plan", s, planned(project, s)))
        .orElseGet(() -> Verdict.of(Verdict.State.WARN, "no-plan", next.get()));
  }

  /** The first stage that is planned and not entered. */
  private Optional<Stage> firstPlanned(Standing project) {
    List<Stage> open =
        course.stages().stream()
            .filter(stage -> !project.entered().containsKey(stage.code()))
            .filter(stage -> project.planned().containsKey(stage.code()))
            .toList();
    return open.stream().min(Comparator.comparing(stage -> planned(project, stage)));
  }

  private static LocalDate planned(Standing project, Stage stage) {
    return java.util.Objects.requireNonNull(project.planned().get(stage.code()));
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}

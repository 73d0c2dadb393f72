package org.mujian.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Course;
import org.mujian.projects.course.Lights;
import org.mujian.projects.course.Stage;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.Verdict;

/** All projects of a zone as of today, each with its light and what stands in a list's line. */
record Situation(LocalDate today, Course course, List<Line> lines) {

  /**
   * @param problem the most urgent open one, or null
   * @param done of this year, or null when nothing is reported
   */
  record Line(
      Project project,
      Standing standing,
      Verdict verdict,
      Optional<Stage> stage,
      @Nullable Problem problem,
      int openProblems,
      @Nullable Progress done) {

    boolean is(Verdict.State state) {
      return verdict.state() == state;
    }
  }

  static Situation of(
      LocalDate today,
      Course course,
      List<Project> projects,
      List<Standing> standings,
      List<Problem> openProblems,
      Map<Long, Progress> done) {
    Lights lights = new Lights(course);
    Map<Long, Standing> byId =
        standings.stream().collect(java.util.stream.Collectors.toMap(Standing::id, s -> s));
    List<Line> lines =
        projects.stream()
            .map(
                project -> {
                  Standing standing = java.util.Objects.requireNonNull(byId.get(project.id()));
                  List<Problem> own =
                      openProblems.stream()
                          .filter(p -> java.util.Objects.equals(p.projectId(), project.id()))
                          .toList();
                  return new Line(
                      project,
                      standing,
                      lights.judge(standing, today),
                      course.current(standing),
                      own.isEmpty() ? null : own.getFirst(),
                      own.size(),
                      done.get(project.id()));
                })
            .toList();
    return new Situation(today, course, lines);
  }

  /** Red first, then yellow, then by due date of the problem. */
  List<Line> urgentFirst() {
    return lines.stream()
        .sorted(
            java.util.Comparator.comparing((Line line) -> line.verdict().state())
                .reversed()
                .thenComparing(
                    line -> line.problem() == null ? LocalDate.MAX : line.problem().due())
                .thenComparing(line -> line.project().id()))
        .toList();
  }

  List<Line> red() {
    return urgentFirst().stream().filter(line -> line.is(Verdict.State.BAD)).toList();
  }

  Optional<Line> find(long project) {
    return lines.stream().filter(line -> line.project().id() == project).findFirst();
  }

  org.mujian.units.Money investment() {
    return lines.stream()
        .map(line -> line.project().investment())
        .reduce(org.mujian.units.Money.ZERO, org.mujian.units.Money::plus);
  }
}

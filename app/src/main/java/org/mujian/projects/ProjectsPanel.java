package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Verdict;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Panel;
import org.springframework.stereotype.Component;

/** The room on the wall map: how many projects, how many late, and the most urgent by name. */
@Component
class ProjectsPanel implements Panel {

  private static final int LINES = 3;

  private final Situations situations;

  ProjectsPanel(Situations situations) {
    this.situations = situations;
  }

  @Override
  public int programme() {
    return 2;
  }

  @Override
  public Content content(Page page) {
    Situation situation = situations.get(ProjectPages.zone(page));
    if (situation.lines().isEmpty()) {
      return new Content(
          null,
          "",
          null,
          List.of(),
          new Todo(page.t("projects.empty"), page.t("projects.new"), page.in("projects/new")));
    }
    Words words = Words.of(page);
    List<Line> lines =
        situation.urgentFirst().stream()
            .filter(line -> !line.is(Verdict.State.OK))
            .limit(LINES)
            .map(
                line ->
                    new Line(
                        line.project().name() + " " + words.reason(line.verdict()),
                        right(line.problem(), line.project())))
            .toList();
    return new Content(
        String.valueOf(situation.lines().size()),
        page.t("projects.panel.label", Amounts.yi(situation.investment())),
        light(page, situation),
        lines,
        null);
  }

  private static String right(@Nullable Problem problem, Project project) {
    return problem == null ? project.leader() : problem.lead() + " · " + problem.due();
  }

  private static Light light(Page page, Situation situation) {
    long late = situation.red().size();
    long warned = situation.lines().stream().filter(l -> l.is(Verdict.State.WARN)).count();
    if (late > 0) {
      return new Light(Light.State.BAD, page.t("projects.panel.late", late));
    }
    return warned > 0
        ? new Light(Light.State.WARN, page.t("projects.panel.warn", warned))
        : new Light(Light.State.OK, page.t("projects.panel.ok"));
  }
}

package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mujian.projects.course.Stage;
import org.mujian.web.Page;
import org.mujian.web.TodaySource;
import org.springframework.stereotype.Component;

/** Open problems, planned stages that are due, and plans that wait. */
@Component
class ProjectsToday implements TodaySource {

  private static final int WEEK = 7;

  private final Situations situations;
  private final Problems problems;
  private final PlansDue plans;

  ProjectsToday(Situations situations, Problems problems, PlansDue plans) {
    this.situations = situations;
    this.problems = problems;
    this.plans = plans;
  }

  @Override
  public List<Item> today(Page page) {
    long zone = ProjectPages.zone(page);
    Situation situation = situations.get(zone);
    Map<Long, String> names =
        situation.lines().stream()
            .collect(Collectors.toMap(l -> l.project().id(), l -> l.project().name()));
    List<Item> items = new ArrayList<>();
    for (Problem problem : problems.listOpen(zone)) {
      Long project = problem.projectId();
      items.add(
          new Item(
              Kind.DUE,
              problem.what(),
              project == null
                  ? page.t("projects.meeting.whole-zone")
                  : names.getOrDefault(project, ""),
              problem.lead(),
              problem.due(),
              project == null ? page.in("projects/meetings") : page.in("projects/" + project)));
    }
    Words words = Words.of(page);
    for (Situation.Line line : situation.lines()) {
      situation.course().stages().stream()
          .filter(stage -> isDue(situation, line, stage))
          .findFirst()
          .ifPresent(
              stage ->
                  items.add(
                      new Item(
                          Kind.DUE,
                          page.t("projects.today.stage", words.stage(stage)),
                          line.project().name(),
                          line.project().bureau(),
                          line.standing().planned().get(stage.code()),
                          page.in("projects/" + line.project().id()))));
    }
    items.addAll(plans.items(page, situation));
    return items;
  }

  private static boolean isDue(Situation situation, Situation.Line line, Stage stage) {
    var planned = line.standing().planned().get(stage.code());
    return planned != null
        && !line.standing().entered().containsKey(stage.code())
        && !planned.isAfter(situation.today().plusDays(WEEK));
  }
}

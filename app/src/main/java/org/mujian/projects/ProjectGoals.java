package org.mujian.projects;

import java.util.Optional;
import org.mujian.projects.course.YearPlan;
import org.mujian.web.Figure;
import org.mujian.web.GoalSource;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** Starts and completions of the year, for the wall map. */
@Component
class ProjectGoals implements GoalSource {

  private final Plans plans;

  ProjectGoals(Plans plans) {
    this.plans = plans;
  }

  @Override
  public Optional<Reached> reached(Page page, String target) {
    String stage =
        target.contains("开工") ? YearPlan.STARTED : target.contains("竣工") ? YearPlan.COMPLETED : "";
    return plans.year(ProjectPages.zone(page), page.today().getYear()).stream()
        .filter(batch -> batch.stage().code().equals(stage) && batch.target() > 0)
        .findFirst()
        .map(
            batch ->
                new Reached(
                    bare(Desk.figure(page, batch, Words.of(page))), Desk.light(page, batch)));
  }

  /** The wall map writes the target behind the number itself. */
  private static Figure bare(Figure figure) {
    return new Figure(figure.value(), "", figure.missing(), figure.source());
  }
}

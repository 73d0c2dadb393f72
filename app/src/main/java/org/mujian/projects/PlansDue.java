package org.mujian.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mujian.allocation.Plan;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.mujian.web.Page;
import org.mujian.web.TodaySource.Item;
import org.mujian.web.TodaySource.Kind;
import org.springframework.stereotype.Component;

/** Plans on the page of today: a draft that waits, an adopted one whose ground has changed. */
@Component
class PlansDue {

  private final FactorPlans plans;

  PlansDue(FactorPlans plans) {
    this.plans = plans;
  }

  List<Item> items(Page page, Situation situation) {
    List<Item> items = new ArrayList<>();
    for (FactorPlans.Standing plan : plans.standing(ProjectPages.zone(page))) {
      String href = page.in("projects/plans/" + plan.id());
      if (plan.adopted()) {
        List<String> changed = changed(plan, situation);
        if (!changed.isEmpty()) {
          items.add(
              new Item(
                  Kind.DUE,
                  page.t("plans.today.changed", plan.name(), changed.size()),
                  String.join("、", changed),
                  "",
                  null,
                  href));
        }
      } else {
        items.add(new Item(Kind.APPROVE, page.t("plans.today.draft"), plan.name(), "", null, href));
      }
    }
    return items;
  }

  /** Names of projects that no longer hold a parcel, or hold one that comes after their start. */
  static List<String> changed(FactorPlans.Standing plan, Situation situation) {
    Map<String, Situation.Line> lines =
        situation.lines().stream()
            .collect(Collectors.toMap(l -> String.valueOf(l.project().id()), Function.identity()));
    List<String> changed = new ArrayList<>();
    PlanJson.planned(plan.result())
        .plan()
        .ifPresent(
            found ->
                found
                    .placed()
                    .forEach(
                        (id, spot) -> {
                          Situation.Line line = lines.get(id);
                          if (line != null && isLost(line.standing(), spot, plan)) {
                            changed.add(line.project().name());
                          }
                        }));
    return changed;
  }

  private static boolean isLost(Standing project, Plan.Spot spot, FactorPlans.Standing plan) {
    if (spot.place().isEmpty() || project.entered().containsKey(YearPlan.STARTED)) {
      return false;
    }
    Standing.Site site = project.site();
    LocalDate ready = site == null ? null : site.supplyableOn();
    LocalDate made = LocalDate.ofInstant(plan.madeAt(), Today.ZONE);
    LocalDate last = ZoneReading.quarters(made).get(spot.start()).last();
    return ready == null || ready.isAfter(last);
  }
}

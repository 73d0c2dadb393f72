package org.mujian.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;
import org.mujian.web.SearchSource;
import org.springframework.stereotype.Component;

/** Finds plans by name in the search box. */
@Component
class PlanSearch implements SearchSource {

  private final FactorPlans plans;

  PlanSearch(FactorPlans plans) {
    this.plans = plans;
  }

  @Override
  public int order() {
    return 21;
  }

  @Override
  public String titleKey() {
    return "plans";
  }

  @Override
  public List<Hit> search(Page page, String q, int limit) {
    if (!Rights.mayRead(page.account())) {
      return List.of();
    }
    return plans.search(ProjectPages.zone(page), q.strip(), limit).stream()
        .map(
            plan ->
                new Hit(
                    plan.name(),
                    page.t("plans.status." + plan.status().code()),
                    page.in("projects/plans/" + plan.id())))
        .toList();
  }

  @Override
  public @Nullable String allHref(Page page, String q) {
    return null;
  }
}

package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Scenario;
import org.mujian.jobs.Job;
import org.mujian.jobs.Jobs;
import org.mujian.projects.plan.HandOn;
import org.mujian.projects.plan.Mapping;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.Question;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts plans: reads the zone, keeps the question with its hash, and queues the search. */
@Component
@Transactional
class Drafting {

  private final ZoneReading reading;
  private final FactorPlans plans;
  private final Jobs jobs;

  Drafting(ZoneReading reading, FactorPlans plans, Jobs jobs) {
    this.reading = reading;
    this.plans = plans;
    this.jobs = jobs;
  }

  /**
   * @param follows the plan that this one changes, or null
   * @return the plan's id
   * @throws org.mujian.projects.plan.PlanRefused when it cannot be asked for so
   */
  long draft(long zone, PlanAsk ask, @Nullable Long follows) {
    if (follows != null) {
      plans.get(zone, follows);
    }
    Question question = Mapping.map(reading.read(zone, ask), ask);
    long id = plans.add(zone, question, follows);
    Job job =
        jobs.submit(
            zone,
            PlanSolving.KIND,
            "求解要素配置方案「" + ask.name() + "」",
            Map.of("plan", String.valueOf(id)));
    plans.setJob(zone, id, job.id());
    return id;
  }

  /** The same question of the zone as it is now, changed as little as can be. */
  long again(long zone, long id) {
    FactorPlan before = plans.get(zone, id);
    List<Objective> objectives = new ArrayList<>(List.of(Objective.PROMISES, Objective.CHANGES));
    before.ask().objectives().stream()
        .filter(objective -> !objectives.contains(objective))
        .forEach(objectives::add);
    List<HandOn> hands =
        before.ask().hands().stream()
            .filter(hand -> hand.hand() == Scenario.Hand.FORBIDDEN)
            .toList();
    return draft(zone, before.ask().with(next(before.name()), objectives, hands), before.id());
  }

  /** 方案 → 方案（2） → 方案（3）. */
  static String next(String name) {
    java.util.regex.Matcher numbered =
        java.util.regex.Pattern.compile("(.*)（(\\d{1,4})）").matcher(name);
    String bare = numbered.matches() ? numbered.group(1) : name;
    int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) + 1 : 2;
    return bare.substring(0, Math.min(bare.length(), 50)) + "（" + number + "）";
  }
}

package org.mujian.projects;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.projects.course.Standing;
import org.mujian.projects.course.YearPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and completions as other rooms read them: what was planned and what was reached. */
@Component
@Transactional(readOnly = true)
public class ProjectCounts {

  /** What is counted; {@link #code} is its place on the page of the year plan. */
  public enum Batch {
    STARTED(YearPlan.STARTED),
    COMPLETED(YearPlan.COMPLETED);

    private final String code;

    Batch(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * From the first of January to the end of a month.
   *
   * @param planned null when the year has no plan
   * @param reached null for months to come
   */
  public record Count(YearMonth month, @Nullable Integer planned, @Nullable Integer reached) {
    private static Count of(YearPlan.MonthLine line) {
      return new Count(line.month(), line.plan(), line.actual());
    }
  }

  private final Plans plans;
  private final Standings standings;

  ProjectCounts(Plans plans, Standings standings) {
    this.plans = plans;
    this.standings = standings;
  }

  /**
   * Twelve counts of each batch, each the sum since January, by the rules of the year plan; empty
   * when the zone has no project at all: nothing is known then, which is not none.
   */
  public Map<Batch, List<Count>> year(long zone, int year) {
    List<Standing> entered = standings.listEntered(zone);
    Map<Batch, List<Count>> counts = new EnumMap<>(Batch.class);
    if (entered.isEmpty()) {
      return counts;
    }
    List<YearPlan> plan = plans.year(zone, year, entered);
    for (Batch batch : Batch.values()) {
      plan.stream()
          .filter(of -> of.stage().code().equals(batch.code()))
          .forEach(of -> counts.put(batch, of.months().stream().map(Count::of).toList()));
    }
    return counts;
  }
}

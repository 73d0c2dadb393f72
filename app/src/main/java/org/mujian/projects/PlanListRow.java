package org.mujian.projects;

import java.util.List;
import org.mujian.allocation.Planned;
import org.mujian.projects.plan.Question;
import org.mujian.web.Page;

/** A plan in the list. */
public record PlanListRow(
    long id,
    String name,
    String href,
    String status,
    String period,
    List<String> assumed,
    String projects,
    List<FactorPlanView.Part> parts,
    String made) {

  static PlanListRow of(Page page, FactorPlan plan, PlanWords words) {
    Question question = PlanJson.question(plan.input());
    Planned planned = plan.result() == null ? null : PlanJson.planned(plan.result());
    return new PlanListRow(
        plan.id(),
        plan.name(),
        page.in("projects/plans/" + plan.id()),
        plan.status().code(),
        PlanDesk.period(question),
        plan.ask().whatIfs().stream().map(w -> words.whatIf(question, w)).toList(),
        planned == null || planned.plan().isEmpty()
            ? "–"
            : planned.plan().get().placed().size() + " / " + question.projects().size(),
        planned == null ? List.of() : PlanDesk.parts(planned, words),
        plan.madeBy() + " · " + page.time(plan.madeAt()));
  }
}

package org.mujian.projects;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Effort;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Planning;
import org.mujian.allocation.Scenario;
import org.mujian.projects.plan.Mapping;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.Question;
import org.mujian.projects.plan.ZoneState;
import org.springframework.stereotype.Component;

/**
 * Answers at once whether a project fits in beside what is promised and what has started: the plan
 * of those is made first, then the engine's {@link org.mujian.allocation.DropIn} has the answer.
 * Nothing is kept.
 */
@Component
class DropIn {

  private static final int SECONDS = 3;

  private final ZoneReading reading;
  private final Projects projects;

  DropIn(ZoneReading reading, Projects projects) {
    this.reading = reading;
    this.projects = projects;
  }

  /**
   * @param spot where it would be; null when it does not fit
   * @param displaced names of promised projects that would have to go
   * @param moved names of those that would be elsewhere, or later
   * @param lacks what it takes to fit in while nobody moves; empty when it does
   * @param from the quarter after the last one from which waiting alone would do
   */
  record Answer(
      Question question,
      Question.Asking project,
      Plan.@Nullable Spot spot,
      List<Question.Piece> lots,
      List<String> displaced,
      List<String> moved,
      List<Planned.Lack> lacks,
      OptionalInt from) {}

  Answer ask(long zone, long id) {
    Project project = projects.get(zone, id);
    PlanAsk ask =
        new PlanAsk(
            "能否落地",
            PlanAsk.USUAL_QUARTERS,
            List.of(Objective.PROMISES, Objective.CHANGES, Objective.EARNED),
            SECONDS,
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Question question = Mapping.map(beside(reading.read(zone), id), ask);
    String own = String.valueOf(id);
    Scenario scenario = question.scenario();
    Scenario.Project asked =
        scenario.projects().stream()
            .filter(p -> p.id().equals(own))
            .findFirst()
            .orElseThrow(() -> started(project));
    Question.Asking asking = question.project(own);
    if (asking.started()) {
      throw started(project);
    }
    Plan plan =
        Planning.solve(without(scenario, own), effort())
            .plan()
            .orElseThrow(
                () ->
                    new ProjectRefused(
                        "已开工和有承诺的项目自己就放不下，答不了「" + project.name() + "」：请先新建一个配置方案，看它们之间什么冲突"));
    return answer(
        question, asking, plan, org.mujian.allocation.DropIn.of(scenario, plan, asked, effort()));
  }

  private static ProjectRefused started(Project project) {
    return new ProjectRefused("「" + project.name() + "」已开工，不必再排");
  }

  private static Answer answer(
      Question question, Question.Asking project, Plan plan, org.mujian.allocation.DropIn answer) {
    SortedMap<String, Plan.Spot> then =
        new TreeMap<>(answer.moving().map(Plan::placed).orElse(plan.placed()));
    answer.displaced().forEach(then::remove);
    if (answer.moving().isEmpty()) {
      answer.fits().stream()
          .findFirst()
          .or(answer::instead)
          .ifPresent(spot -> then.put(project.id(), spot));
    }
    Plan.Spot spot = then.get(project.id());
    return new Answer(
        question,
        project,
        spot,
        spot == null
            ? List.of()
            : Packing.of(question, new Plan(then)).getOrDefault(project.id(), List.of()),
        spot == null
            ? List.of()
            : answer.displaced().stream().map(p -> question.project(p).name()).toList(),
        moved(question, plan, then),
        answer.lacks().stream().filter(lack -> lack.limit() != Planned.Limit.FORBIDDEN).toList(),
        answer.from());
  }

  private static List<String> moved(Question question, Plan plan, Map<String, Plan.Spot> then) {
    return plan.placed().entrySet().stream()
        .filter(before -> then.containsKey(before.getKey()))
        .filter(
            before -> !before.getValue().equals(Objects.requireNonNull(then.get(before.getKey()))))
        .map(before -> question.project(before.getKey()).name())
        .toList();
  }

  /** It and what is promised or there already: the others have no better right to the room. */
  private static ZoneState beside(ZoneState state, long id) {
    return state.with(
        state.candidates().stream()
            .filter(c -> c.id() == id || c.promised() || c.started())
            .toList());
  }

  private static Scenario without(Scenario scenario, String id) {
    return new Scenario(
        scenario.periods(),
        scenario.factors(),
        scenario.places(),
        scenario.projects().stream()
            .map(p -> p.id().equals(id) ? p.by(Scenario.Hand.FORBIDDEN) : p)
            .toList(),
        scenario.objectives(),
        scenario.rules());
  }

  private static Effort effort() {
    long until = System.nanoTime() + SECONDS * 1_000_000_000L;
    return Effort.until(() -> System.nanoTime() >= until, 1, 1);
  }
}

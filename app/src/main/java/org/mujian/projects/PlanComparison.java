package org.mujian.projects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.Question;
import org.mujian.web.Page;

/** Two plans side by side: what they assume, what they reach, where each project is. */
public record PlanComparison(
    FactorPlanView.Named a,
    FactorPlanView.Named b,
    List<Line> settings,
    List<Line> parts,
    List<Line> projects) {

  /** One thing in both. */
  public record Line(String name, String before, String after) {
    public boolean same() {
      return before.equals(after);
    }
  }

  /** One of the two, read. */
  private record Side(FactorPlan plan, Question question, @Nullable Planned planned) {
    static Side of(FactorPlan plan) {
      return new Side(
          plan,
          PlanJson.question(plan.input()),
          plan.result() == null ? null : PlanJson.planned(plan.result()));
    }

    Optional<Plan> found() {
      return planned == null ? Optional.empty() : planned.plan();
    }

    String part(Objective objective, PlanWords words) {
      return planned == null
          ? ""
          : planned.parts().stream()
              .filter(part -> part.objective() == objective)
              .findFirst()
              .map(part -> words.amount(objective, part.value()) + " · " + words.proof(part))
              .orElse("");
    }
  }

  static PlanComparison of(Page page, FactorPlan a, FactorPlan b) {
    PlanWords words = PlanWords.of(page);
    Side one = Side.of(a);
    Side two = Side.of(b);
    return new PlanComparison(
        named(page, a),
        named(page, b),
        settings(page, one, two, words),
        parts(one, two, words),
        projects(one, two, words));
  }

  private static FactorPlanView.Named named(Page page, FactorPlan plan) {
    return new FactorPlanView.Named(plan.name(), "", page.in("projects/plans/" + plan.id()));
  }

  private static List<Line> settings(Page page, Side a, Side b, PlanWords words) {
    return List.of(
        new Line(
            page.t("plans.period"), PlanDesk.period(a.question()), PlanDesk.period(b.question())),
        new Line(
            page.t("plans.as-of"), a.question().asOf().toString(), b.question().asOf().toString()),
        new Line(page.t("plans.assumed"), assumed(a, words), assumed(b, words)),
        new Line(page.t("plans.objectives"), objectives(a, words), objectives(b, words)),
        new Line(page.t("plans.rules"), rules(a, words), rules(b, words)),
        new Line(page.t("plans.hands"), hands(a), hands(b)));
  }

  private static String assumed(Side side, PlanWords words) {
    return String.join(
        "；",
        side.plan().ask().whatIfs().stream().map(w -> words.whatIf(side.question(), w)).toList());
  }

  private static String objectives(Side side, PlanWords words) {
    return String.join(
        " › ", side.plan().ask().objectives().stream().map(words::objective).toList());
  }

  private static String rules(Side side, PlanWords words) {
    return String.join("；", words.rules(side.question()));
  }

  private static String hands(Side side) {
    return String.join(
        "；",
        side.plan().ask().hands().stream()
            .map(
                hand ->
                    side.question().project(String.valueOf(hand.project())).name()
                        + (hand.hand() == org.mujian.allocation.Scenario.Hand.PINNED ? " ✓" : " ✕")
                        + Objects.toString(hand.parcel(), ""))
            .toList());
  }

  private static List<Line> parts(Side a, Side b, PlanWords words) {
    Set<Objective> objectives = new LinkedHashSet<>(a.plan().ask().objectives());
    objectives.addAll(b.plan().ask().objectives());
    return objectives.stream()
        .map(o -> new Line(words.objective(o), a.part(o, words), b.part(o, words)))
        .toList();
  }

  private static List<Line> projects(Side a, Side b, PlanWords words) {
    Set<String> ids = new LinkedHashSet<>();
    List<Line> lines = new ArrayList<>();
    a.question().projects().forEach(p -> ids.add(p.id()));
    b.question().projects().forEach(p -> ids.add(p.id()));
    for (String id : ids) {
      String name =
          java.util.stream.Stream.of(b, a)
              .flatMap(side -> side.question().projects().stream())
              .filter(p -> p.id().equals(id))
              .map(Question.Asking::name)
              .findFirst()
              .orElseThrow();
      lines.add(new Line(name, where(a, id, words), where(b, id, words)));
    }
    return lines;
  }

  private static String where(Side side, String id, PlanWords words) {
    if (side.found().isEmpty()) {
      return "";
    }
    Plan plan = side.found().get();
    Plan.Spot spot = plan.placed().get(id);
    if (spot == null) {
      return words.t("plans.not-in");
    }
    Map<String, List<Question.Piece>> lots = Packing.of(side.question(), plan);
    return PlanWords.quarter(side.question(), spot.start())
        + " "
        + PlanWords.lots(lots.getOrDefault(id, List.of()))
        + words.part(side.question(), id, spot);
  }
}

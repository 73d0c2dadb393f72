package org.mujian.projects;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Scenario;
import org.mujian.jobs.JobLine;
import org.mujian.jobs.Jobs;
import org.mujian.projects.plan.HandOn;
import org.mujian.projects.plan.Measure;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.Question;
import org.mujian.web.Page;
import org.mujian.zone.Projection;
import org.springframework.stereotype.Component;

/** Puts a plan into the words and rows of its page. */
@Component
class PlanDesk {

  private final FactorPlans plans;
  private final PlanWatch watch;
  private final Jobs jobs;
  private final Releases releases;

  PlanDesk(FactorPlans plans, PlanWatch watch, Jobs jobs, Releases releases) {
    this.plans = plans;
    this.watch = watch;
    this.jobs = jobs;
    this.releases = releases;
  }

  FactorPlanView view(Page page, long id) {
    long zone = ProjectPages.zone(page);
    FactorPlan plan = plans.get(zone, id);
    Question question = PlanJson.question(plan.input());
    PlanWords words = PlanWords.of(page);
    Planned planned = plan.result() == null ? null : PlanJson.planned(plan.result());
    Plan found = planned == null ? null : planned.plan().orElse(null);
    return new FactorPlanView(
        id,
        plan.name(),
        plan.status().code(),
        period(question),
        plan.ask().whatIfs().stream().map(w -> words.whatIf(question, w)).toList(),
        plan.ask().objectives().stream().map(words::objective).toList(),
        planned == null ? List.of() : parts(planned, words),
        planned == null || found == null
            ? List.of()
            : chosen(page, question, planned, found, words),
        planned == null ? List.of() : refused(page, question, planned, words),
        planned == null || found == null ? List.of() : limits(question, planned, found),
        planned == null ? List.of() : words.conflict(question, planned),
        question.notes().stream().map(words::note).toList(),
        found == null || plan.status() != FactorPlan.Status.SOLVED
            ? List.of()
            : releases.of(zone, question, found, words),
        words.rules(question),
        record(page, plan, question, planned, words),
        plan.status() == FactorPlan.Status.SOLVING ? running(page, plan, words) : null,
        others(zone, id),
        Projection.of(Objects.requireNonNull(page.zone()).centralMeridian()).epsg(),
        Rights.mayWrite(page.account()));
  }

  static String period(Question question) {
    return question.quarters().getFirst().name() + " – " + question.quarters().getLast().name();
  }

  static List<FactorPlanView.Part> parts(Planned planned, PlanWords words) {
    return planned.parts().stream()
        .map(
            part ->
                new FactorPlanView.Part(
                    words.objective(part.objective()),
                    words.amount(part.objective(), part.value()),
                    words.proof(part),
                    part.isProven()))
        .toList();
  }

  private static List<FactorPlanView.In> chosen(
      Page page, Question question, Planned planned, Plan plan, PlanWords words) {
    Map<String, List<Question.Piece>> lots = Packing.of(question, plan);
    List<FactorPlanView.In> chosen = new ArrayList<>();
    for (Scenario.Project asked : question.scenario().projects()) {
      Plan.Spot spot = plan.placed().get(asked.id());
      if (spot != null) {
        Question.Asking project = question.project(asked.id());
        List<Question.Piece> own = lots.getOrDefault(asked.id(), List.of());
        chosen.add(
            new FactorPlanView.In(
                asked.id(),
                project.name(),
                page.in("projects/" + asked.id()),
                PlanWords.lots(own),
                own.isEmpty() ? "–" : PlanWords.mu(own),
                own.stream().map(p -> String.valueOf(p.id())).collect(Collectors.joining(" ")),
                PlanWords.quarter(question, spot.start()),
                "%,d".formatted(asked.value(spot.step())),
                words.part(question, asked.id(), spot),
                preparation(own),
                names(question, planned.displaces().getOrDefault(asked.id(), List.of())),
                project.promised(),
                project.started(),
                hand(question, asked.id())));
      }
    }
    return chosen;
  }

  /** What is still to be spent on parcels, 万元; "–" when no record says so. */
  static String preparation(List<Question.Piece> lots) {
    return lots.isEmpty() || lots.stream().anyMatch(lot -> lot.preparation() == null)
        ? "–"
        : lots.stream()
            .map(lot -> Objects.requireNonNull(lot.preparation()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString();
  }

  static String names(Question question, List<String> ids) {
    return ids.stream().map(id -> question.project(id).name()).collect(Collectors.joining("、"));
  }

  private static String hand(Question question, String id) {
    return question.ask().hands().stream()
        .filter(hand -> String.valueOf(hand.project()).equals(id))
        .findFirst()
        .map(HandOn::hand)
        .orElse(Scenario.Hand.FREE)
        .name()
        .toLowerCase(Locale.ROOT);
  }

  private static List<FactorPlanView.Out> refused(
      Page page, Question question, Planned planned, PlanWords words) {
    Map<String, Long> values =
        question.scenario().projects().stream()
            .collect(Collectors.toMap(Scenario.Project::id, Scenario.Project::value));
    return planned.refusals().stream()
        .map(
            refusal -> {
              Question.Asking project = question.project(refusal.project());
              return new FactorPlanView.Out(
                  project.id(),
                  project.name(),
                  page.in("projects/" + project.id()),
                  "%,d".formatted(values.getOrDefault(project.id(), 0L)),
                  words.reasons(question, refusal),
                  project.promised(),
                  hand(question, project.id()));
            })
        .toList();
  }

  static List<FactorPlanView.Limit> limits(Question question, Planned planned, Plan plan) {
    List<FactorPlanView.Limit> limits = new ArrayList<>();
    for (Scenario.Factor factor : question.scenario().factors()) {
      Question.Factor named = question.factor(factor.id());
      long used = plan.used(question.scenario(), factor);
      int lacking =
          (int)
              planned.refusals().stream()
                  .filter(r -> r.lacks().stream().anyMatch(l -> lacks(l, factor.id())))
                  .count();
      double price = planned.prices().getOrDefault(factor.id(), 0.0) * 10_000;
      limits.add(
          new FactorPlanView.Limit(
              named.name(),
              named.unit(),
              PlanWords.units(factor.last()),
              PlanWords.units(used),
              PlanWords.units(factor.last() - used),
              price < 0.05
                  ? ""
                  : Amounts.plain(BigDecimal.valueOf(price).setScale(1, RoundingMode.HALF_UP)),
              lacking,
              lacking > 0 || price >= 0.05));
    }
    return limits;
  }

  private static boolean lacks(Planned.Lack lack, String factor) {
    return lack.limit() == Planned.Limit.FACTOR && lack.name().equals(factor);
  }

  private FactorPlanView.Record record(
      Page page, FactorPlan plan, Question question, @Nullable Planned planned, PlanWords words) {
    Long follows = plan.follows();
    return new FactorPlanView.Record(
        plan.sha256(),
        question.asOf().toString(),
        String.valueOf(plan.ask().seed()),
        planned == null ? "–" : planned.work().toString(),
        plan.millis() == null
            ? "–"
            : BigDecimal.valueOf(plan.millis(), 3)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString(),
        plan.madeBy() + " · " + page.time(plan.madeAt()),
        plan.adoptedAt() == null ? "" : plan.adoptedBy() + " · " + page.time(plan.adoptedAt()),
        follows == null
            ? null
            : plans
                .find(plan.zoneId(), follows)
                .map(
                    f ->
                        new FactorPlanView.Named(f.name(), "", page.in("projects/plans/" + f.id())))
                .orElse(null),
        weights(question.weights(), words));
  }

  static List<FactorPlanView.Named> weights(Map<Measure, BigDecimal> points, PlanWords words) {
    return points.entrySet().stream()
        .map(
            weight ->
                new FactorPlanView.Named(
                    words.t("plans.measure." + weight.getKey().code()),
                    words.t(
                        "plans.measure." + weight.getKey().code() + ".points",
                        Amounts.plain(weight.getValue())),
                    ""))
        .toList();
  }

  /** As it improves; the newest moment first. */
  FactorPlanView.Running running(Page page, FactorPlan plan, PlanWords words) {
    Long job = plan.jobId();
    JobLine line =
        job == null ? null : jobs.find(job).map(found -> JobLine.of(found, page)).orElse(null);
    List<FactorPlanView.Moment> points =
        new ArrayList<>(watch.of(plan.id()).stream().map(p -> moment(p, words)).toList());
    return new FactorPlanView.Running(
        line, points.reversed(), line != null && line.job().state().isOver());
  }

  static FactorPlanView.Moment moment(PlanJson.Point point, PlanWords words) {
    return new FactorPlanView.Moment(
        words.t(
            "plans.seconds",
            BigDecimal.valueOf(point.millis(), 3).setScale(1, RoundingMode.HALF_UP)),
        point.value() == null ? "–" : "%,d".formatted(point.value()),
        "%,d".formatted(point.bound()));
  }

  private List<ProjectView.Choice> others(long zone, long id) {
    return plans.list(zone).stream()
        .filter(other -> other.id() != id && other.hasPlan())
        .map(other -> new ProjectView.Choice(String.valueOf(other.id()), other.name()))
        .toList();
  }

  /** Parcel → style of its colour and what it says. */
  static Map<Long, String> colours(Question question, @Nullable Plan plan) {
    if (plan == null) {
      return Map.of();
    }
    Map<Long, String> colours = new java.util.HashMap<>();
    Packing.of(question, plan)
        .forEach(
            (id, lots) -> lots.forEach(lot -> colours.put(lot.id(), question.project(id).name())));
    return colours;
  }

  static Set<Long> open(Question question) {
    return question.places().stream()
        .filter(place -> place.ready() < question.quarters().size())
        .flatMap(place -> place.lots().stream())
        .map(Question.Piece::id)
        .collect(Collectors.toSet());
  }
}

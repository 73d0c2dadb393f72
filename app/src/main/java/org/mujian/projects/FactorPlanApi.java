package org.mujian.projects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.allocation.Scenario;
import org.mujian.identity.Account;
import org.mujian.identity.CurrentAccount;
import org.mujian.projects.plan.HandOn;
import org.mujian.projects.plan.Packing;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRefused;
import org.mujian.projects.plan.PlanRules;
import org.mujian.projects.plan.Question;
import org.mujian.projects.plan.WhatIf;
import org.mujian.web.ApiZone;
import org.mujian.web.Idempotency;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans for programs. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "plans", description = "要素配置方案 / plans of scarce factors")
class FactorPlanApi {

  private final FactorPlans plans;
  private final Drafting drafting;
  private final Adoption adoption;
  private final ApiZone zones;
  private final Idempotency idempotency;
  private final PlanWords words;

  FactorPlanApi(
      FactorPlans plans,
      Drafting drafting,
      Adoption adoption,
      ApiZone zones,
      Idempotency idempotency,
      Texts texts) {
    this.plans = plans;
    this.drafting = drafting;
    this.adoption = adoption;
    this.zones = zones;
    this.idempotency = idempotency;
    this.words = new PlanWords(texts, Language.SIMPLIFIED);
  }

  /**
   * A scenario. All but the name may be left out.
   *
   * @param together {@code project} only where {@code other} is in too, no earlier
   * @param apart never both
   * @param instead one of them at most, each serves whoever needs one of them
   * @param safety kinds of projects that keep so many {@code metres} apart
   * @param near kinds that wish to lie within so many {@code metres}, for so many {@code points}
   * @param atLeast so many starts ({@code count}) up to a quarter ({@code by}, 0 is the current)
   * @param parts projects that may be had with so many {@code percent} of their factors
   */
  record New(
      @Nullable String name,
      @Nullable Integer quarters,
      @Nullable List<String> objectives,
      @Nullable Integer seconds,
      @Nullable Long seed,
      @Nullable List<Change> changes,
      @Nullable List<Decided> hands,
      @Nullable List<PlanAsk.Pair> together,
      @Nullable List<PlanAsk.Pair> apart,
      @Nullable List<PlanAsk.Pair> instead,
      @Nullable List<PlanRules.Safety> safety,
      @Nullable List<PlanRules.Near> near,
      @Nullable List<PlanRules.AtLeast> atLeast,
      @Nullable List<PlanRules.Part> parts,
      @Nullable Long follows) {}

  /**
   * An assumption.
   *
   * @param kind {@code supply-more}, {@code supply-later}, {@code work-later} or {@code parcel-out}
   * @param quarters from which one on (0 is the current), or how many later
   */
  record Change(
      @Nullable String kind,
      @Nullable String target,
      @Nullable BigDecimal amount,
      @Nullable Integer quarters) {}

  /**
   * @param hand {@code pinned} or {@code forbidden}
   */
  record Decided(@Nullable Long project, @Nullable String hand, @Nullable String parcel) {}

  /** A plan that is being solved: ask for the job, or for the plan. */
  record Accepted(long plan, @Nullable Long job) {}

  record Line(long id, String name, String status, @Nullable Long job, String sha256) {}

  record Part(String objective, long value, long bound) {}

  /**
   * A project that is in.
   *
   * @param percent of its factors that it is supported with
   */
  record In(
      long project,
      String name,
      List<String> parcels,
      String from,
      int percent,
      List<String> displaces) {}

  /**
   * A project that is not in.
   *
   * @param lacks what it would take: each alone keeps it out, without exactly these it fits in
   * @param from the first quarter after the plan in which waiting alone would do, by what is
   *     announced; null when nothing announced is enough, or nothing is to be waited for
   * @param months until then, from the current quarter on
   */
  record Out(
      long project,
      String name,
      List<Lacking> lacks,
      @Nullable String from,
      @Nullable Integer months,
      List<String> reasons) {}

  /**
   * One limit.
   *
   * @param limit {@code factor}, {@code place}, {@code later}, {@code needs} and so on
   * @param name of the factor, the parcels or the other project
   * @param missing how much more it would take, in {@code unit}; null where units say nothing
   */
  record Lacking(String limit, String name, @Nullable BigDecimal missing, @Nullable String unit) {}

  /**
   * A plan.
   *
   * @param status {@code solving}, {@code solved}, {@code none} or {@code adopted}
   * @param conflict pinned projects and least numbers that cannot be met together
   * @param rules that hold in it, in words
   * @param work that was spent, to compute it again by
   * @param prices of one more unit of each factor, in points
   */
  record Answer(
      long id,
      String name,
      String status,
      @Nullable Long job,
      List<String> quarters,
      List<Part> parts,
      List<In> chosen,
      List<Out> refused,
      List<String> conflict,
      List<String> rules,
      Map<String, Double> prices,
      List<String> notes,
      String inputSha256,
      long seed,
      List<Long> work) {}

  @Operation(
      summary = "Draft a plan and solve it",
      description =
          "Reads the zone as it is, keeps the question with its hash, and queues the search: 202"
              + " with the plan's and the job's id. Sent again with the same Idempotency-Key it is"
              + " drafted once. 422 says what cannot be asked so.")
  @PostMapping
  ResponseEntity<Accepted> draft(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody New body) {
    long zoneId = zone(request, zone, true);
    long id =
        idempotency.once(
            CurrentAccount.get(request),
            zoneId,
            key,
            "POST plans " + body,
            () -> drafting.draft(zoneId, ask(body), body.follows()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/plans/" + id))
        .body(new Accepted(id, plans.get(zoneId, id).jobId()));
  }

  private static PlanAsk ask(New body) {
    return new PlanAsk(
        body.name() == null ? "" : body.name(),
        body.quarters() == null ? PlanAsk.USUAL_QUARTERS : body.quarters(),
        body.objectives() == null
            ? PlanAsk.USUAL
            : body.objectives().stream().map(o -> code(Objective.class, o, "objectives")).toList(),
        body.seconds() == null ? PlanAsk.USUAL_SECONDS : body.seconds(),
        body.seed() == null ? 1 : body.seed(),
        or(body.changes()).stream().map(FactorPlanApi::whatIf).toList(),
        or(body.hands()).stream().map(FactorPlanApi::hand).toList(),
        or(body.together()),
        or(body.apart()),
        new PlanRules(
            or(body.instead()),
            or(body.safety()),
            or(body.near()),
            or(body.atLeast()),
            or(body.parts())));
  }

  private static <T> List<T> or(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static WhatIf whatIf(Change change) {
    return new WhatIf(
        code(WhatIf.Kind.class, change.kind(), "kind"),
        change.target() == null ? "" : change.target(),
        change.amount() == null ? BigDecimal.ZERO : change.amount(),
        change.quarters() == null ? 0 : change.quarters());
  }

  private static HandOn hand(Decided decided) {
    if (decided.project() == null) {
      throw new PlanRefused("hands 缺 project（项目编号）", "hands lack the project's id");
    }
    return new HandOn(
        decided.project(), code(Scenario.Hand.class, decided.hand(), "hand"), decided.parcel());
  }

  private static <E extends Enum<E>> E code(Class<E> kind, @Nullable String code, String field) {
    for (E one : kind.getEnumConstants()) {
      if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code)) {
        return one;
      }
    }
    String offered =
        java.util.Arrays.stream(kind.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "));
    throw new PlanRefused(
        field + " 不认识「" + code + "」；可用：" + offered,
        field + " does not know '" + code + "'; use one of " + offered);
  }

  @Operation(summary = "The newest plans of a zone, at most 100")
  @GetMapping
  List<Line> list(HttpServletRequest request, @RequestParam(defaultValue = "") String zone) {
    return plans.list(zone(request, zone, false)).stream()
        .map(
            plan ->
                new Line(plan.id(), plan.name(), plan.status().code(), plan.jobId(), plan.sha256()))
        .toList();
  }

  @Operation(
      summary = "One plan",
      description = "Value and bound by objective, who is in and where, who is not and why.")
  @GetMapping("/{id}")
  Answer get(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone) {
    return answer(plans.get(zone(request, zone, false), id));
  }

  @Operation(
      summary = "Adopt a plan: reserve its parcels and factors, all or nothing",
      description =
          "409 names who holds what until when; nothing is changed then. Sent again with the same"
              + " Idempotency-Key it is adopted once.")
  @PostMapping("/{id}/adopt")
  Answer adopt(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String zone,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    long zoneId = zone(request, zone, true);
    idempotency.once(
        CurrentAccount.get(request),
        zoneId,
        key,
        "POST plans/" + id + "/adopt",
        () -> {
          adoption.adopt(zoneId, id);
          return id;
        });
    return answer(plans.get(zoneId, id));
  }

  private long zone(HttpServletRequest request, String code, boolean write) {
    Account account = CurrentAccount.get(request);
    if (write) {
      Rights.checkWrite(account);
    } else {
      Rights.checkRead(account);
    }
    return zones.of(account, code);
  }

  private Answer answer(FactorPlan plan) {
    Question question = PlanJson.question(plan.input());
    String result = plan.result();
    Planned planned = result == null ? null : PlanJson.planned(result);
    return new Answer(
        plan.id(),
        plan.name(),
        plan.status().code(),
        plan.jobId(),
        question.quarters().stream().map(Question.Period::name).toList(),
        planned == null
            ? List.of()
            : planned.parts().stream()
                .map(
                    p ->
                        new Part(
                            p.objective().name().toLowerCase(Locale.ROOT), p.value(), p.bound()))
                .toList(),
        planned == null ? List.of() : chosen(question, planned),
        planned == null ? List.of() : refused(question, planned),
        planned == null ? List.of() : words.conflict(question, planned),
        words.rules(question),
        planned == null ? Map.of() : prices(planned),
        question.notes().stream().map(words::note).toList(),
        plan.sha256(),
        plan.ask().seed(),
        planned == null ? List.of() : planned.work());
  }

  private static List<In> chosen(Question question, Planned planned) {
    Plan plan = planned.plan().orElse(null);
    if (plan == null) {
      return List.of();
    }
    Map<String, List<Question.Piece>> lots = Packing.of(question, plan);
    return plan.placed().entrySet().stream()
        .map(
            in ->
                new In(
                    Long.parseLong(in.getKey()),
                    question.project(in.getKey()).name(),
                    lots.getOrDefault(in.getKey(), List.of()).stream()
                        .map(Question.Piece::number)
                        .toList(),
                    PlanWords.quarter(question, in.getValue().start()),
                    in.getValue().step() == 0
                        ? 100
                        : question.part(in.getKey(), in.getValue().step()).percent(),
                    planned.displaces().getOrDefault(in.getKey(), List.of()).stream()
                        .map(id -> question.project(id).name())
                        .toList()))
        .toList();
  }

  private List<Out> refused(Question question, Planned planned) {
    return planned.refusals().stream()
        .map(
            out ->
                new Out(
                    Long.parseLong(out.project()),
                    question.project(out.project()).name(),
                    PlanWords.told(question, out).stream().map(l -> lacking(question, l)).toList(),
                    out.from().isPresent()
                        ? PlanWords.quarter(question, out.from().getAsInt())
                        : null,
                    out.from().isPresent() ? 3 * out.from().getAsInt() : null,
                    words.reasons(question, out)))
        .toList();
  }

  private static Lacking lacking(Question question, Planned.Lack lack) {
    String limit = lack.limit().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String name =
        question.projects().stream()
            .filter(p -> p.id().equals(lack.name()))
            .map(Question.Asking::name)
            .findFirst()
            .orElse(lack.name());
    return switch (lack.limit()) {
      case FACTOR -> {
        Question.Factor factor = question.factor(lack.name());
        yield new Lacking(
            limit,
            factor.name(),
            BigDecimal.valueOf(lack.missing(), Question.DECIMALS).stripTrailingZeros(),
            factor.unit());
      }
      case PLACE -> new Lacking(limit, name, new BigDecimal(PlanWords.mu(lack.missing())), "亩");
      case LATER -> new Lacking(limit, name, BigDecimal.valueOf(3 * lack.missing()), "月");
      default -> new Lacking(limit, name, null, null);
    };
  }

  private static Map<String, Double> prices(Planned planned) {
    Map<String, Double> prices = new java.util.TreeMap<>();
    planned
        .prices()
        .forEach(
            (factor, price) ->
                prices.put(factor, Math.round(Objects.requireNonNull(price) * 1e8) / 1e4));
    return prices;
  }
}

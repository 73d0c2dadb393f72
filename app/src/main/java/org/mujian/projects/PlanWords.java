package org.mujian.projects;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Plan;
import org.mujian.allocation.Planned;
import org.mujian.projects.plan.PlanAsk;
import org.mujian.projects.plan.PlanRules;
import org.mujian.projects.plan.Question;
import org.mujian.projects.plan.WhatIf;
import org.mujian.units.Area;
import org.mujian.units.Period;
import org.mujian.web.Language;
import org.mujian.web.Page;
import org.mujian.web.Texts;

/** What a plan says, in sentences that can be read aloud. */
final class PlanWords {

  private final Texts texts;
  private final Language language;

  PlanWords(Texts texts, Language language) {
    this.texts = texts;
    this.language = language;
  }

  static PlanWords of(Page page) {
    return new PlanWords(page.texts(), page.language());
  }

  String t(String key, Object... values) {
    return texts.get(language, key, values);
  }

  String objective(Objective objective) {
    return t("plans.objective." + objective.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** With the unit in which the objective counts. */
  String amount(Objective objective, long value) {
    return t(
        "plans.objective." + objective.name().toLowerCase(java.util.Locale.ROOT) + ".amount",
        "%,d".formatted(value));
  }

  /** How good it is, in words. */
  String proof(Planned.Part part) {
    if (part.isProven()) {
      return t("plans.proven");
    }
    long apart = Math.abs(part.bound() - part.value());
    BigDecimal percent =
        BigDecimal.valueOf(100 * apart)
            .divide(
                BigDecimal.valueOf(Math.max(1, Math.abs(part.bound()))), 1, RoundingMode.CEILING);
    return t(
        part.objective() == Objective.CHANGES ? "plans.gap.less" : "plans.gap.more",
        amount(part.objective(), apart),
        percent.toPlainString());
  }

  /** Why a project is not in: one sentence for each limit. */
  List<String> reasons(Question question, Planned.Refusal refusal) {
    List<String> reasons = new ArrayList<>();
    question.project(refusal.project()).noPlace().forEach(note -> reasons.add(note(note)));
    told(question, refusal).forEach(lack -> reasons.add(lack(question, lack)));
    String from = from(question, refusal.lacks(), refusal.from());
    if (!from.isEmpty()) {
      reasons.add(from);
    }
    return reasons;
  }

  /** The limits that are the engine's to tell: why it has no place is told by the zone. */
  static List<Planned.Lack> told(Question question, Planned.Refusal refusal) {
    boolean placed = question.project(refusal.project()).noPlace().isEmpty();
    return refusal.lacks().stream()
        .filter(
            lack ->
                placed
                    || lack.limit() != Planned.Limit.FORBIDDEN
                        && lack.limit() != Planned.Limit.PLACE)
        .toList();
  }

  /**
   * From when waiting alone would do, or that it will not; empty where waiting is not the point.
   */
  String from(Question question, List<Planned.Lack> lacks, OptionalInt from) {
    if (from.isPresent()) {
      return t("plans.from.when", quarter(question, from.getAsInt()), 3 * from.getAsInt());
    }
    boolean scarce = lacks.stream().allMatch(lack -> SCARCE.contains(lack.limit()));
    return scarce && !lacks.isEmpty() ? t("plans.from.never") : "";
  }

  private static final Set<Planned.Limit> SCARCE =
      EnumSet.of(Planned.Limit.FACTOR, Planned.Limit.PLACE, Planned.Limit.LATER);

  String lack(Question question, Planned.Lack lack) {
    return switch (lack.limit()) {
      case FACTOR -> {
        Question.Factor factor = question.factor(lack.name());
        yield t("plans.lack.factor", factor.name(), units(lack.missing()), factor.unit());
      }
      case PLACE -> t("plans.lack.place", shortPlace(question, lack.name()), mu(lack.missing()));
      case NEEDS -> t("plans.lack.needs", question.project(lack.name()).name());
      case EXCLUDES -> t("plans.lack.excludes", question.project(lack.name()).name());
      case REPLACED -> t("plans.lack.replaced", question.project(lack.name()).name());
      case TOO_NEAR -> t("plans.lack.too-near", question.project(lack.name()).name());
      case LATER -> later(question, lack);
      case FORBIDDEN -> t("plans.lack.forbidden");
      case NO_GAIN -> t("plans.lack.no-gain");
    };
  }

  private String later(Question question, Planned.Lack lack) {
    String when =
        quarter(question, question.quarters().size() - 1 + Math.toIntExact(lack.missing()));
    return question.findPlace(lack.name()).isPresent()
        ? t("plans.lack.later", shortPlace(question, lack.name()), when, lack.missing() * 3)
        : t("plans.lack.later.start", when, lack.missing() * 3);
  }

  /** The first and the last of many parcels. */
  private static String shortPlace(Question question, String place) {
    Optional<Question.Place> found = question.findPlace(place);
    List<Question.Piece> lots = found.map(Question.Place::lots).orElse(List.of());
    return lots.size() <= 3 ? place : lots.getFirst().number() + "–" + lots.getLast().number();
  }

  static String lots(List<Question.Piece> lots) {
    return lots.stream().map(Question.Piece::number).collect(Collectors.joining("、"));
  }

  static String mu(long m2) {
    return Area.ofSquareMetres(BigDecimal.valueOf(m2)).mu(1).toPlainString();
  }

  static String mu(List<Question.Piece> lots) {
    return mu(lots.stream().mapToLong(Question.Piece::areaM2).sum());
  }

  /** From the engine's whole numbers. */
  static String units(long scaled) {
    return Amounts.plain(BigDecimal.valueOf(scaled, Question.DECIMALS));
  }

  String note(Question.Note note) {
    List<String> values = note.values();
    if (note.key().equals("plans.note.no-account")) {
      String factor = values.getFirst();
      return t(
          note.key(), NeedWords.FACTORS.contains(factor) ? t("projects.factor." + factor) : factor);
    }
    return t(note.key(), values.toArray());
  }

  String whatIf(Question question, WhatIf whatIf) {
    return switch (whatIf.kind()) {
      case SUPPLY_MORE -> {
        Question.Factor factor = question.factor(whatIf.target());
        yield t(
            whatIf.amount().signum() < 0 ? "plans.what-if.less" : "plans.what-if.more",
            factor.name(),
            Amounts.plain(whatIf.amount().abs()),
            factor.unit(),
            quarter(question, whatIf.quarters()));
      }
      case SUPPLY_LATER ->
          t(
              "plans.what-if.supply-later",
              question.factor(whatIf.target()).name(),
              whatIf.quarters());
      case WORK_LATER -> t("plans.what-if.work-later", whatIf.target(), whatIf.quarters());
      case PARCEL_OUT -> t("plans.what-if.parcel-out", whatIf.target());
    };
  }

  /** What people ask among projects, one sentence a rule. */
  List<String> rules(Question question) {
    List<String> said = new ArrayList<>();
    question.ask().together().forEach(pair -> said.add(pair(question, "together", pair)));
    question.ask().apart().forEach(pair -> said.add(pair(question, "apart", pair)));
    PlanRules rules = question.ask().rules();
    rules.instead().forEach(pair -> said.add(pair(question, "instead", pair)));
    rules.safety().forEach(s -> said.add(t("plans.rule.safety", s.kind(), s.other(), s.metres())));
    rules
        .near()
        .forEach(n -> said.add(t("plans.rule.near", n.kind(), n.other(), n.metres(), n.points())));
    rules.atLeast().forEach(least -> said.add(least(question, least)));
    rules
        .parts()
        .forEach(
            part -> said.add(t("plans.rule.part", name(question, part.project()), part.percent())));
    return said;
  }

  private String least(Question question, PlanRules.AtLeast least) {
    return t("plans.rule.least", least.count(), quarter(question, least.by()));
  }

  private String pair(Question question, String how, PlanAsk.Pair pair) {
    return t("plans.rule." + how, name(question, pair.project()), name(question, pair.other()));
  }

  private static String name(Question question, long project) {
    return question.project(String.valueOf(project)).name();
  }

  /** What a conflict names: a pinned project, or a least number of starts. */
  List<String> conflict(Question question, Planned planned) {
    return planned.conflict().stream()
        .map(
            id ->
                question
                    .findProject(id)
                    .map(Question.Asking::name)
                    .orElseGet(() -> least(question, question.least(id))))
        .toList();
  }

  /** In which part a project is supported; empty when in full. */
  String part(Question question, String project, Plan.Spot spot) {
    return spot.step() == 0 ? "" : t("plans.part", question.part(project, spot.step()).percent());
  }

  /** Of the plan or after it. */
  static String quarter(Question question, int at) {
    java.time.LocalDate first = question.quarters().getFirst().first().plusMonths(3L * at);
    return new Period.Quarter(first.getYear(), (first.getMonthValue() + 2) / 3).toString();
  }
}

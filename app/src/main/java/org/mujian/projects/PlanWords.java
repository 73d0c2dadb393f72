package org.mujian.projects;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mujian.allocation.Objective;
import org.mujian.allocation.Planned;
import org.mujian.projects.plan.Question;
import org.mujian.projects.plan.WhatIf;
import org.mujian.units.Area;
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
    List<Question.Note> noPlace = question.project(refusal.project()).noPlace();
    return java.util.stream.Stream.concat(
            noPlace.stream().map(this::note),
            refusal.lacks().stream()
                .filter(
                    lack ->
                        noPlace.isEmpty()
                            || lack.limit() != Planned.Limit.FORBIDDEN
                                && lack.limit() != Planned.Limit.PLACE)
                .map(lack -> lack(question, lack)))
        .toList();
  }

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
      case LATER -> t("plans.lack.later", lack.missing(), lack.missing() * 3);
      case FORBIDDEN -> t("plans.lack.forbidden");
      case NO_GAIN -> t("plans.lack.no-gain");
    };
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

  static String quarter(Question question, int at) {
    List<Question.Period> quarters = question.quarters();
    return quarters.get(Math.clamp(at, 0, quarters.size() - 1)).name();
  }
}

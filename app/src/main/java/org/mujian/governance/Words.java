package org.mujian.governance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mujian.appraisal.Mark;
import org.mujian.appraisal.Reason;
import org.mujian.appraisal.Rule;
import org.mujian.web.Figure;
import org.mujian.web.Language;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.mujian.web.Texts;

/** Marks, rules and lights in a language. */
record Words(Texts texts, Language language) {

  /** Which inputs of a reason are shares of one. */
  private static final Map<Reason, List<Integer>> SHARES =
      Map.of(
          Reason.COMPLETION, List.of(2),
          Reason.CAPPED, List.of(2, 3),
          Reason.ABOVE, List.of(2),
          Reason.GROWN, List.of(2),
          Reason.GROWN_TO_FULL, List.of(2),
          Reason.BELOW_BASE, List.of(2),
          Reason.BAND, List.of(2));

  static Words of(Page page) {
    return new Words(page.texts(), page.language());
  }

  String t(String key, Object... values) {
    return texts.get(language, key, values);
  }

  /** Why the mark is what it is, with its numbers. */
  String reason(Mark mark) {
    List<Integer> shares = SHARES.getOrDefault(mark.reason(), List.of());
    Object[] inputs = new Object[mark.inputs().size()];
    for (int i = 0; i < inputs.length; i++) {
      BigDecimal input = mark.inputs().get(i);
      inputs[i] = shares.contains(i) ? Verdict.percent(input) : number(input);
    }
    return t("governance.reason." + key(mark.reason().name()), inputs);
  }

  /** The reason in one line for the light. */
  Light light(Verdict verdict, Mark mark) {
    if (verdict.share() == null) {
      return new Light(verdict.state(), t("governance.light." + key(mark.reason().name())));
    }
    String share = Verdict.percent(verdict.share());
    return new Light(
        verdict.state(),
        verdict.expected() == null
            ? t("governance.light.share", share)
            : t("governance.light.progress", share, Verdict.percent(verdict.expected())));
  }

  String rule(Rule rule) {
    return switch (rule) {
      case Rule.Completion r ->
          r.cap().compareTo(BigDecimal.ONE) == 0
              ? t("governance.rule.completion")
              : t("governance.rule.completion.cap", Verdict.percent(r.cap()));
      case Rule.Reverse r -> t("governance.rule.reverse");
      case Rule.BaseYear r ->
          t(
              "governance.rule.base-year",
              Verdict.percent(r.reached()),
              Verdict.percent(r.step()),
              number(r.more()));
      case Rule.Bands r ->
          t(
              r.lowerIsBetter() ? "governance.rule.bands.lower" : "governance.rule.bands",
              String.join(
                  "；",
                  r.bands().stream()
                      .map(b -> number(b.limit()) + " → " + Verdict.percent(b.share()))
                      .toList()));
      case Rule.Deduction r -> t("governance.rule.deduction", number(r.each()));
    };
  }

  /** Points without more digits than they have, two at most. */
  static String points(BigDecimal points) {
    BigDecimal shown = points.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
  }

  static String signed(BigDecimal points) {
    return (points.signum() > 0 ? "+" : "") + points(points);
  }

  /** Grouped, with the digits it has. */
  static String number(BigDecimal value) {
    BigDecimal shown = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, Math.min(4, shown.scale())) + "f", shown);
  }

  /** A value with its fact and period behind it; missing with the reason. */
  Figure value(Page page, Standing.Line line) {
    Evidence evidence = line.evidence();
    Figure.Line said =
        new Figure.Line(t("governance.measure"), line.of().measure(), page.in("facts/measures"));
    BigDecimal value = line.mark().reading().value();
    if (value != null && evidence.counted() != null) {
      return counted(page, evidence.counted(), String.valueOf(evidence.period()), value, said);
    }
    if (value == null || evidence.fact() == null) {
      String why = evidence.missing() == null ? t("governance.no-fact") : evidence.missing();
      return value == null ? Figure.missing(why, "", said) : Figure.of(number(value), "", said);
    }
    return Figure.of(
        number(value),
        "",
        new Figure.Line(
            t("governance.source"), t("governance.fact"), page.in("facts/" + evidence.fact())),
        new Figure.Line(t("governance.period"), String.valueOf(evidence.period()), null),
        said);
  }

  /** Counted by the projects' room, whose page lists who was counted; of this year only. */
  private Figure counted(
      Page page, String code, String period, BigDecimal value, Figure.Line said) {
    boolean listed = period.startsWith(String.valueOf(page.today().getYear()));
    return Figure.of(
        number(value),
        "",
        new Figure.Line(
            t("governance.source"),
            t("governance.counted-by.projects"),
            listed ? page.in("projects/plan") + "#" + code : null),
        new Figure.Line(t("governance.period"), period, null),
        said);
  }

  private static String key(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

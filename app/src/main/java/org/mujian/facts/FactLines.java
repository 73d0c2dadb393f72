package org.mujian.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;
import org.mujian.web.Figure;
import org.mujian.web.Light;
import org.mujian.web.Page;
import org.springframework.stereotype.Component;

/** Puts facts into a page's words. */
@Component
class FactLines {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Measures measures;
  private final Comparison comparison;
  private final List<SubjectNames> names;

  FactLines(Measures measures, Comparison comparison, List<SubjectNames> names) {
    this.measures = measures;
    this.comparison = comparison;
    this.names = names;
  }

  /** With growth, compared within the same knowledge. */
  List<FactLine> compared(Page page, long zone, List<Fact> facts, AsKnown asKnown) {
    Map<String, Measure> known = measures.byCode(zone);
    Map<Long, Comparison.Growths> growths = comparison.ofAll(zone, facts, known, asKnown);
    return facts.stream().map(fact -> line(page, fact, known, growths.get(fact.id()))).toList();
  }

  List<FactLine> plain(Page page, long zone, List<Fact> facts) {
    Map<String, Measure> known = measures.byCode(zone);
    return facts.stream().map(fact -> line(page, fact, known, null)).toList();
  }

  /** Names subjects for one answer, each asked for once. */
  Named named(Page page) {
    return new Named(page, new java.util.HashMap<>());
  }

  final class Named {
    private final Page page;
    private final Map<Subject, String> known;

    private Named(Page page, Map<Subject, String> known) {
      this.page = page;
      this.known = known;
    }

    String of(Fact fact) {
      return known.computeIfAbsent(fact.subject(), s -> subject(page, fact, subject(fact)));
    }
  }

  private FactLine line(
      Page page, Fact fact, Map<String, Measure> known, Comparison.@Nullable Growths growths) {
    Measure measure = requireNonNull(known.get(fact.measure()));
    SubjectNames.@Nullable Named subject = subject(fact);
    String recorded = minute(fact.recorded().at()) + " " + fact.recorded().who();
    return new FactLine(
        fact,
        page.in("facts/" + fact.id()),
        name(page, measure),
        period(page, fact.period()),
        subject(page, fact, subject),
        subject == null ? null : page.in(subject.href()),
        figure(page, fact, measure),
        page.t("facts.basis." + fact.basis().code()),
        fact.basis() == measure.official(),
        light(page, fact),
        growths == null ? List.of() : growth(page, growths),
        recorded,
        minute(fact.reviewed().at()) + " " + fact.reviewed().who(),
        known(page, fact));
  }

  static String name(Page page, Measure measure) {
    return page.language() == org.mujian.web.Language.ENGLISH ? measure.nameEn() : measure.name();
  }

  static String period(Page page, Period period) {
    String text = period.toString();
    String year = text.substring(0, 4);
    return switch (period) {
      case Period.Day day -> text;
      case Period.Month month -> page.t("facts.period.month", year, month.month().getMonthValue());
      case Period.Cumulative to ->
          page.t("facts.period.cumulative", year, to.last().getMonthValue());
      case Period.Quarter quarter -> page.t("facts.period.quarter", year, quarter.quarter());
      case Period.Year whole -> page.t("facts.period.year", year);
    };
  }

  private Figure figure(Page page, Fact fact, Measure measure) {
    Figure.Line[] source = {
      new Figure.Line(page.t("facts.basis"), page.t("facts.basis." + fact.basis().code()), null),
      new Figure.Line(page.t("facts.period"), period(page, fact.period()), null),
      new Figure.Line(page.t("facts.source"), fact.source(), null),
      new Figure.Line(
          page.t("facts.reviewed"),
          light(page, fact).reason()
              + " · "
              + minute(fact.reviewed().at())
              + " "
              + fact.reviewed().who(),
          null),
      new Figure.Line(page.t("facts.known"), known(page, fact), null),
      new Figure.Line("", page.t("facts.open"), page.in("facts/" + fact.id()))
    };
    return fact.value() == null
        ? Figure.missing(String.valueOf(fact.missing()), measure.shownUnit(), source)
        : Figure.of(measure.show(fact.value()), measure.shownUnit(), source);
  }

  private static Light light(Page page, Fact fact) {
    return switch (fact.state()) {
      case APPROVED -> new Light(Light.State.OK, page.t("facts.state.approved"));
      case RETURNED ->
          new Light(
              Light.State.BAD,
              page.t("facts.state.returned") + " " + String.valueOf(fact.reason()));
      case SUBMITTED -> new Light(Light.State.WARN, page.t("facts.state.submitted"));
      case DRAFT -> new Light(Light.State.WARN, page.t("facts.state.draft"));
    };
  }

  private static List<String> growth(Page page, Comparison.Growths growths) {
    List<String> texts = new ArrayList<>();
    if (growths.year().amount() != null) {
      texts.add(page.t("facts.year-on-year", amount(page, growths.year())));
    }
    if (growths.before() != null && growths.before().amount() != null) {
      texts.add(page.t("facts.on-before", amount(page, growths.before())));
    }
    return texts;
  }

  static String amount(Page page, Growth growth) {
    return page.t(growth.points() ? "facts.points" : "facts.percent", growth.signed());
  }

  static String known(Page page, Fact fact) {
    return fact.knownAt() == null
        ? page.t("facts.unsealed")
        : page.t("facts.sealed", minute(fact.knownAt()), String.valueOf(fact.seal()));
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  private SubjectNames.@Nullable Named subject(Fact fact) {
    return names.stream()
        .filter(name -> name.kind().equals(fact.subject().kind()))
        .findFirst()
        .flatMap(name -> name.find(fact.zoneId(), fact.subject().id()))
        .orElse(null);
  }

  private static String subject(Page page, Fact fact, SubjectNames.@Nullable Named named) {
    if (fact.subject().kind().equals(Subject.ZONE)) {
      return page.t("facts.subject.zone");
    }
    return named == null ? fact.subject().toString() : named.name();
  }
}

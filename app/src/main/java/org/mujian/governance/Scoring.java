package org.mujian.governance;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Appraisal;
import org.mujian.appraisal.Mark;
import org.mujian.appraisal.Reading;
import org.mujian.appraisal.Score;
import org.mujian.facts.AsKnown;
import org.mujian.facts.Fact;
import org.mujian.facts.Figures;
import org.mujian.facts.Measure;
import org.mujian.facts.Measures;
import org.mujian.facts.Subject;
import org.mujian.units.Period;
import org.mujian.web.ReadOnce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scores rounds. A running one reads approved facts of the official basis, all indicators and both
 * months in one query, and where there is none what another room counts; a frozen one reads what it
 * kept.
 */
@Component
@Transactional(readOnly = true)
class Scoring {

  private final Rounds rounds;
  private final Schemes schemes;
  private final Measures measures;
  private final Figures figures;
  private final CountedValues counted;
  private final ReadOnce once;

  Scoring(
      Rounds rounds,
      Schemes schemes,
      Measures measures,
      Figures figures,
      CountedValues counted,
      ReadOnce once) {
    this.counted = counted;
    this.rounds = rounds;
    this.schemes = schemes;
    this.measures = measures;
    this.figures = figures;
    this.once = once;
  }

  /**
   * @param month of the round's year; a frozen round has its own
   */
  Standing at(Round round, YearMonth month) {
    return once.get(List.of(Scoring.class, round, month), () -> score(round, month));
  }

  private Standing score(Round round, YearMonth month) {
    StoredScheme scheme = schemes.get(round.zoneId(), round.schemeId());
    return round.frozenMonth() == null
        ? running(round, scheme, month)
        : frozen(round, scheme, round.frozenMonth());
  }

  private Standing frozen(Round round, StoredScheme scheme, YearMonth month) {
    Map<Long, KeptValue> kept = rounds.values(round.zoneId(), round.id());
    Map<String, Evidence> evidence = new HashMap<>();
    List<Score.Part> parts = new ArrayList<>();
    var of = scheme.scheme();
    for (int p = 0; p < of.classes().size(); p++) {
      List<Mark> marks = new ArrayList<>();
      for (StoredScheme.Line line : scheme.parts().get(p).lines()) {
        KeptValue value = kept.get(line.id());
        marks.add(mark(line, value));
        evidence.put(line.code(), value == null ? Evidence.NONE : value.evidence());
      }
      parts.add(new Score.Part(of.classes().get(p), List.copyOf(marks)));
    }
    return new Standing(round, scheme, month, new Score(of, parts), null, evidence);
  }

  /**
   * The points that were kept, whatever the engine would say today; its reason for the same
   * numbers.
   */
  private static Mark mark(StoredScheme.Line line, @Nullable KeptValue kept) {
    if (kept == null) {
      return Appraisal.mark(line.indicator(), Reading.NONE);
    }
    Mark mark = Appraisal.mark(line.indicator(), kept.reading());
    return new Mark(line.indicator(), kept.reading(), kept.earned(), mark.reason(), mark.inputs());
  }

  private Standing running(Round round, StoredScheme scheme, YearMonth month) {
    Map<Long, Rounds.Given> given = rounds.targets(round.zoneId(), round.id());
    Map<String, Measure> byCode = measures.byCode(round.zoneId());
    Known known = known(round.zoneId(), scheme, byCode, month);
    CountedValues.Year counts = counted.read(round.zoneId(), scheme, month.getYear());
    Map<String, Evidence> evidence = new HashMap<>();
    Score now = score(scheme, byCode, known, counts, given, month, evidence);
    Score before =
        month.getMonthValue() == 1
            ? null
            : score(scheme, byCode, known, counts, given, month.minusMonths(1), new HashMap<>());
    return new Standing(round, scheme, month, now, before, evidence);
  }

  private static Score score(
      StoredScheme scheme,
      Map<String, Measure> byCode,
      Known known,
      CountedValues.Year counts,
      Map<Long, Rounds.Given> given,
      YearMonth month,
      Map<String, Evidence> evidence) {
    Map<String, Reading> readings = new HashMap<>();
    for (StoredScheme.Line line : scheme.lines()) {
      Measure measure = byCode.get(line.measure());
      if (measure == null) {
        continue; // an own measure that is gone: open, never nothing
      }
      Fact now = known.first(measure, periods(line, month));
      Fact base =
          line.indicator().rule().needsBase()
              ? known.first(measure, periods(line, month.minusYears(1)))
              : null;
      Rounds.Given set = given.get(line.id());
      BigDecimal baseValue = shown(measure, base);
      BigDecimal typedBase = baseValue == null && set != null ? set.base() : null;
      boolean typed = typedBase != null;
      BigDecimal value = shown(measure, now);
      CountedValues.Counted count = value == null ? counts.find(line, month) : null;
      readings.put(
          line.code(),
          new Reading(
              count == null ? value : BigDecimal.valueOf(count.reached()),
              set != null && set.target() != null ? set.target() : line.target(),
              typed ? typedBase : baseValue));
      evidence.put(
          line.code(),
          count != null
              ? Evidence.counted(count.code(), month)
              : new Evidence(
                  now == null ? null : now.period().toString(),
                  now == null ? null : now.id(),
                  typed || base == null ? null : base.id(),
                  typed,
                  now == null ? null : now.missing(),
                  null));
    }
    return Appraisal.score(scheme.scheme(), readings);
  }

  private static @Nullable BigDecimal shown(Measure measure, @Nullable Fact fact) {
    return fact == null || fact.value() == null
        ? null
        : fact.value().movePointLeft(measure.shift());
  }

  /** The periods that can tell an indicator's value at a month, the best first. */
  static List<String> periods(StoredScheme.Line line, YearMonth month) {
    List<Period> periods = new ArrayList<>();
    if (line.accrues()) {
      periods.add(new Period.Cumulative(month));
      if (month.getMonthValue() == 1) {
        periods.add(new Period.Month(month));
      }
    } else {
      periods.add(new Period.Month(month));
      int quarter = month.getMonthValue() / 3;
      if (quarter > 0) {
        periods.add(new Period.Quarter(month.getYear(), quarter)); // the last whole one
      }
    }
    if (month.getMonthValue() == 12) {
      periods.add(new Period.Year(month.getYear()));
    }
    return periods.stream().map(Period::toString).toList();
  }

  private Known known(
      long zone, StoredScheme scheme, Map<String, Measure> byCode, YearMonth month) {
    Set<String> codes =
        scheme.lines().stream().map(StoredScheme.Line::measure).collect(Collectors.toSet());
    Set<String> asked = new HashSet<>();
    for (YearMonth m : List.of(month, month.minusMonths(1))) {
      for (StoredScheme.Line line : scheme.lines()) {
        asked.addAll(periods(line, m));
        if (line.indicator().rule().needsBase()) {
          asked.addAll(periods(line, m.minusYears(1)));
        }
      }
    }
    Map<String, Fact> facts = new HashMap<>();
    for (Fact fact : figures.listAny(zone, codes, asked, Set.of(zone), AsKnown.NOW)) {
      Measure measure = byCode.get(fact.measure());
      boolean official = measure != null && fact.basis() == measure.official();
      if (official && fact.subject().kind().equals(Subject.ZONE)) {
        facts.put(fact.measure() + "|" + fact.period(), fact);
      }
    }
    return new Known(facts);
  }

  private record Known(Map<String, Fact> facts) {
    @Nullable Fact first(Measure measure, List<String> periods) {
      for (String period : periods) {
        Fact fact = facts.get(measure.code() + "|" + period);
        if (fact != null) {
          return fact;
        }
      }
      return null;
    }
  }
}

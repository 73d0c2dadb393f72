package org.mujian.facts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares figures with earlier ones of the same basis: never across bases. */
@Component
@Transactional(readOnly = true)
public class Comparison {

  private final Figures figures;

  Comparison(Figures figures) {
    this.figures = figures;
  }

  /**
   * @param year 同比: with the same period a year earlier
   * @param before 环比: with the period just before; null for cumulative periods, where it means
   *     nothing
   */
  public record Growths(Growth year, @Nullable Growth before) {}

  private record Key(Subject subject, String measure, Basis basis, Period period) {}

  /** The growth of each fact, by its id; one query for all. */
  public Map<Long, Growths> ofAll(
      long zone, List<Fact> facts, Map<String, Measure> measures, AsKnown asKnown) {
    Map<Key, BigDecimal> bases = bases(zone, facts, asKnown);
    Map<Long, Growths> growths = new HashMap<>();
    for (Fact fact : facts) {
      Measure measure = measures.get(fact.measure());
      if (measure != null) {
        growths.put(fact.id(), growths(fact, measure, bases));
      }
    }
    return growths;
  }

  private Map<Key, BigDecimal> bases(long zone, List<Fact> facts, AsKnown asKnown) {
    Set<String> measures = new HashSet<>();
    Set<String> periods = new HashSet<>();
    Set<Long> subjects = new HashSet<>();
    for (Fact fact : facts) {
      measures.add(fact.measure());
      subjects.add(fact.subject().id());
      periods.add(fact.period().yearBefore().toString());
      periods.add(fact.period().before().toString());
    }
    Map<Key, BigDecimal> bases = new HashMap<>();
    for (Fact base : figures.listAny(zone, measures, periods, subjects, asKnown)) {
      if (base.value() != null) {
        bases.put(key(base, base.period()), base.value());
      }
    }
    return bases;
  }

  private static Growths growths(Fact fact, Measure measure, Map<Key, BigDecimal> bases) {
    Growth year =
        Growth.of(measure, fact.value(), bases.get(key(fact, fact.period().yearBefore())));
    return new Growths(
        year,
        fact.period().kind().hasSequence()
            ? Growth.of(measure, fact.value(), bases.get(key(fact, fact.period().before())))
            : null);
  }

  private static Key key(Fact fact, Period period) {
    return new Key(fact.subject(), fact.measure(), fact.basis(), period);
  }
}

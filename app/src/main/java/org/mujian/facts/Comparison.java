package org.mujian.facts;

import java.math.BigDecimal;
import java.util.Optional;
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

  /** 同比: with the same period a year earlier. */
  public Growth withYearBefore(Fact fact, Measure measure, AsKnown asKnown) {
    return Growth.of(measure, fact.value(), value(fact, fact.period().yearBefore(), asKnown));
  }

  /** 环比: with the period just before; empty for cumulative periods, where it means nothing. */
  public Optional<Growth> withPeriodBefore(Fact fact, Measure measure, AsKnown asKnown) {
    return fact.period().kind().hasSequence()
        ? Optional.of(
            Growth.of(measure, fact.value(), value(fact, fact.period().before(), asKnown)))
        : Optional.empty();
  }

  private @Nullable BigDecimal value(Fact fact, Period period, AsKnown asKnown) {
    return figures
        .find(fact.zoneId(), fact.subject(), fact.measure(), fact.basis(), period, asKnown)
        .map(Fact::value)
        .orElse(null);
  }
}

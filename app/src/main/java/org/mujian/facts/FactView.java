package org.mujian.facts;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the API sends it.
 *
 * @param value in {@code unit}; null when there is none, with the reason in {@code missing}
 * @param official whether this basis is the measure's official one
 * @param seal the number under which its last step is sealed; null while it awaits its seal
 */
record FactView(
    long id,
    String subject,
    String measure,
    String measureName,
    String period,
    String basis,
    boolean official,
    @Nullable BigDecimal value,
    @Nullable String missing,
    String unit,
    String state,
    String source,
    String evidence,
    @Nullable Long supersedes,
    Instant recordedAt,
    @Nullable Instant knownAt,
    @Nullable Long seal) {

  static FactView of(Fact fact, Measure measure) {
    return new FactView(
        fact.id(),
        fact.subject().toString(),
        fact.measure(),
        measure.name(),
        fact.period().toString(),
        fact.basis().code(),
        fact.basis() == measure.official(),
        fact.value(),
        fact.missing(),
        measure.unit(),
        fact.state().code(),
        fact.source(),
        fact.evidence(),
        fact.supersedes(),
        fact.recorded().at(),
        fact.knownAt(),
        fact.seal());
  }
}

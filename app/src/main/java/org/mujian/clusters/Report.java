package org.mujian.clusters;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * What an enterprise reported of a month.
 *
 * @param values those that it has; what is missing is not there
 * @param recordedBy who put it in last
 */
public record Report(
    long id,
    long enterpriseId,
    YearMonth month,
    Map<Item, BigDecimal> values,
    String source,
    Instant recordedAt,
    String recordedBy,
    boolean sample,
    int version) {

  public Optional<BigDecimal> find(Item item) {
    return Optional.ofNullable(values.get(item));
  }
}

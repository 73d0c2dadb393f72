package org.mujian.governance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Indicator;
import org.mujian.appraisal.IndicatorClass;
import org.mujian.appraisal.Rule;
import org.mujian.appraisal.Scheme;

/** A version of a scheme as the zone keeps it. */
record StoredScheme(Head head, List<Part> parts) {

  /**
   * @param own ships with the program: ours, not the province's
   */
  record Head(
      long zoneId,
      long id,
      String name,
      int version,
      boolean own,
      BigDecimal points,
      String source,
      boolean sample,
      int indicators) {}

  record Part(String code, String name, BigDecimal points, List<Line> lines) {}

  /** See {@link IndicatorDraft}. */
  record Line(
      long id,
      String code,
      String name,
      String unit,
      BigDecimal points,
      Rule rule,
      boolean accrues,
      @Nullable BigDecimal target,
      String measure,
      String bureau,
      String note) {
    Indicator indicator() {
      return new Indicator(code, name, unit, points, rule);
    }
  }

  List<Line> lines() {
    return parts.stream().flatMap(part -> part.lines().stream()).toList();
  }

  Optional<Line> find(long indicator) {
    return lines().stream().filter(line -> line.id() == indicator).findFirst();
  }

  /** The room's rows as the engine's records. */
  Scheme scheme() {
    return new Scheme(
        head.name(),
        head.points(),
        parts.stream()
            .map(
                part ->
                    new IndicatorClass(
                        part.code(),
                        part.name(),
                        part.points(),
                        part.lines().stream().map(Line::indicator).toList()))
            .toList());
  }
}

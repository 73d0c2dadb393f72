package org.mujian.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mujian.facts.Basis;
import org.mujian.facts.Direction;
import org.mujian.facts.Measure;
import org.mujian.facts.Measures;
import org.springframework.stereotype.Component;

/** Finds the measure of each indicator, by name or code, and makes the ones that are not there. */
@Component
class SchemeMeasures {

  private static final Set<String> COUNTED =
      Set.of("个", "家", "件", "人", "人次", "项", "场", "起", "次", "元");

  private final Measures measures;

  SchemeMeasures(Measures measures) {
    this.measures = measures;
  }

  /**
   * @return measure codes by the indicators' codes
   * @throws GovernanceRefused when an indicator's unit is not the one in which its measure is shown
   */
  Map<String, String> ensure(long zone, SchemeDraft draft) {
    Map<String, Measure> known = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Measure measure : measures.list(zone)) {
      known.putIfAbsent(measure.name(), measure);
      known.put(measure.code(), measure);
      taken.add(measure.code());
    }
    List<Measure> fresh = new ArrayList<>();
    Map<String, String> codes = new HashMap<>();
    for (SchemeDraft.ClassDraft part : draft.classes()) {
      for (IndicatorDraft line : part.indicators()) {
        Measure measure = known.get(line.measureName());
        if (measure == null) {
          measure = make(line, draft.name(), taken);
          known.put(measure.name(), measure);
          fresh.add(measure);
        }
        checkUnit(line, measure);
        codes.put(line.code(), measure.code());
      }
    }
    measures.addAll(zone, fresh);
    return codes;
  }

  private static void checkUnit(IndicatorDraft line, Measure measure) {
    if (!measure.shownUnit().equals(line.unit())) {
      throw new GovernanceRefused(
          "指标 %s「%s」的单位“%s”与数据指标「%s」的单位“%s”不同；请改成同一单位，或另写取数指标"
              .formatted(
                  line.code(), line.name(), line.unit(), measure.name(), measure.shownUnit()));
    }
  }

  private static Measure make(IndicatorDraft line, String scheme, Set<String> taken) {
    String stem = "own-" + line.code().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String code = stem;
    for (int i = 2; !taken.add(code); i++) {
      code = stem + "-" + i;
    }
    Basis basis = line.basis() == null ? Basis.ZONE : line.basis();
    return new Measure(
        code,
        line.measureName(),
        line.measureName(),
        line.unit(),
        line.unit(),
        0,
        COUNTED.contains(line.unit()) ? 0 : 2,
        List.of("month", "cumulative", "quarter", "year"),
        basis,
        "考核方案「" + scheme + "」 " + line.code(),
        line.rule().lowerIsBetter() ? Direction.LOWER : Direction.HIGHER);
  }
}

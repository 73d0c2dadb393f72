package org.mujian.governance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mujian.appraisal.Rule;
import org.mujian.facts.Draft;
import org.mujian.facts.Measure;
import org.mujian.facts.Subject;
import org.mujian.units.Period;

/**
 * Invented figures of the months of the year that are over, and of the year before where growth is
 * asked for: the same for the same day, neither all good nor all bad.
 */
final class SampleFigures {

  private static final String SOURCE = "示例月报（虚构）";

  /** What the bureaus have not reported: the two counted by the projects room, and a few more. */
  private static final Set<String> NEVER =
      Set.of("A10", "A14", "A20", "B16", "C09", "C18", "D03", "D11", "E10", "E21");

  /** Reported until the month before the last. */
  private static final Set<String> LATE = Set.of("A05", "B09", "C06", "D09", "E18");

  /** Of the year's target, in per cent, at the pace of the whole year. */
  private static final int[] PACE = {104, 96, 88, 110, 71, 99, 92, 118, 83, 101, 66, 107, 95};

  private static final Map<String, String> BUREAUS =
      Map.of(
          "规划建设局", "land",
          "项目推进局", "projects",
          "招商局", "promotion",
          "经济发展局", "clusters",
          "行政服务局", "services",
          "党群工作部", "governance");

  private final long zone;
  private final YearMonth last;
  private final Map<String, Measure> measures;
  private final Set<String> done = new HashSet<>();
  private final List<Draft> drafts = new ArrayList<>();

  private SampleFigures(long zone, YearMonth last, Map<String, Measure> measures) {
    this.zone = zone;
    this.last = last;
    this.measures = measures;
  }

  static List<Draft> of(
      long zone, StoredScheme scheme, Map<String, Measure> measures, YearMonth last) {
    SampleFigures figures = new SampleFigures(zone, last, measures);
    Set<String> growth = new HashSet<>();
    scheme.lines().stream()
        .filter(line -> line.rule().needsBase())
        .forEach(line -> growth.add(line.measure()));
    int place = 0;
    for (StoredScheme.Line line : scheme.lines()) {
      int pace = PACE[place++ % PACE.length];
      if (!NEVER.contains(line.code()) && figures.done.add(line.measure())) {
        figures.add(line, pace, growth.contains(line.measure()));
      }
    }
    return figures.drafts;
  }

  private void add(StoredScheme.Line line, int pace, boolean growth) {
    Measure measure = Objects.requireNonNull(measures.get(line.measure()));
    int until = LATE.contains(line.code()) ? last.getMonthValue() - 1 : last.getMonthValue();
    if (measure.periods().contains("month") || line.accrues()) {
      for (int month = 1; month <= until; month++) {
        draft(line, measure, YearMonth.of(last.getYear(), month), value(line, pace, month));
      }
    } else {
      for (int quarter = 1; quarter <= until / 3; quarter++) {
        put(
            line,
            measure,
            new Period.Quarter(last.getYear(), quarter),
            value(line, pace, quarter * 3));
      }
    }
    if (growth) {
      before(line, measure, pace);
    }
  }

  /** The year before: lower by a twelfth or so. */
  private void before(StoredScheme.Line line, Measure measure, int pace) {
    BigDecimal less = new BigDecimal("0.93");
    int year = last.getYear() - 1;
    for (int month = 1; month <= 12; month++) {
      BigDecimal value = value(line, 100 - (pace % 7), month).multiply(less);
      if (measure.periods().contains("month") || line.accrues()) {
        draft(line, measure, YearMonth.of(year, month), value);
      } else if (month % 3 == 0) {
        put(line, measure, new Period.Quarter(year, month / 3), value);
      }
    }
  }

  private void draft(StoredScheme.Line line, Measure measure, YearMonth month, BigDecimal value) {
    put(
        line,
        measure,
        line.accrues() ? new Period.Cumulative(month) : new Period.Month(month),
        value);
  }

  private static BigDecimal value(StoredScheme.Line line, int pace, int month) {
    return switch (line.rule()) {
      case Rule.Deduction rule -> BigDecimal.valueOf(month > 6 && pace < 90 ? 1 : 0);
      case Rule.Bands rule -> BigDecimal.valueOf(80 + pace % 9);
      default -> {
        BigDecimal target = line.target() == null ? BigDecimal.valueOf(60) : line.target();
        BigDecimal part = target.multiply(BigDecimal.valueOf(pace)).movePointLeft(2);
        if (line.accrues()) {
          part =
              part.multiply(BigDecimal.valueOf(month))
                  .divide(BigDecimal.valueOf(12), 6, RoundingMode.HALF_UP);
        } else {
          // A level creeps up by a hundredth in three months.
          part = part.multiply(BigDecimal.valueOf(96 + month / 3)).movePointLeft(2);
        }
        yield line.unit().equals("%") ? part.min(BigDecimal.valueOf(100)) : part;
      }
    };
  }

  private void put(StoredScheme.Line line, Measure measure, Period period, BigDecimal shown) {
    BigDecimal value =
        shown
            .setScale(Math.min(measure.decimals(), 1), RoundingMode.HALF_UP)
            .movePointRight(measure.shift());
    drafts.add(
        new Draft(
            Subject.ofZone(zone),
            measure,
            measure.official(),
            period,
            value,
            null,
            SOURCE,
            "",
            BUREAUS.getOrDefault(line.bureau(), "governance")));
  }
}

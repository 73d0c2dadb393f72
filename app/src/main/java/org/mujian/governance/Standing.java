package org.mujian.governance;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mujian.appraisal.Mark;
import org.mujian.appraisal.Score;

/**
 * How a round stands at a month.
 *
 * @param before the score a month earlier; null in January and of frozen rounds
 * @param evidence by the indicators' codes
 */
record Standing(
    Round round,
    StoredScheme scheme,
    YearMonth month,
    Score score,
    @Nullable Score before,
    Map<String, Evidence> evidence) {

  /** An indicator with its class and what it earned. */
  record Line(StoredScheme.Part part, StoredScheme.Line of, Mark mark, Evidence evidence) {
    Verdict verdict(YearMonth month) {
      return Verdict.of(mark, of.accrues(), month.getMonthValue());
    }
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int p = 0; p < scheme.parts().size(); p++) {
      StoredScheme.Part part = scheme.parts().get(p);
      List<Mark> marks = score.parts().get(p).marks();
      for (int i = 0; i < marks.size(); i++) {
        Mark mark = marks.get(i);
        lines.add(
            new Line(
                part,
                part.lines().get(i),
                mark,
                evidence.getOrDefault(mark.indicator().code(), Evidence.NONE)));
      }
    }
    return lines;
  }

  Optional<Line> find(long indicator) {
    return lines().stream().filter(line -> line.of().id() == indicator).findFirst();
  }

  /**
   * Points earned now above those of a month earlier, of the indicators known in both; null when
   * there is nothing to compare. What is newly reported, or not yet, moves nothing.
   */
  @Nullable BigDecimal movement() {
    return before == null
        ? null
        : pairs(before)
            .filter(pair -> pair.now().earned() != null && pair.then().earned() != null)
            .map(pair -> pair.now().known().subtract(pair.then().known()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Indicators known now and not a month earlier. */
  long fresh() {
    return before == null
        ? 0
        : pairs(before)
            .filter(pair -> pair.now().earned() != null && pair.then().earned() == null)
            .count();
  }

  /** Indicators known a month earlier and not now. */
  long gone() {
    return before == null
        ? 0
        : pairs(before)
            .filter(pair -> pair.now().earned() == null && pair.then().earned() != null)
            .count();
  }

  private Stream<Pair> pairs(Score earlier) {
    List<Mark> now = score.marks();
    List<Mark> then = earlier.marks();
    return IntStream.range(0, now.size()).mapToObj(i -> new Pair(now.get(i), then.get(i)));
  }

  private record Pair(Mark now, Mark then) {}
}

package org.mujian.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds for every rule and every reading. */
class AppraisalPropertyTest {

  @Property
  void aBetterValueNeverEarnsLess(
      @ForAll("rules") Rule rule,
      @ForAll @Scale(3) @BigRange(min = "-1000", max = "1000") BigDecimal one,
      @ForAll @Scale(3) @BigRange(min = "-1000", max = "1000") BigDecimal other,
      @ForAll @Scale(2) @BigRange(min = "0.01", max = "1000") BigDecimal against,
      @ForAll @IntRange(min = 1, max = 100) int points) {
    BigDecimal better = rule.lowerIsBetter() ? one.min(other) : one.max(other);
    BigDecimal worse = rule.lowerIsBetter() ? one.max(other) : one.min(other);
    assertThat(earned(rule, points, better, against))
        .isGreaterThanOrEqualTo(earned(rule, points, worse, against));
  }

  @Property
  void anIndicatorEarnsBetweenNothingAndItsMost(
      @ForAll("rules") Rule rule,
      @ForAll @Scale(3) @BigRange(min = "-100000", max = "100000") BigDecimal value,
      @ForAll @Scale(2) @BigRange(min = "-100", max = "1000") BigDecimal against,
      @ForAll @IntRange(min = 1, max = 100) int points) {
    Mark mark = Appraisal.mark(indicator("X", rule, points), new Reading(value, against, against));
    assertThat(mark.known()).isBetween(BigDecimal.ZERO, mark.indicator().most());
    assertThat(mark.known().add(mark.open()).add(mark.lost()))
        .as("earned, open and lost make up the points, but for a bonus")
        .isGreaterThanOrEqualTo(mark.indicator().points().min(mark.indicator().most()).setScale(2));
  }

  @Property
  void theOrderOfIndicatorsChangesNoSum(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 50) Integer> points,
      @ForAll("rules") Rule rule,
      @ForAll Random random) {
    List<Indicator> indicators = new ArrayList<>();
    Map<String, Reading> readings = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      indicators.add(indicator("I" + i, rule, points.get(i)));
      if (random.nextInt(4) > 0) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(200));
        readings.put("I" + i, new Reading(value, BigDecimal.TEN, BigDecimal.TEN));
      }
    }
    Score score = score(indicators, readings);
    Collections.shuffle(indicators, random);
    Score shuffled = score(indicators, readings);
    assertThat(shuffled.known()).isEqualByComparingTo(score.known());
    assertThat(shuffled.open()).isEqualByComparingTo(score.open());
    assertThat(shuffled.missing()).isEqualTo(score.missing());
  }

  @Property
  void whatBecomesKnownStaysWithinTheRangeThatWasPossible(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 50) Integer> points,
      @ForAll("rules") Rule rule,
      @ForAll Random random) {
    List<Indicator> indicators = new ArrayList<>();
    Map<String, Reading> some = new HashMap<>();
    Map<String, Reading> all = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      indicators.add(indicator("I" + i, rule, points.get(i)));
      Reading reading =
          new Reading(BigDecimal.valueOf(random.nextInt(200)), BigDecimal.TEN, BigDecimal.TEN);
      all.put("I" + i, reading);
      if (random.nextBoolean()) {
        some.put("I" + i, reading);
      }
    }
    Score before = score(indicators, some);
    assertThat(score(indicators, all).known()).isBetween(before.known(), before.most());
  }

  @Provide
  Arbitrary<Rule> rules() {
    Arbitrary<Boolean> lower = Arbitraries.of(true, false);
    Arbitrary<Rule> baseYear =
        Combinators.combine(share(), share(), Arbitraries.integers().between(0, 5), lower)
            .as(
                (reached, step, more, low) ->
                    new Rule.BaseYear(
                        reached, step.max(new BigDecimal("0.01")), BigDecimal.valueOf(more), low));
    Arbitrary<Rule> bands =
        Combinators.combine(
                Arbitraries.integers().between(-500, 500).set().ofMinSize(1).ofMaxSize(5),
                share().list().ofSize(5),
                lower)
            .as(AppraisalPropertyTest::bands);
    return Arbitraries.oneOf(
        Arbitraries.of("1", "1.2", "2").map(cap -> new Rule.Completion(new BigDecimal(cap))),
        Arbitraries.just(new Rule.Reverse()),
        baseYear,
        bands,
        Arbitraries.of("0.3", "1", "5").map(each -> new Rule.Deduction(new BigDecimal(each))));
  }

  private static Rule bands(java.util.Set<Integer> limits, List<BigDecimal> shares, boolean lower) {
    List<Integer> ordered = new ArrayList<>(limits);
    ordered.sort(lower ? java.util.Comparator.naturalOrder() : Collections.reverseOrder());
    List<BigDecimal> falling = new ArrayList<>(shares);
    falling.sort(Collections.reverseOrder());
    List<Rule.Band> bands = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      bands.add(new Rule.Band(BigDecimal.valueOf(ordered.get(i)), falling.get(i)));
    }
    return new Rule.Bands(bands, lower);
  }

  private static Arbitrary<BigDecimal> share() {
    return Arbitraries.integers().between(0, 100).map(n -> BigDecimal.valueOf(n, 2));
  }

  private static BigDecimal earned(Rule rule, int points, BigDecimal value, BigDecimal against) {
    @Nullable BigDecimal earned =
        Appraisal.mark(indicator("X", rule, points), new Reading(value, against, against)).earned();
    assertThat(earned).isNotNull();
    return earned;
  }

  private static Score score(List<Indicator> indicators, Map<String, Reading> readings) {
    BigDecimal sum =
        indicators.stream().map(Indicator::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Appraisal.score(
        new Scheme("s", sum, List.of(new IndicatorClass("A", "a", sum, indicators))), readings);
  }

  private static Indicator indicator(String code, Rule rule, int points) {
    return new Indicator(code, code, "", BigDecimal.valueOf(points), rule);
  }
}

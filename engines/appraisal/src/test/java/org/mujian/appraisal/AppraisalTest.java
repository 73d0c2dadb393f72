package org.mujian.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One rule, one test that shows it biting. */
class AppraisalTest {

  private static final Rule COMPLETION = new Rule.Completion(BigDecimal.ONE);
  private static final Rule BASE_YEAR =
      new Rule.BaseYear(number("0.8"), number("0.05"), BigDecimal.ONE, false);

  @Test
  void completionEarnsItsShareAndNotMoreThanTheCap() {
    assertMark(COMPLETION, 20, reading("75", "100", null), "15.00", Reason.COMPLETION);
    assertMark(COMPLETION, 20, reading("130", "100", null), "20.00", Reason.CAPPED);
    assertMark(COMPLETION, 20, reading("-5", "100", null), "0.00", Reason.COMPLETION);
    Rule bonus = new Rule.Completion(number("1.2"));
    assertMark(bonus, 20, reading("130", "100", null), "24.00", Reason.CAPPED);
  }

  @Test
  void aReverseIndicatorEarnsAllUpToItsTargetAndLessAboveIt() {
    Rule reverse = new Rule.Reverse();
    assertMark(reverse, 10, reading("1.2", "1.2", null), "10.00", Reason.WITHIN);
    assertMark(reverse, 10, reading("1.5", "1.2", null), "8.00", Reason.ABOVE);
    assertMark(reverse, 10, reading("2", "0", null), "0.00", Reason.ABOVE);
    assertMark(reverse, 10, reading("0", "0", null), "10.00", Reason.WITHIN);
  }

  @Test
  void reachingTheBaseYearEarnsFourFifthsAndEachFivePerCentOnePointMore() {
    assertMark(BASE_YEAR, 20, reading("100", null, "100"), "16.00", Reason.GROWN);
    assertMark(BASE_YEAR, 20, reading("104.99", null, "100"), "16.00", Reason.GROWN);
    assertMark(BASE_YEAR, 20, reading("105", null, "100"), "17.00", Reason.GROWN);
    assertMark(BASE_YEAR, 20, reading("120", null, "100"), "20.00", Reason.GROWN);
    assertMark(BASE_YEAR, 20, reading("300", null, "100"), "20.00", Reason.GROWN_TO_FULL);
    assertMark(BASE_YEAR, 20, reading("50", null, "100"), "8.00", Reason.BELOW_BASE);
    Rule lower = new Rule.BaseYear(number("0.8"), number("0.05"), BigDecimal.ONE, true);
    assertMark(lower, 20, reading("90", null, "100"), "18.00", Reason.GROWN);
    assertMark(lower, 20, reading("200", null, "100"), "8.00", Reason.BELOW_BASE);
  }

  @Test
  void absoluteBandsGiveTheShareOfTheFirstLimitMet() {
    Rule bands =
        new Rule.Bands(List.of(band("90", "1"), band("80", "0.8"), band("60", "0.5")), false);
    assertMark(bands, 10, reading("90", null, null), "10.00", Reason.BAND);
    assertMark(bands, 10, reading("89.9", null, null), "8.00", Reason.BAND);
    assertMark(bands, 10, reading("59", null, null), "0.00", Reason.NO_BAND);
    Rule lower = new Rule.Bands(List.of(band("1", "1"), band("3", "0.5")), true);
    assertMark(lower, 10, reading("2", null, null), "5.00", Reason.BAND);
    assertThatThrownBy(() -> new Rule.Bands(List.of(band("60", "0.5"), band("90", "1")), false))
        .hasMessageContaining("from the best to the worst");
  }

  @Test
  void eachCaseTakesPointsOffButNeverBelowNone() {
    Rule deduction = new Rule.Deduction(number("2.5"));
    assertMark(deduction, 5, reading("0", null, null), "5.00", Reason.DEDUCTED);
    assertMark(deduction, 5, reading("1", null, null), "2.50", Reason.DEDUCTED);
    assertMark(deduction, 5, reading("9", null, null), "0.00", Reason.DEDUCTED);
  }

  @Test
  void whatIsNotKnownIsOpenAndNeverNothing() {
    assertOpen(COMPLETION, Reading.NONE, Reason.NO_VALUE);
    assertOpen(COMPLETION, reading("5", null, null), Reason.NO_TARGET);
    assertOpen(COMPLETION, reading("5", "0", null), Reason.TARGET_UNFIT);
    assertOpen(new Rule.Reverse(), reading("5", "-1", null), Reason.TARGET_UNFIT);
    assertOpen(BASE_YEAR, reading("5", null, null), Reason.NO_BASE);
    assertOpen(BASE_YEAR, reading("5", null, "-3"), Reason.BASE_UNFIT);
  }

  @Test
  void theScoreTellsWhatIsKnownAndWhatIsStillPossible() {
    Scheme scheme =
        new Scheme(
            "三项",
            number("100"),
            List.of(
                new IndicatorClass(
                    "A", "开放", number("60"), List.of(indicator("A1", 40), indicator("A2", 20))),
                new IndicatorClass("B", "质量", number("40"), List.of(indicator("B1", 40)))));
    Score score =
        Appraisal.score(
            scheme, Map.of("A1", reading("50", "100", null), "B1", reading("40", "40", null)));
    assertThat(score.known()).isEqualByComparingTo("60");
    assertThat(score.open()).isEqualByComparingTo("20");
    assertThat(score.most()).isEqualByComparingTo("80");
    assertThat(score.missing()).isEqualTo(1);
    assertThat(score.parts().getFirst().lost()).isEqualByComparingTo("20");
    assertThatThrownBy(() -> Appraisal.score(scheme, Map.of("C9", Reading.NONE)))
        .hasMessageContaining("C9");
  }

  @Test
  void aSchemeWhosePointsDoNotAddUpIsRefusedWithTheSumsByClass() {
    List<IndicatorClass> classes =
        List.of(
            new IndicatorClass("A", "开放", number("60"), List.of(indicator("A1", 55))),
            new IndicatorClass("B", "质量", number("40"), List.of(indicator("B1", 40))));
    assertThatThrownBy(() -> new Scheme("缺五分", number("100"), classes))
        .isInstanceOf(SchemeRefused.class)
        .hasMessageContaining("A 开放 55/60，B 质量 40/40；合计 95/100");
    assertThatThrownBy(() -> new Scheme("总分不对", number("95"), classes))
        .as("also when only a class is wrong")
        .isInstanceOf(SchemeRefused.class);
    assertThatThrownBy(() -> new Scheme("空", number("100"), List.of()))
        .isInstanceOf(SchemeRefused.class);
  }

  @Test
  void aCodeThatStandsTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                new Scheme(
                    "重号",
                    number("20"),
                    List.of(
                        new IndicatorClass(
                            "A",
                            "开放",
                            number("20"),
                            List.of(indicator("A1", 10), indicator("A1", 10))))))
        .hasMessageContaining("指标编号 A1 出现两次");
  }

  private static void assertMark(
      Rule rule, int points, Reading reading, String earned, Reason reason) {
    Mark mark = Appraisal.mark(indicator(rule, points), reading);
    assertThat(mark.earned()).isEqualTo(number(earned));
    assertThat(mark.reason()).isEqualTo(reason);
  }

  private static void assertOpen(Rule rule, Reading reading, Reason reason) {
    Mark mark = Appraisal.mark(indicator(rule, 20), reading);
    assertThat(mark.earned()).isNull();
    assertThat(mark.reason()).isEqualTo(reason);
    assertThat(mark.open()).isEqualByComparingTo("20");
    assertThat(mark.lost()).isZero();
  }

  private static Indicator indicator(String code, int points) {
    return new Indicator(code, "指标 " + code, "个", BigDecimal.valueOf(points), COMPLETION);
  }

  private static Indicator indicator(Rule rule, int points) {
    return new Indicator("A1", "指标", "个", BigDecimal.valueOf(points), rule);
  }

  private static Rule.Band band(String limit, String share) {
    return new Rule.Band(number(limit), number(share));
  }

  private static Reading reading(
      @Nullable String value, @Nullable String target, @Nullable String base) {
    return new Reading(nullable(value), nullable(target), nullable(base));
  }

  private static @Nullable BigDecimal nullable(@Nullable String text) {
    return text == null ? null : number(text);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}

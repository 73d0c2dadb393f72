package org.mujian.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sums, growth and concentration, by hand and against their definitions. */
class SheetTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  private static Member member(long enterprise, @Nullable String since) {
    return new Member(
        enterprise,
        1,
        enterprise,
        MemberRole.SUPPORTING,
        since == null ? null : LocalDate.parse(since),
        null);
  }

  private static Report report(long enterprise, YearMonth month, String output) {
    return new Report(
        enterprise * 100 + month.getMonthValue(),
        enterprise,
        month,
        Map.of(Item.OUTPUT, new BigDecimal(output)),
        "月报",
        Instant.EPOCH,
        "甲",
        false,
        0);
  }

  @Test
  void whoDidNotReportIsCountedAsMissingAndNeverAsNothing() {
    Sheet sheet =
        new Sheet(
            List.of(member(1, null), member(2, null), member(3, null)),
            List.of(report(1, OCTOBER, "100"), report(2, OCTOBER, "0")));
    Sheet.Sum sum = sheet.sum(Item.OUTPUT, OCTOBER);
    assertThat(sum.value()).isEqualByComparingTo("100");
    assertThat(sum.reported()).isEqualTo(2);
    assertThat(sum.members()).isEqualTo(3);
    assertThat(sheet.listMissing(OCTOBER)).extracting(Member::enterpriseId).containsExactly(3L);
    assertThat(sheet.sum(Item.TAX, OCTOBER).value()).isNull();
    assertThat(sheet.sum(Item.OUTPUT, OCTOBER.minusMonths(1)).value()).isNull();
  }

  @Test
  void growthComparesTheMembersThatReportedBothMonthsAndNoOthers() {
    Sheet sheet =
        new Sheet(
            List.of(member(1, null), member(2, null), member(3, null)),
            List.of(
                report(1, OCTOBER, "110"),
                report(2, OCTOBER, "500"),
                report(1, OCTOBER.minusYears(1), "100"),
                report(3, OCTOBER.minusYears(1), "900"),
                report(2, OCTOBER.minusMonths(1), "400")));
    Sheet.Sum sum = sheet.sum(Item.OUTPUT, OCTOBER);
    assertThat(sum.year()).isEqualTo(new Sheet.Growth(new BigDecimal("10.0"), 1));
    assertThat(sum.before()).isEqualTo(new Sheet.Growth(new BigDecimal("25.0"), 1));
  }

  @Test
  void fromNothingThereIsNoGrowth() {
    Sheet sheet =
        new Sheet(
            List.of(member(1, null)),
            List.of(report(1, OCTOBER, "5"), report(1, OCTOBER.minusMonths(1), "0")));
    assertThat(sheet.sum(Item.OUTPUT, OCTOBER).before()).isEqualTo(new Sheet.Growth(null, 1));
    assertThat(sheet.sum(Item.OUTPUT, OCTOBER).year()).isEqualTo(new Sheet.Growth(null, 0));
  }

  @Test
  void whoJoinedLaterIsNotMissingEarlier() {
    Sheet sheet = new Sheet(List.of(member(1, "2026-10-20"), member(2, null)), List.of());
    assertThat(sheet.listMissing(OCTOBER)).hasSize(2);
    assertThat(sheet.listMissing(OCTOBER.minusMonths(1)))
        .extracting(Member::enterpriseId)
        .containsExactly(2L);
  }

  @Test
  void concentrationByHand() {
    Concentration found =
        Concentration.of(
            numbers("40", "30", "15", "10", "5"), numbers("40", "30", "15", "10", "5", "100"));
    assertThat(found.cr4()).isEqualByComparingTo("95.0");
    assertThat(found.hhi()).isEqualByComparingTo("2850"); // 1600 + 900 + 225 + 100 + 25
    assertThat(found.share()).isEqualByComparingTo("50.0");
  }

  @Test
  void ofFourTheFourLargestSayNothingAndOfNothingNothingIsSaid() {
    assertThat(Concentration.of(numbers("4", "3", "2", "1"), numbers("10")).cr4()).isNull();
    assertThat(Concentration.of(numbers("4", "3", "2", "1"), numbers("10")).hhi())
        .isEqualByComparingTo("3000");
    assertThat(Concentration.of(List.of(), List.of()))
        .extracting(Concentration::cr4, Concentration::hhi, Concentration::share)
        .containsOnlyNulls();
    assertThat(Concentration.of(numbers("0", "0"), numbers("0")).hhi()).isNull();
  }

  @Property(tries = 300)
  void theIndexLiesBetweenEqualSharesAndOneMember(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1_000_000) Integer> outputs) {
    List<BigDecimal> values = outputs.stream().map(BigDecimal::valueOf).toList();
    Concentration found = Concentration.of(values, values);
    assertThat(found.hhi().intValueExact()).isBetween(10_000 / outputs.size() - 1, 10_000);
    assertThat(found.share()).isEqualByComparingTo("100.0");
    if (found.cr4() != null) {
      List<BigDecimal> sorted = new ArrayList<>(values);
      sorted.sort(java.util.Comparator.reverseOrder());
      double four = sorted.stream().limit(4).mapToDouble(BigDecimal::doubleValue).sum();
      double all = values.stream().mapToDouble(BigDecimal::doubleValue).sum();
      assertThat(found.cr4().doubleValue())
          .isCloseTo(four * 100 / all, org.assertj.core.data.Offset.offset(0.06));
    }
  }

  @Test
  void monthsAndNumbersAreReadAsPeopleWriteThem() {
    for (String text :
        List.of("2026-10", "2026年10月", "2026/10", "202610", "２０２６．１０", "2026-10-01", "2026年10月份")) {
      assertThat(Cells.month(text)).as(text).contains(OCTOBER);
    }
    assertThat(Cells.month("2026-13")).isEmpty();
    assertThat(Cells.month("十月")).isEmpty();
    assertThat(Cells.number("1,234.50")).contains(new BigDecimal("1234.50"));
    assertThat(Cells.number("0.30000000000000004")).contains(new BigDecimal("0.3"));
    assertThat(Cells.number("1.23456")).as("more digits than are kept").isEmpty();
    assertThat(Cells.number("12万")).isEmpty();
    assertThat(Cells.isNothing(" — ")).isTrue();
  }

  @Property(tries = 500)
  void noTextBreaksTheReaders(@ForAll @StringLength(max = 50) String text) {
    Cells.number(text).ifPresent(n -> assertThat(n.scale()).isLessThanOrEqualTo(4));
    Cells.month(text).ifPresent(month -> assertThat(month.getYear()).isBetween(1990, 2200));
    Cells.isNothing(text);
  }

  @Property(tries = 300)
  void aNumberComesBackAsItWasWritten(@ForAll @IntRange(min = 0, max = 2_000_000_000) int cents) {
    BigDecimal value = BigDecimal.valueOf(cents, 2);
    assertThat(Cells.number("%,.2f".formatted(value))).contains(value);
    assertThat(
            Cells.number(value.toPlainString()).orElseThrow().setScale(2, RoundingMode.UNNECESSARY))
        .isEqualTo(value);
  }

  private static List<BigDecimal> numbers(String... values) {
    return java.util.Arrays.stream(values).map(BigDecimal::new).toList();
  }
}

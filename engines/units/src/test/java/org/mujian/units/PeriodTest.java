package org.mujian.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @Provide
  Arbitrary<Period> periods() {
    Arbitrary<Integer> years = Arbitraries.integers().between(2, 9999);
    Arbitrary<YearMonth> months =
        Combinators.combine(years, Arbitraries.integers().between(1, 12)).as(YearMonth::of);
    return Arbitraries.oneOf(
        years.map(Period.Year::new),
        Combinators.combine(years, Arbitraries.integers().between(1, 4)).as(Period.Quarter::new),
        months.map(Period.Month::new),
        months.map(Period.Cumulative::new),
        Combinators.combine(years, Arbitraries.integers().between(1, 365))
            .as((year, day) -> new Period.Day(LocalDate.ofYearDay(year, day))));
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll("periods") Period period) {
    assertThat(Period.parse(period.toString())).isEqualTo(period);
  }

  @Property
  void textsOfOneKindSortAsTheirPeriods(
      @ForAll("periods") Period one, @ForAll("periods") Period other) {
    Assume.that(one.kind() == other.kind());
    assertThat(Integer.signum(one.toString().compareTo(other.toString())))
        .isEqualTo(Integer.signum(one.end().compareTo(other.end())));
  }

  @Property
  void thePeriodJustBeforeEndsTheDayBefore(@ForAll("periods") Period period) {
    Assume.that(period.kind().hasSequence());
    assertThat(period.before().end()).isEqualTo(period.start().minusDays(1));
    assertThat(period.before().kind()).isEqualTo(period.kind());
  }

  @Property
  void theYearBeforeIsOfTheSameKindAndLength(@ForAll("periods") Period period) {
    Period before = period.yearBefore();
    assertThat(before.kind()).isEqualTo(period.kind());
    assertThat(before.start().getYear()).isEqualTo(period.start().getYear() - 1);
    assertThat(before.start().getMonth()).isEqualTo(period.start().getMonth());
    assertThat(before.end().getMonth()).isEqualTo(period.end().getMonth());
  }

  @Property
  void anyTextIsReadExactlyOrRefusedWithItself(@ForAll String text) {
    try {
      assertThat(Period.parse(text).toString()).isEqualTo(text);
    } catch (DateTimeParseException e) {
      assertThat(e.getParsedString()).isEqualTo(text);
      assertThat(e).hasMessageContaining("Not a period");
    }
  }

  @Property
  void digitsAndSignsAreReadExactlyOrRefused(@ForAll("nearPeriods") String text) {
    anyTextIsReadExactlyOrRefusedWithItself(text);
  }

  @Provide
  Arbitrary<String> nearPeriods() {
    return Arbitraries.strings().withChars("0123456789-Q.+").ofMaxLength(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000",
        "2026-13",
        "2026-Q5",
        "2026-02-30",
        "+12026-01-01",
        "2026-01..13",
        "2026-02..03",
        ""
      })
  void whatIsNoPeriodIsRefused(String text) {
    assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(DateTimeParseException.class);
  }

  @Test
  void januaryToJuneCoversBothEnds() {
    Period period = Period.parse("2026-01..06");
    assertThat(period.contains(LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(period.contains(LocalDate.of(2026, 6, 30))).isTrue();
    assertThat(period.contains(LocalDate.of(2026, 7, 1))).isFalse();
    assertThat(period.yearBefore()).hasToString("2025-01..06");
  }

  @Test
  void theLeapDayIsComparedWithTheDayBeforeIt() {
    assertThat(Period.parse("2024-02-29").yearBefore()).hasToString("2023-02-28");
  }

  @Test
  void thereIsNoYearBeforeTheFirst() {
    assertThatThrownBy(() -> new Period.Year(1).before())
        .isInstanceOf(IllegalArgumentException.class);
  }
}

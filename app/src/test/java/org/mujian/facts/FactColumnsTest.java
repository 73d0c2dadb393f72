package org.mujian.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods and numbers as bureaus write them. */
class FactColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "2026年3月, 2026-03",
    "2026年1-3月, 2026-01..03",
    "2026年1至12月份, 2026-01..12",
    "2026年一季度, 2026-Q1",
    "2026年第4季度, 2026-Q4",
    "2026年, 2026",
    "2026-01..03, 2026-01..03",
    "2026-Q2, 2026-Q2",
    "去年, 去年"
  })
  void periodsAreUnderstoodOrLeftAsTheyAre(String typed, String period) {
    assertThat(FactColumns.period(typed)).isEqualTo(period);
  }

  @Test
  void theNoiseOfASpreadsheetIsTakenAway() {
    assertThat(FactColumns.number("0.30000000000000004")).isEqualTo("0.3");
    assertThat(FactColumns.number("1,234.5")).isEqualTo("1234.5");
    assertThat(FactColumns.number("—")).isNull();
    assertThat(FactColumns.number("很多")).isEqualTo("很多");
  }

  @Property(tries = 500)
  void nothingTypedBreaksTheReading(@ForAll String typed) {
    assertThatCode(() -> FactColumns.period(typed)).doesNotThrowAnyException();
    assertThatCode(() -> FactColumns.number(typed)).doesNotThrowAnyException();
  }
}

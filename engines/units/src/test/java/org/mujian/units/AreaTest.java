package org.mujian.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AreaTest {

  @Property
  void aMuValueOfFourDecimalsComesBackUnchanged(
      @ForAll @Scale(4) @BigRange(min = "0", max = "10000000") BigDecimal mu) {
    assertThat(Area.ofMu(mu).mu()).isEqualByComparingTo(mu);
  }

  @Property
  void squareMetresAreKeptAsTheColumnKeepsThem(
      @ForAll @Scale(6) @BigRange(min = "0", max = "999999999999") BigDecimal squareMetres) {
    assertThat(Area.ofSquareMetres(squareMetres).squareMetres()).isEqualByComparingTo(squareMetres);
  }

  @Property
  void theOrderIsTheOrderOfTheNumbers(
      @ForAll @Scale(2) @BigRange(min = "0", max = "100000") BigDecimal one,
      @ForAll @Scale(2) @BigRange(min = "0", max = "100000") BigDecimal other) {
    assertThat(Integer.signum(Area.ofMu(one).compareTo(Area.ofMu(other))))
        .isEqualTo(Integer.signum(one.compareTo(other)));
  }

  @Property
  void whatWasAddedCanBeTakenAway(
      @ForAll @Scale(6) @BigRange(min = "0", max = "100000") BigDecimal one,
      @ForAll @Scale(6) @BigRange(min = "0", max = "100000") BigDecimal other) {
    Area sum = Area.ofSquareMetres(one).plus(Area.ofSquareMetres(other));
    assertThat(sum.minus(Area.ofSquareMetres(other))).isEqualTo(Area.ofSquareMetres(one));
  }

  @Test
  void aHectareIsFifteenMuAndASquareKilometreFifteenHundred() {
    assertThat(Area.ofHectares(BigDecimal.ONE).mu()).isEqualByComparingTo("15");
    assertThat(Area.ofSquareKilometres(new BigDecimal("6")).mu()).isEqualByComparingTo("9000");
    assertThat(Area.ofMu(new BigDecimal("9000")).squareKilometres()).isEqualByComparingTo("6");
  }

  @Test
  void threeTimesAThirdOfAMuIsRoundedOnDisplayOnly() {
    Area third = Area.ofSquareMetres(new BigDecimal("222.222222"));
    assertThat(third.mu(2)).isEqualByComparingTo("0.33");
    assertThat(third.plus(third).plus(third).mu(2)).isEqualByComparingTo("1.00");
  }

  @Test
  void equalAreasAreEqualWhateverTheirScale() {
    assertThat(Area.ofSquareMetres(new BigDecimal("1.0")))
        .isEqualTo(Area.ofSquareMetres(new BigDecimal("1.000")));
  }

  @Test
  void anAreaIsNeverNegative() {
    assertThatThrownBy(() -> Area.ofMu(new BigDecimal("-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("never negative");
    assertThatThrownBy(() -> Area.ZERO.minus(Area.ofMu(BigDecimal.ONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

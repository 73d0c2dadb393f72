package org.mujian.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Property
  void wanAndYiComeBackUnchanged(
      @ForAll @Scale(2) @BigRange(min = "-1000000000000", max = "1000000000000") BigDecimal yuan) {
    Money money = Money.ofYuan(yuan);
    assertThat(Money.ofWan(money.wan())).isEqualTo(money);
    assertThat(Money.ofYi(money.yi())).isEqualTo(money);
  }

  @Property
  void theOrderIsTheOrderOfTheNumbers(
      @ForAll @Scale(2) @BigRange(min = "-100000", max = "100000") BigDecimal one,
      @ForAll @Scale(2) @BigRange(min = "-100000", max = "100000") BigDecimal other) {
    assertThat(Integer.signum(Money.ofYuan(one).compareTo(Money.ofYuan(other))))
        .isEqualTo(Integer.signum(one.compareTo(other)));
    assertThat(Money.ofYuan(one).plus(Money.ofYuan(other)).minus(Money.ofYuan(other)))
        .isEqualTo(Money.ofYuan(one));
  }

  @Test
  void oneHundredMillionOverSixSquareKilometresIsElevenThousandAMu() {
    BigDecimal perMu =
        Money.ofYi(BigDecimal.ONE).perMu(Area.ofSquareKilometres(new BigDecimal("6")));
    assertThat(perMu).isEqualByComparingTo("11111.11");
  }

  @Test
  void thereIsNoAmountPerMuOfNothing() {
    assertThatThrownBy(() -> Money.ofYi(BigDecimal.ONE).perMu(Area.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfAFenGoesToTheEvenNeighbour() {
    assertThat(Money.ofYuan(new BigDecimal("0.125")).yuan()).isEqualByComparingTo("0.12");
    assertThat(Money.ofYuan(new BigDecimal("0.01")).times(new BigDecimal("1.5")).yuan())
        .isEqualByComparingTo("0.02");
  }
}

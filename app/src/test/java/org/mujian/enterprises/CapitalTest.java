package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "37(万元人民币)|370000|CNY",
        "4,321(万元人民币)|43210000|CNY",
        "43.21(万元人民币)|432100|CNY",
        "4,321.5(万元人民币)|43215000|CNY",
        "1,234,567(万元人民币)|12345670000|CNY",
        "37万人民币|370000|CNY",
        "37.5万人民币|375000|CNY",
        "37万人民币元|370000|CNY",
        "37万元人民币|370000|CNY",
        "37.5万元人民币|375000|CNY",
        "37(万)|370000|CNY",
        "4,321(万)|43210000|CNY",
        "43.2100(万)|432100|CNY",
        "37万|370000|CNY",
        "37(万元)|370000|CNY",
        "37(万美元)|370000|USD",
        "4,321.5(万美元)|43215000|USD",
        "37万美元|370000|USD",
        "4,321(万日元)|43210000|JPY",
        "37(万港元)|370000|HKD",
        "37.5(万欧元)|375000|EUR",
        "4,321(万法国法郎)|43210000|FRF",
        "37(万德国马克)|370000|DEM",
        "4,321(万瑞士法郎)|43210000|CHF",
        "37.5(万澳大利亚元)|375000|AUD",
        "３７（万元人民币）|370000|CNY",
        "4，321万元|43210000|CNY",
        "人民币37万元整|370000|CNY",
        "¥ 1,500,000 元|1500000|CNY",
        "1.5亿元|150000000|CNY",
        "2千万元|20000000|CNY",
        "500000元|500000|CNY",
        "USD 37万|370000|USD",
        "37万元美元|370000|USD",
        "0万元|0|CNY"
      })
  void allSpellingsOfOfficesAreRead(String text, BigDecimal amount, String currency) {
    assertThat(Capital.read(text))
        .hasValueSatisfying(
            capital -> {
              assertThat(capital.amount()).isEqualByComparingTo(amount);
              assertThat(capital.currency()).isEqualTo(currency);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50()", "2,021()", "50", "叁佰万元", "-5万元", "5-10万元", "1,2,3万元", "人民币5万美元", "万元", "约5万元",
        "5万5元"
      })
  void whatWouldBeAGuessIsNotRead(String text) {
    assertThat(Capital.read(text)).isEmpty();
  }

  @Test
  void inAColumnHeadedWanAPlainNumberIsInWan() {
    assertThat(Capital.readWan("1,234.5"))
        .hasValueSatisfying(c -> assertThat(c.amount()).isEqualByComparingTo("12345000"));
    assertThat(Capital.readWan("3亿元"))
        .hasValueSatisfying(c -> assertThat(c.amount()).isEqualByComparingTo("300000000"));
    assertThat(Capital.readWan("没有")).isEmpty();
  }

  @Property
  void anyNumberOfWanIsReadExactly(
      @ForAll @BigRange(min = "0", max = "99999999999") @Scale(4) BigDecimal wan) {
    String text =
        java.text.NumberFormat.getInstance(java.util.Locale.US)
            .format(wan.setScale(3, java.math.RoundingMode.DOWN));
    assertThat(Capital.read(text + "(万元人民币)"))
        .hasValueSatisfying(
            c ->
                assertThat(c.amount())
                    .isEqualByComparingTo(
                        wan.setScale(3, java.math.RoundingMode.DOWN).movePointRight(4)));
  }

  @Property
  void noTextMakesItFail(@ForAll String text) {
    assertThat(Capital.read(text)).isNotNull();
    assertThat(Capital.readWan(text)).isNotNull();
  }
}

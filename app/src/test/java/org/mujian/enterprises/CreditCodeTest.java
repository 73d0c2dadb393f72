package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** The standard's own example. */
  @Test
  void theExampleOfTheStandardHolds() {
    assertThat(CreditCode.findFault("91350100M000100Y43")).isEmpty();
  }

  @Test
  void fullWidthLowerCaseAndSpacesAreFolded() {
    assertThat(CreditCode.fold(" ９１３５0100 m000100y43\u3000")).isEqualTo("91350100M000100Y43");
  }

  @Test
  void aWrongCheckCharacterIsSaidApartFromAWrongForm() {
    assertThat(CreditCode.findFault("91350100M000100Y44")).contains("credit-code-check-digit");
    assertThat(CreditCode.findFault("91350100M000100Y4")).contains("credit-code-form");
    assertThat(CreditCode.findFault("91350100M000100O43")).contains("credit-code-form");
    assertThat(CreditCode.findFault("210200000012345")).contains("credit-code-form");
  }

  @Property
  void everyCodeWithItsCheckCharacterHolds(@ForAll("bodies") String body) {
    assertThat(CreditCode.findFault(body + CreditCode.checkCharacter(body))).isEmpty();
  }

  /** 31 is prime and no weight a multiple of it: one wrong character never passes. */
  @Property
  void oneWrongCharacterNeverPasses(@ForAll("bodies") String body, @ForAll("places") int place) {
    String code = body + CreditCode.checkCharacter(body);
    char other = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(place)) + 7) % 31);
    String wrong = code.substring(0, place) + other + code.substring(place + 1);
    assertThat(CreditCode.findFault(wrong)).contains("credit-code-check-digit");
  }

  @Property
  void noTextMakesItFail(@ForAll String text) {
    assertThat(CreditCode.findFault(CreditCode.fold(text))).isNotNull();
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.strings().withChars(ALPHABET).ofLength(17);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 17);
  }
}

package org.mujian.chain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Industry codes keep their beginnings when they are packed. */
class IndustryTest {

  @ParameterizedTest
  @CsvSource({
    "C2645, C2645",
    "2645, C2645",
    "' c26 ', C26",
    "0111, A0111",
    "97, T97",
    "C, C",
    "A2645, ''",
    "98, ''",
    "00, ''",
    "C2, ''",
    "C26451, ''",
    "化工, ''",
    "U, ''",
    "'', ''",
    "C26x, ''"
  })
  void aCodeIsLetterAndDigitsAndTheLetterIsKnownByTheDivision(String given, String normal) {
    assertThat(Industry.normal(given)).isEqualTo(normal);
    assertThat(Industry.unpack(Industry.pack(normal))).isEqualTo(normal);
    assertThat(Industry.isPacked(Industry.pack(normal))).isTrue();
  }

  @Test
  void whatBeginsAlikeIsFound() {
    int[] beginnings = Industry.beginnings(List.of("C264", "B0711", "F"));
    assertThat(Industry.beginsWithAny(Industry.pack("C2645"), beginnings)).isTrue();
    assertThat(Industry.beginsWithAny(Industry.pack("C26"), beginnings)).isFalse();
    assertThat(Industry.beginsWithAny(Industry.pack("B0712"), beginnings)).isFalse();
    assertThat(Industry.beginsWithAny(Industry.pack("F5199"), beginnings)).isTrue();
  }

  @Property
  void aNumberIsACodeOrRefused(@ForAll int packed) {
    if (Industry.isPacked(packed)) {
      assertThat(Industry.pack(Industry.normal(Industry.unpack(packed)))).isEqualTo(packed);
    }
  }

  @Test
  void anEnterpriseHasACodeOfTheStandardOrNone() {
    assertThatThrownBy(() -> new Enterprise("", null, "", 0, 0, 0, "2645"))
        .hasMessageContaining("2645");
  }
}

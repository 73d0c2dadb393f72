package org.mujian.promotion.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and codes as people type them. */
class LeadFormsTest {

  @ParameterizedTest
  @CsvSource({
    "海湾化工有限公司, 海湾化工",
    "海湾化工（辽宁）有限责任公司, 海湾化工辽宁",
    "海湾化工(辽宁) 有限公司, 海湾化工辽宁",
    "海湾化工辽宁股份有限公司, 海湾化工辽宁",
    "ＡＢＣ·化工集团有限公司, abc化工",
    "ABC 化工 集团, abc化工",
    "有限公司, 有限公司"
  })
  void namesThatDifferInFormOnlyAreOne(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
  }

  @Test
  void otherNamesStayApart() {
    assertThat(NameKey.of("海湾化工有限公司")).isNotEqualTo(NameKey.of("海湾石化有限公司"));
  }

  @Property(tries = 300)
  void anyNameHasAKeyThatIsItsOwnKey(@ForAll String name) {
    if (!name.isBlank()) {
      String key = NameKey.of(name);
      assertThat(NameKey.of(" " + name + " ")).isEqualTo(NameKey.of(name));
      assertThat(key).isNotNull();
    }
  }

  @Test
  void aCodeIsFoldedAndItsCheckCharacterCounted() {
    String code = code("91211122MA0TEST0X");
    String typed =
        " " + code.substring(0, 8).toLowerCase(java.util.Locale.ROOT) + " " + code.substring(8);
    assertThat(new LeadDraft("某厂", typed, null, null, null, "展会", "", null).creditCode())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"9121, 应有 18 位", "91211122MA0TEST0OX, 不能用的字符“S”", "912111220000000000, 校验位不对"})
  void aWrongCodeIsRefusedSayingWhy(String code, String why) {
    assertThatThrownBy(() -> new LeadDraft("某厂", code, null, null, null, "展会", "", null))
        .isInstanceOf(LeadRefused.class)
        .hasMessageContaining(why);
  }

  /** A well-formed code from its first 17 characters. */
  static String code(String first) {
    String clean = first.replaceAll("[IOSVZ]", "2");
    return clean + CodeForm.checkCharacter(clean + "0");
  }

  @Test
  void aLeadWithoutNameOrSourceIsRefused() {
    assertThatThrownBy(() -> LeadDraft.named(" ", "展会")).hasMessageContaining("企业名称");
    assertThatThrownBy(() -> LeadDraft.named("某厂", " ")).hasMessageContaining("来源");
  }
}

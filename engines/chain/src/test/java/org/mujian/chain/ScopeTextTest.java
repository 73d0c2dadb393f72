package org.mujian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mujian.chain.ScopeText.Silencer;

/** A pattern tried only around its word finds what a search through the whole text finds. */
class ScopeTextTest {

  private static String throughTheWhole(Silencer silencer, String text) {
    String regex = silencer.pattern().pattern();
    Pattern whole =
        Pattern.compile(silencer.before() == ScopeText.CLAUSE ? "(?<![^,;。:()])" + regex : regex);
    java.util.regex.Matcher found = whole.matcher(text);
    char[] left = text.toCharArray();
    while (found.find()) {
      int from = found.groupCount() > 0 ? found.start(1) : found.start();
      java.util.Arrays.fill(left, from, found.end(), Folding.SILENT);
    }
    return new String(left);
  }

  @Property(tries = 3000)
  void aPatternTriedAroundItsWordFindsWhatASearchFinds(@ForAll("texts") String text) {
    for (Silencer silencer :
        Stream.of(ScopeText.BOILERPLATE, ScopeText.IN_THE_OPEN).flatMap(List::stream).toList()) {
      char[] left = text.toCharArray();
      new ScopeText(left).silence(silencer, text.toCharArray());
      assertThat(new String(left))
          .as(silencer.pattern().pattern())
          .isEqualTo(throughTheWhole(silencer, text));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "依法", "须", "经", "相关部门", "批准的", "项目", "国家", "法律", "行政", "法规", "涉及", "行政许可", "凭", "许可证",
            "安全", "生产", "销售", "一般", "许可", "经营", "无", "经营范围", ":", "除", "外", "以外", "之外", "不含", "不包括",
            "不包含", "、", ",", ";", "。", "(", ")", "油", " ", "运输", "资质证", "审批", "需", "的")
        .list()
        .ofMaxSize(14)
        .map(list -> String.join("", list));
  }

  private static String left(String scope) {
    char[] text = Folding.foldedChars(scope);
    ScopeText.silence(text);
    return new String(text).replace(Folding.SILENT, '_');
  }

  @Test
  void whatBracketsExcludeIsSilent() {
    assertThat(left("化工产品（不含危险品）销售")).isEqualTo("化工产品(_____)销售");
    assertThat(left("化工产品（危险品除外，油）销售")).isEqualTo("化工产品(_____,油)销售");
    assertThat(left("化工产品（除危险品）销售")).isEqualTo("化工产品(____)销售");
    assertThat(left("金属（除锈）加工")).isEqualTo("金属(除锈)加工");
    assertThat(left("化工（油（不含汽油）、蜡除外）")).isEqualTo("化工(___________)");
    assertThat(left("石油（非危险品）")).isEqualTo("石油(____)");
    assertThat(left("石油（非标设备）")).isEqualTo("石油(非标设备)");
    assertThat(left("石油（禁止储存")).isEqualTo("石油(____");
  }
}

package org.mujian.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mujian.appraisal.Rule;

/** A scheme as a sheet: as officials make them, and as nobody should. */
class SchemeSheetTest {

  @Test
  void aSheetWithTitleMergedClassesSubtotalsAndATotalIsUnderstood() {
    SchemeSheet.Found found =
        read(
            "某园区考核方案",
            "一级指标|序号|指标名称|计量单位|权重（分）|评分规则|参数|方向|统计方式|年度目标|责任单位|联系电话",
            "经济|1|进出口总额|万元|30|完成率|120%||累计|60,000|经济发展局|1",
            "|2|闲置土地|亩|30||| 逆向|时点|50|规划建设局|",
            "||小计||60|||||||",
            "安全|3|事故|起|25|扣分|2.5|逆向||| |",
            "|4|评估|分|15|分段|90：100%；80：80%|||||",
            "|合计||| 100|||||||");
    assertThat(found.faults()).isEmpty();
    assertThat(found.ignored()).containsExactly("联系电话");
    assertThat(found.total()).isEqualByComparingTo("100");
    assertThat(found.classes()).extracting("name").containsExactly("经济", "安全");
    assertThat(found.classes().getFirst().points()).isEqualByComparingTo("60");
    IndicatorDraft trade = found.classes().getFirst().indicators().getFirst();
    assertThat(trade.target()).isEqualByComparingTo("60000");
    assertThat(trade.rule()).isEqualTo(new Rule.Completion(new BigDecimal("1.20")));
    IndicatorDraft idle = found.classes().getFirst().indicators().get(1);
    assertThat(idle.rule()).isEqualTo(new Rule.Reverse());
    assertThat(idle.accrues()).isFalse();
    assertThat(found.classes().get(1).indicators().getFirst().bureau()).isEqualTo("未定");
  }

  @Test
  void eachBadCellIsNamedWithItsRowAndReason() {
    SchemeSheet.Found found =
        read(
            "指标名称|单位|分值|计分规则|规则参数|方向|统计方式|目标值|口径",
            "甲|万元|三十|完成率||||很多|",
            "|个|10|||||| ",
            "乙|个|-5||||||街道",
            "丙|个|10|抽签|||||",
            "丁|个|10|分段|90=100|||| ",
            "戊|个|10|完成率||横向|偶尔||");
    assertThat(found.faults())
        .extracting(f -> f.row() + " " + f.column())
        .containsExactly(
            "2 分值", "2 目标值", "3 指标名称", "4 分值", "4 口径", "5 计分规则", "6 计分规则", "7 方向", "7 统计方式");
    assertThat(found.faults().get(5).why()).contains("抽签", "完成率、逆向、基期、分段、扣分");
    assertThat(found.classes()).isEmpty();
  }

  @Test
  void withoutAHeaderItSaysWhichColumnsAreNeeded() {
    assertThatThrownBy(() -> read("甲|乙", "1|2"))
        .isInstanceOf(GovernanceRefused.class)
        .hasMessageContaining("指标名称、单位、分值");
    assertThatThrownBy(() -> read("指标名称|单位|分值")).hasMessageContaining("没有指标行");
  }

  @Property(tries = 300)
  void whateverTheCellsTheAnswerIsASchemeOrReasons(@ForAll("cells") List<List<String>> rows) {
    try {
      SchemeSheet.Found found = SchemeSheet.read(rows);
      assertThat(found.faults()).allSatisfy(f -> assertThat(f.why()).isNotBlank());
      assertThat(found.classes()).allSatisfy(c -> assertThat(c.indicators()).isNotEmpty());
    } catch (GovernanceRefused e) {
      assertThat(e).hasMessageMatching("(?s).*[一-龥].*");
    }
  }

  @Provide
  Arbitrary<List<List<String>>> cells() {
    Arbitrary<String> cell =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                6,
                Arbitraries.of(
                    "指标名称",
                    "单位",
                    "分值",
                    "类别",
                    "计分规则",
                    "规则参数",
                    "方向",
                    "小计",
                    "合计",
                    "10",
                    "-1",
                    "90:1;80:0.5",
                    "扣分",
                    "基期",
                    "逆向",
                    "80%,5%,1",
                    "")),
            net.jqwik.api.Tuple.of(2, Arbitraries.strings().ofMaxLength(12)));
    Arbitrary<List<String>> row = cell.list().ofMaxSize(10);
    return row.list()
        .ofMaxSize(8)
        .map(
            rows -> {
              List<List<String>> all = new java.util.ArrayList<>(rows);
              all.addFirst(List.of("类别", "指标名称", "单位", "分值", "计分规则", "规则参数", "方向"));
              return all;
            });
  }

  @Property(tries = 500)
  void aRuleIsReadBackAsItWasWritten(@ForAll("rules") Rule rule) {
    assertThat(RuleTerms.read(RuleTerms.code(rule), RuleTerms.terms(rule), rule.lowerIsBetter()))
        .isEqualTo(rule);
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Arbitraries.of(
        new Rule.Completion(new BigDecimal("1.2")),
        new Rule.Reverse(),
        new Rule.BaseYear(new BigDecimal("0.8"), new BigDecimal("0.05"), BigDecimal.ONE, true),
        new Rule.Bands(
            List.of(
                new Rule.Band(new BigDecimal("-3.5"), BigDecimal.ONE),
                new Rule.Band(new BigDecimal("-7"), new BigDecimal("0.25"))),
            false),
        new Rule.Deduction(new BigDecimal("2.5")));
  }

  @Property(tries = 1000)
  void whateverTheTermsTheAnswerIsARuleOrWords(
      @ForAll("words") String word, @ForAll("terms") String terms, @ForAll boolean lower) {
    try {
      RuleTerms.read(word, terms, lower);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).*[一-龥].*");
    }
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("完成率", "逆向", "基期", "分段", "扣分", "bands", "", "？");
  }

  @Provide
  Arbitrary<String> terms() {
    return Arbitraries.strings().withChars("0123456789.%:;,-封顶e ").ofMaxLength(20);
  }

  private static SchemeSheet.Found read(String... lines) {
    return SchemeSheet.read(
        Arrays.stream(lines).map(line -> Arrays.asList(line.split("\\|", -1))).toList());
  }
}

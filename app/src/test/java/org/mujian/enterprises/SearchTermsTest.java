package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

  @Test
  void initialsAreWhatPeopleType() {
    assertThat(Initials.of("盘锦北方沥青（集团）ABC有限公司3号")).isEqualTo("pjbflqjtabcyxgs3h");
    assertThat(Initials.of("重庆长江银行")).isEqualTo("cqcjyh");
    assertThat(Initials.of("沈阳")).isEqualTo("sy");
  }

  @Test
  void whiteSpaceSeparatesTermsAndFullWidthFolds() {
    assertThat(SearchTerms.termsOf(" 沥青　ＡＢＣ\t沥青 ")).containsExactly("沥青", "abc");
  }

  @Test
  void noGramSpansTwoFields() {
    SearchTerms terms = SearchTerms.of("甲乙", List.of(), "jy", null, "丙丁");
    assertThat(holds(terms, "乙丙")).isFalse();
    assertThat(holds(terms, "丙丁")).isTrue();
  }

  @Test
  void oneCharacterMeansTheBeginningOfNameOrInitials() {
    SearchTerms terms = SearchTerms.of("甲乙", List.of(), "jy", null, "丙丁");
    assertThat(holds(terms, "甲")).isTrue();
    assertThat(holds(terms, "j")).isTrue();
    assertThat(holds(terms, "乙")).isFalse();
    assertThat(holds(terms, "丙")).isFalse();
  }

  @Property
  void everyPartOfTheScopeIsFound(
      @ForAll @NotEmpty String scope,
      @ForAll @IntRange(max = 50) int from,
      @ForAll @IntRange(min = 2, max = 9) int length) {
    SearchTerms terms = SearchTerms.of("名", List.of("旧名称"), "m", "91350100M000100Y43", scope);
    String folded = Folding.fold(scope);
    if (folded.length() < 2) {
      return;
    }
    int start = Math.min(from, folded.length() - 2);
    String part = folded.substring(start, Math.min(start + length, folded.length()));
    assertThat(holds(terms, part)).isTrue();
    assertThat(terms.words()).contains(part);
  }

  @Property
  void foldingTwiceIsFoldingOnceAndCommonCharactersStay(
      @ForAll String text, @ForAll @CharRange(from = '\u4e00', to = '\u9fff') String common) {
    assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
    assertThat(Normalizer.normalize(common, Normalizer.Form.NFKC)).isEqualTo(common);
    assertThat(Folding.fold(common + "　Ａ")).isEqualTo(common + "a");
  }

  @Property
  void gramsAreDistinctAndAscending(@ForAll String name, @ForAll String scope) {
    int[] grams = SearchTerms.of(name, List.of(), "", null, scope).grams();
    assertThat(grams).isSorted().doesNotHaveDuplicates();
  }

  @Property
  void noTextPutsANulIntoTheDatabase(@ForAll String scope) {
    assertThat(SearchTerms.of("名", List.of(), "m", null, scope).words()).doesNotContain("\u0000");
  }

  private static boolean holds(SearchTerms terms, String term) {
    return Arrays.stream(SearchTerms.gramsOf(term))
        .allMatch(gram -> Arrays.binarySearch(terms.grams(), gram) >= 0);
  }
}

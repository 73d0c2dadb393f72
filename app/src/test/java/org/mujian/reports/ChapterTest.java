package org.mujian.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A chapter's numbers stand where the words say and never without a reference. */
class ChapterTest {

  private static final Quoted TEN =
      new Quoted("10", "项", "开工", "项目台账，截至 2026-11-24", "/z/one/projects");

  @Test
  void numbersStandInTheirPlacesAndAreReferencesInOrder() {
    Chapter chapter = new Chapter();
    Quoted two = new Quoted("2", "宗", "地块", "地块台账", "/z/one/land");
    chapter.say("开工 {}，地块 {}。", TEN, two);
    chapter.table(List.of("名称", "数"), List.of(40, 40), List.of(List.of("甲", TEN)));
    Report.Content content =
        new Report.Content("周报", "第 1 周", List.of(new Report.Part("一", chapter.blocks())));
    assertThat(content.references()).containsExactly(TEN, two, TEN);
    assertThat(ReportHtml.page(content))
        .contains("<p>开工 10 项<sup>[1]</sup>，地块 2 宗<sup>[2]</sup>。</p>")
        .contains(
            "<td>10 项<sup>[3]</sup></td>", "[3] 开工：10 项；项目台账，截至 2026-11-24；页面 /z/one/projects");
  }

  @Test
  void aPlaceWithoutANumberAndANumberWithoutAPlaceAreRefused() {
    assertThatThrownBy(() -> new Chapter().say("没有数 {}")).hasMessageContaining("without a number");
    assertThatThrownBy(() -> new Chapter().say("没有位置", TEN))
        .hasMessageContaining("without a place");
  }

  @Test
  void aNumberHasASourceAndAPage() {
    assertThatThrownBy(() -> new Quoted("1", "", "数", " ", "/z")).hasMessageContaining("source");
    assertThatThrownBy(() -> new Quoted("1", "", "数", "台账", "http://elsewhere"))
        .hasMessageContaining("page");
    assertThatThrownBy(() -> new Quoted("", "", "数", "台账", "/z")).hasMessageContaining("value");
  }

  @Test
  void whatPeopleTypedIsNotMarkup() {
    Chapter chapter = new Chapter();
    chapter.say("「<b>甲&乙</b>」进入开工。");
    String html =
        ReportHtml.page(
            new Report.Content("周报", "", List.of(new Report.Part("一", chapter.blocks()))));
    assertThat(html).contains("「&lt;b&gt;甲&amp;乙&lt;/b&gt;」");
  }
}

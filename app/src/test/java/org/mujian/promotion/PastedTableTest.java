package org.mujian.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mujian.chain.ShippedAtlases;

/** An input-output table as somebody pastes it. */
class PastedTableTest {

  private static final String GOOD =
      """
      部门\t代码\t炼油\t化工\t最终使用
      炼油\tC25\t10\t40\t50
      化工\tC26 C2651\t5\t60\t–
      """;

  @Test
  void aTableFromExcelIsReadWithEmptyCellsAsNothing() {
    PastedTable pasted = PastedTable.read(GOOD);
    assertThat(pasted.table().sectors()).containsExactly("炼油", "化工");
    assertThat(pasted.table().output(0)).isEqualTo(100, within(1e-9));
    assertThat(pasted.table().output(1)).isEqualTo(65, within(1e-9));
    assertThat(pasted.codes()).containsExactly(List.of("C25"), List.of("C26", "C2651"));
  }

  @Test
  void aLinkBelongsToTheSectorWithTheLongestCodeItBeginsWith() {
    PastedTable pasted = PastedTable.read("a,b,c,d,e\n化工,C26,1,1,9\n合成材料,C265,1,1,9");
    assertThat(pasted.sectorsOf(ShippedAtlases.list().getFirst()))
        .containsEntry("ethylene", 0)
        .containsEntry("polyethylene", 1)
        .doesNotContainKey("tyres");
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    refused("", "没有读到部门");
    refused("部门,代码,甲,最终使用\n甲,C25,1", "第 2 行有 3 格，应为 4 格");
    refused("部门,代码,甲,最终使用\n甲,C25,一,2", "第 2 行第 3 格“一”不是数");
    refused("部门,代码,甲,最终使用\n甲,C25,1,NaN", "“NaN”不是数");
    refused("部门,代码,甲,最终使用\n甲,C25,1,-9", "总产出为 -8.0");
    refused("部门,代码,甲,最终使用\n甲,C25,5,0", "");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> PastedTable.read(text))
        .isInstanceOf(PullRefused.class)
        .hasMessageContaining(why);
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefusedInWords(@ForAll String text, @ForAll char put) {
    for (String each : List.of(text, GOOD + text, GOOD.replace('5', put))) {
      try {
        assertThat(PastedTable.read(each).table().sectors()).isNotEmpty();
      } catch (PullRefused e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}

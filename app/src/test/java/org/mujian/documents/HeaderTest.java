package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mujian.documents.Sheets.read;
import static org.mujian.documents.Sheets.utf8;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header is found in tables as offices make them. */
class HeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the first row            | 器具名称,编号,数量/一,A1,3                                     | 1 | 0 1 2
          under a title            | 器具清单（2026年）,,/器具名称,编号,数量/一,A1,3                 | 2 | 0 1 2
          under title and unit     | 器具清单,,/填报单位：办公室,,单位：件/器具名称,编号,数量/一,A1,3 | 3 | 0 1 2
          under blank rows         | ,,/,,/器具名称,编号,数量/一,A1,3                               | 3 | 0 1 2
          with spaces              | 器 具 名 称, 编　号 ,数量/一,A1,3                               | 1 | 0 1 2
          with units               | 器具名称,编号,数量（件）/一,A1,3                                | 1 | 0 1 2
          with full-width letters  | 器具名称（必填）,编号＊,件数[个]/一,A1,3                        | 1 | 0 1 2
          in traditional           | 器具名稱,編號,數量/一,A1,3                                     | 1 | 0 1 2
          in another order         | 序号,数量,备注,编号,器具名称/1,3,,A1,一                         | 1 | 4 3 1
          by another name          | 名称,件数,颜色/一,3,红                                         | 1 | 0 -1 1
          a title that names one   | 数量,,/器具名称,编号,数量/一,A1,3                               | 2 | 0 1 2
          """)
  void isFound(String what, String rows, long row, String mapping) {
    Understood understood = read(utf8(rows.replace("/", "\n") + "\n")).understood();
    assertThat(understood.headerRow()).as(what).isEqualTo(row);
    assertThat(understood.mapping().subList(0, 3))
        .as(what)
        .isEqualTo(List.of(mapping.split(" ")).stream().map(Integer::valueOf).toList());
  }

  @Test
  void withoutAKnownNameThereIsNone() {
    assertThat(read(utf8("颜色,气味\n红,香\n")).understood().headerRow()).isZero();
  }

  @Test
  void theUserMayChooseAnotherRowAndOtherColumns() {
    byte[] file = utf8("器具名称,编号\n名称,编号\n一,A1\n");
    assertThat(read(file).codes()).containsExactly("good", "good");
    var chosen = read(file, new Asked(null, 2L, null));
    assertThat(chosen.codes()).containsExactly("good");
    var mapped = read(file, new Asked(null, 2L, List.of(1, -1, -1, -1)));
    assertThat(mapped.rows().getFirst().values()).startsWith("A1", null);
  }

  @Test
  void totalsAndRepeatedHeadersAreRejectedWithTheirReasonsNotDropped() {
    var read =
        read(
            utf8(
                """
                器具名称,编号,数量
                一,A1,3
                合 计,,3
                器具名称,编号,数量
                二,A2,4
                总计：,,7
                """));
    assertThat(read.codes())
        .containsExactly("good", "total-row", "header-again", "good", "total-row");
  }

  @Test
  void eachBadCellIsMarkedWithItsReason() {
    var read = read(utf8("编号,数量,器具名称\nA1,许多,\n"));
    assertThat(read.rows().getFirst().reasons())
        .containsExactly("2:gadget-missing", "1:amount-unreadable");
  }
}

package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mujian.documents.ImportKind.Cell;

/** How single cells of a list of enterprises are read. */
class CellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2004-01-05",
        "2004/1/5",
        "2004.01.05",
        "2004年1月5日",
        "2004年01月05日",
        "20040105",
        "２００４－０１－０５",
        "2004-01-05 00:00:00",
        "2004-01-05T08:30:00",
        " 2004-1-5 "
      })
  void datesAreReadAsOfficesWriteThem(String text) {
    assertThat(org.mujian.enterprises.Dates.read(text)).contains(LocalDate.of(2004, 1, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2004-02-30",
        "2004-13-01",
        "04-01-05",
        "2004年1月",
        "2004",
        "明天",
        "1/5/2004",
        "0004-01-05",
        "2004-1/5x",
        "38000"
      })
  void whatIsNoDayIsUnreadable(String text) {
    assertThat(EnterpriseImport.date(text)).isEqualTo(new Cell.Fault("date-unreadable"));
  }

  @Property(tries = 300)
  void everyDateIsReadInItsForms(@ForAll int days) {
    LocalDate date = LocalDate.of(1850, 1, 1).plusDays(Math.floorMod(days, 120_000));
    String chinese = date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    assertThat(org.mujian.enterprises.Dates.read(date.toString())).contains(date);
    assertThat(org.mujian.enterprises.Dates.read(chinese)).contains(date);
    assertThat(org.mujian.enterprises.Dates.read(date.toString().replace("-", ""))).contains(date);
  }

  @Property
  void noCellMakesAReaderFail(@ForAll String text) {
    for (var column : new EnterpriseImportTest.Columns().all()) {
      assertThat(column.reader().read(text)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"N/A", "n/a", "-", "—", "——", "/", "无", "空白", "空白。空白。", "Ｎ／Ａ", "暂无", " "})
  void missingIsMissingAndNotWrong(String text) {
    assertThat(EnterpriseImport.text(text)).isEqualTo(new Cell.Value(null));
    assertThat(EnterpriseImport.creditCode(text)).isEqualTo(new Cell.Value(null));
    assertThat(EnterpriseImport.date(text)).isEqualTo(new Cell.Value(null));
    assertThat(EnterpriseImport.name(text)).isEqualTo(new Cell.Fault("name-missing"));
  }

  @Test
  void aNameThatOnlyHoldsSuchAWordIsAName() {
    assertThat(EnterpriseImport.name("无锡某厂")).isEqualTo(new Cell.Value("无锡某厂"));
  }
}

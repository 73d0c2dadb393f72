package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lists go out as files that spreadsheets open and cannot be attacked by. */
class ExportsTest {

  private static final List<Exports.Column> COLUMNS =
      List.of(
          new Exports.Column("名称", 20), new Exports.Column("数量", 10), new Exports.Column("日期", 12));

  @Test
  void csvCarriesTheMarkByWhichExcelKnowsUtf8() throws IOException {
    var response =
        send(Exports.Format.CSV, Arrays.asList("一,\"二\"", new BigDecimal("-3.50"), null));
    byte[] content = response.getContentAsByteArray();
    assertThat(Arrays.copyOf(content, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    assertThat(new String(content, StandardCharsets.UTF_8).substring(1))
        .isEqualTo("名称,数量,日期\r\n\"一,\"\"二\"\"\",-3.50,\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "=1+2, '=1+2",
        "+cmd|x, '+cmd|x",
        "-2+3, '-2+3",
        "@SUM(A1), '@SUM(A1)",
        "＝1, '＝1",
        "-12.5, -12.5",
        "+86, +86",
        "普通, 普通"
      })
  void textThatWouldRunAsAFormulaIsMadeHarmless(String text, String written) {
    assertThat(CsvFile.harmless(text)).isEqualTo(written);
  }

  @Test
  void tabAndReturnInFrontAreMadeHarmlessToo() {
    assertThat(CsvFile.harmless("\t=1")).isEqualTo("'\t=1");
    assertThat(CsvFile.harmless("\r=1")).isEqualTo("'\r=1");
  }

  @Test
  void whatWasMadeHarmlessComesBackAsItWas() {
    var read = Sheets.read(Sheets.utf8("器具名称,编号\n'=1+2,'普通\n"));
    assertThat(read.rows().getFirst().values()).startsWith("=1+2", "'普通");
  }

  @Test
  void aWorkbookHasNumbersDatesAndTextEachAsSuch() throws IOException {
    var response =
        send(
            Exports.Format.XLSX,
            Arrays.asList("=1+2", new BigDecimal("12345.67"), LocalDate.of(2026, 3, 1)));
    try (var workbook =
            new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()));
        var rows = workbook.getFirstSheet().openStream()) {
      Row row = rows.skip(1).findFirst().orElseThrow();
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(0).getText()).isEqualTo("=1+2");
      assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("12345.67");
      assertThat(row.getCell(2).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 1));
    }
  }

  @Test
  void longNumbersControlCharactersAndOddTitlesDoNoHarm() throws IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ExportFiles()
        .send(
            response,
            Exports.Format.XLSX,
            "企业/名录:[2026]?",
            COLUMNS,
            sink -> sink.accept(Arrays.asList("a\u0001b𠮷\uD800", 123456789012345678L, null)));
    try (var workbook =
            new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()));
        var rows = workbook.getFirstSheet().openStream()) {
      Row row = rows.skip(1).findFirst().orElseThrow();
      assertThat(row.getCell(0).getText()).isEqualTo("ab𠮷");
      assertThat(row.getCell(1).getText()).isEqualTo("123456789012345678");
    }
  }

  @Test
  void theFileNameIsWrittenByRfc5987() {
    var response = send(Exports.Format.CSV, List.of("一"));
    assertThat(response.getHeader("Content-Disposition"))
        .contains("filename*=UTF-8''%E5%99%A8%E5%85%B7.csv");
    assertThat(response.getContentType()).startsWith("text/csv");
  }

  private static MockHttpServletResponse send(Exports.Format format, List<Object> row) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ExportFiles().send(response, format, "器具", COLUMNS, sink -> sink.accept(row));
    return response;
  }
}

package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mujian.documents.CsvReadingTest.assertRefused;
import static org.mujian.documents.Sheets.read;
import static org.mujian.documents.Sheets.utf8;
import static org.mujian.documents.Sheets.xls;
import static org.mujian.documents.Sheets.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, new and old, and what pretends to be one. */
class WorkbookReadingTest {

  @Test
  void numbersAndDatesComeAsAPersonWouldHaveTypedThem() {
    byte[] file =
        xlsx(
            sheet -> {
              header(sheet);
              sheet.value(1, 0, "一");
              sheet.value(1, 1, new BigDecimal("1234567890123"));
              sheet.value(1, 2, 0.1 + 0.2);
              sheet.value(1, 3, LocalDate.of(2026, 3, 1));
              sheet.style(1, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
            });
    assertThat(read(file).rows().getFirst().values())
        .containsExactly("一", "1234567890123", "0.3", "2026-03-01");
  }

  @Test
  void aFormulaCountsWithItsLastValueAndAnErrorIsAFault() throws IOException {
    byte[] file =
        workbook(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>器具名称</t></is></c><c r="B1" t="inlineStr"><is><t>数量</t></is></c></row>
            <row r="2"><c r="A2" t="str"><f>"一"&amp;"号"</f><v>一号</v></c><c r="B2"><f>1+2</f><v>3</v></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>二号</t></is></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>三号</t></is></c><c r="B4" t="e"><v>#REF!</v></c></row>
            """);
    var read = read(file);
    assertThat(read.codes()).containsExactly("good", "error-value", "error-value");
    assertThat(read.rows().getFirst().values()).startsWith("一号", null, "3");
    assertThat(read.rows().get(1).reasons()).containsExactly("1:error-value");
  }

  @Test
  void theHeaderIsFoundOnTheSheetThatHasIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var workbook = new org.dhatim.fastexcel.Workbook(out, "Test", null)) {
      workbook.newWorksheet("说明").value(0, 0, "请看第二张表");
      var sheet = workbook.newWorksheet("清单");
      header(sheet);
      sheet.value(1, 0, "一");
    }
    var read = read(out.toByteArray());
    assertThat(read.understood().facts().sheet()).isEqualTo("清单");
    assertThat(read.codes()).containsExactly("good");
  }

  @Test
  void anOldWorkbookIsReadLikeANewOne() {
    byte[] file =
        xls(
            sheet -> {
              sheet.createRow(0).createCell(0).setCellValue("器具清单");
              Row header = sheet.createRow(2);
              List<String> names = List.of("器具名称", "编号", "数量", "购入日期");
              IntStream.range(0, 4).forEach(i -> header.createCell(i).setCellValue(names.get(i)));
              Row row = sheet.createRow(3);
              row.createCell(0).setCellValue("一");
              row.createCell(1).setCellValue(20260301);
              row.createCell(2).setCellFormula("1+2");
              var date = sheet.getWorkbook().createCellStyle();
              date.setDataFormat((short) 14);
              row.createCell(3).setCellValue(LocalDate.of(2026, 3, 1));
              row.getCell(3).setCellStyle(date);
              Row bad = sheet.createRow(5);
              bad.createCell(0).setCellFormula("\"二\"&\"号\"");
              bad.createCell(2).setCellFormula("1/0");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    var read = read(file);
    assertThat(read.understood().facts().format()).isEqualTo("xls");
    assertThat(read.understood().headerRow()).isEqualTo(3);
    assertThat(read.codes()).containsExactly("good", "error-value");
    assertThat(read.rows().getFirst().values()).containsExactly("一", "20260301", "3", "2026-03-01");
    assertThat(read.rows().get(1).row().cells()).startsWith("二号");
  }

  @Test
  void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] zeros = new byte[1024 * 1024];
    Arrays.fill(zeros, (byte) ' ');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(out.size()).isLessThan(400_000);
    long begin = System.nanoTime();
    assertRefused(out.toByteArray(), "zip-bomb");
    assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
  }

  @Test
  void tenThousandColumnsAreRefused() {
    byte[] file = xlsx(sheet -> IntStream.range(0, 10_000).forEach(i -> sheet.value(0, i, "数量")));
    assertRefused(file, "too-many-columns", "500");
  }

  @Test
  void archivesBrokenAndEncryptedFilesAreRefusedEachInItsWords() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("list.csv"));
      zip.write(utf8("器具名称\n一\n"));
    }
    assertRefused(archive.toByteArray(), "no-workbook");
    byte[] whole = xlsx(List.of(List.of("器具名称"), List.of("一")));
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "broken-workbook");
    byte[] old = xls(sheet -> sheet.createRow(0).createCell(0).setCellValue("器具名称"));
    assertRefused(Arrays.copyOf(old, old.length / 3), "broken-workbook");
    assertRefused(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></row>"), "broken-workbook");
  }

  @Test
  void anEntityBombInAWorkbookBlowsNothingUp() throws IOException {
    byte[] file =
        parts(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>",
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
    try {
      assertThat(read(file).understood().head().toString()).doesNotContain("aaaa");
    } catch (FileRefused refused) {
      assertThat(refused.key()).isEqualTo("import.refused.broken-workbook");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.3",
    "1E3, 1000",
    "-5.0, -5",
    "0.0, 0",
    "91211100551234567, 91211100551234600",
    "1E+999999999, 1E+999999999",
    "abc, abc"
  })
  void numbersArePlain(String raw, String text) {
    assertThat(Cells.number(raw)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 1900-01-01",
    "59, false, 1900-02-28",
    "61, false, 1900-03-01",
    "46082, false, 2026-03-01",
    "44620, true, 2026-03-01",
    "46082.5, false, 2026-03-01 12:00:00",
    "0.25, false, 06:00:00",
    "-1, false, -1",
    "1e300, false, 1e300"
  })
  void datesAreIso(double serial, boolean from1904, String text) {
    assertThat(Cells.date(serial, from1904))
        .isEqualTo(text.equals("1e300") ? Cells.number("1.0E300") : text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, General, false",
    "14, , true",
    "57, , true",
    "164, yyyy-mm-dd, true",
    "165, '#,##0.00\"days\"', false",
    "166, '[Red]0.00', false",
    "167, '[$-804]m\"月\"d\"日\"', true",
    "168, G/通用格式, false"
  })
  void dateFormatsAreKnown(int id, String format, boolean date) {
    assertThat(Cells.isDate(id, format)).isEqualTo(date);
  }

  private static void header(org.dhatim.fastexcel.Worksheet sheet) {
    List<String> names = List.of("器具名称", "编号", "数量", "购入日期");
    IntStream.range(0, 4).forEach(i -> sheet.value(0, i, names.get(i)));
  }

  /** A workbook by hand, for what no library writes. */
  private static byte[] workbook(String rows) throws IOException {
    return parts("", rows);
  }

  private static byte[] parts(String prolog, String rows) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
              + " PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
              + " PartName=\"/xl/worksheets/sheet1.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
              .formatted(packages, office));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
              .formatted(main, office));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
              .formatted(packages, office));
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          prolog
              + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
                  .formatted(main, rows));
    }
    return out.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(utf8(content));
    zip.closeEntry();
  }
}

package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mujian.documents.Sheets.read;
import static org.mujian.documents.Sheets.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Whatever bytes come, reading ends, and ends in rows that are all counted or in a clear refusal.
 */
class ReadingPropertyTest {

  private static final byte[] WORKBOOK =
      Sheets.xlsx(List.of(List.of("器具名称", "编号", "数量"), List.of("一", "A1", "3")));
  private static final byte[] OLD =
      Sheets.xls(sheet -> sheet.createRow(0).createCell(0).setCellValue("器具名称"));

  @Property(tries = 150)
  void anyBytesAreReadOrRefused(@ForAll byte[] content) {
    readOrRefuse(content);
    byte[] header = utf8("器具名称,数量\n");
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    behind.writeBytes(header);
    behind.writeBytes(content);
    readOrRefuse(behind.toByteArray());
  }

  @Property(tries = 80)
  void aWorkbookWithAnyDamageIsReadOrRefused(
      @ForAll("places") double at, @ForAll byte damage, @ForAll boolean old) {
    byte[] file = (old ? OLD : WORKBOOK).clone();
    file[(int) (at * (file.length - 1))] ^= damage;
    readOrRefuse(file);
    readOrRefuse(java.util.Arrays.copyOf(file, (int) (at * file.length)));
  }

  @Provide
  Arbitrary<Double> places() {
    return Arbitraries.doubles().between(0, 1);
  }

  private static void readOrRefuse(byte[] content) {
    try {
      read(content);
    } catch (FileRefused refused) {
      assertThat(refused.key()).startsWith("import.refused.");
    }
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings().withChars("一二a1,;\t\"' \n=-@").ofMinLength(0).ofMaxLength(6);
    return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(25);
  }

  @Property(tries = 150)
  void whatIsWrittenIsReadBack(@ForAll("tables") List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvFile file = new CsvFile(out, ',')) {
      file.row(List.of("器具名称", "编号", "数量"));
      for (List<String> row : rows) {
        file.row(row);
      }
    }
    var read = read(out.toByteArray());
    List<List<String>> expected =
        rows.stream()
            .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
            .map(row -> row.stream().map(CsvFile::harmless).toList())
            .toList();
    assertThat(read.rows().stream().map(row -> row.row().cells()).toList()).isEqualTo(expected);
    assertThat(read.rows().size() + read.blank()).isEqualTo(rows.size());
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars("一a,\"\n").ofMinLength(0).ofMaxLength(120);
  }

  /** No character of the file is lost: every line begins exactly one row or stands inside one. */
  @Property(tries = 300)
  void everyLineIsInARow(@ForAll("lines") String text) {
    var read = read(utf8("器具名称,编号\n" + text));
    String kept =
        read.rows().stream()
            .flatMap(row -> row.row().cells().stream())
            .collect(Collectors.joining())
            .replaceAll("[,\"\\n]", "");
    assertThat(kept).isEqualTo(text.replaceAll("[,\"\\n]", ""));
  }

  @Property(tries = 150)
  void linesAreNumberedLikeTheJdkNumbersThem(@ForAll("anyEnds") String text) throws IOException {
    var reader = new java.io.LineNumberReader(new StringReader(text));
    Lines lines = new Lines(new OneByOne(text));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      Lines.@Nullable Line own = lines.next();
      assertThat(own).isNotNull();
      assertThat(own.text()).isEqualTo(line);
    }
    assertThat(lines.next()).isNull();
  }

  @Provide
  Arbitrary<String> anyEnds() {
    return Arbitraries.strings().withChars("a\r\n").ofMaxLength(40);
  }

  /** A reader that gives one character at a time, as the end of a buffer does. */
  private static final class OneByOne extends StringReader {
    OneByOne(String text) {
      super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      return super.read(buffer, offset, Math.min(1, length));
    }
  }
}

package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mujian.documents.Sheets.read;
import static org.mujian.documents.Sheets.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text of cells is taken for, and what is refused with which words. */
class CsvReadingTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String LIST = "器具名称,编号,数量\n螺丝刀,A1,3\n扳手,A2,4\n";

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";"})
  void theDelimiterIsFound(String delimiter) {
    var read = read(utf8(LIST.replace(",", delimiter)));
    assertThat(read.understood().facts().delimiter()).isEqualTo(delimiter);
    assertThat(read.codes()).containsExactly("good", "good");
  }

  @Test
  void theEncodingIsFoundByStrictDecoding() {
    assertThat(encoding(utf8(LIST))).isEqualTo("UTF-8");
    assertThat(encoding(utf8("\uFEFF" + LIST))).isEqualTo("UTF-8 BOM");
    assertThat(encoding(LIST.getBytes(GBK))).isEqualTo("GBK");
    assertThat(encoding(("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16LE))).isEqualTo("UTF-16");
    assertThat(encoding(LIST.replace("扳手", "𠮷").getBytes(TextCheck.GB18030))).isEqualTo("GBK");
  }

  @Test
  void theByteOrderMarkIsNoPartOfTheFirstHeader() {
    assertThat(read(utf8("\uFEFF" + LIST)).understood().mapping()).startsWith(0, 1, 2);
  }

  @Test
  void gbkLinesThatAreUtf8ByChanceAreNoMixture() {
    // The bytes of 联通 in GBK are valid UTF-8, a classic.
    assertThat(encoding((LIST + "联通,A3,1\n").getBytes(GBK))).isEqualTo("GBK");
  }

  @Test
  void mixedEncodingsAreRefusedWithTheLine() {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes(utf8(LIST + "手电筒照明工具,A3,5\n"));
    mixed.writeBytes("活动扳手工具,A4,6\n".getBytes(GBK));
    mixed.writeBytes(utf8("电工刀绝缘工具,A5,7\n"));
    assertRefused(mixed.toByteArray(), "mixed-encodings", "5");
  }

  @Test
  void aTextThatIsNeitherIsRefusedWithTheLine() {
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    broken.writeBytes(LIST.getBytes(GBK));
    broken.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, '\n'});
    assertRefused(broken.toByteArray(), "unknown-encoding", "4");
  }

  @Test
  void binaryContentNamedCsvIsRefused() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    assertRefused(png, "binary");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused(new byte[0], "empty");
  }

  @Test
  void quotedLineBreaksDelimitersAndQuotesAreContent() {
    var read = read(utf8("器具名称,编号\n\"一\n二,三\"\"四\",A1\r\n五,A2"));
    assertThat(read.codes()).containsExactly("good", "good");
    assertThat(read.rows().getFirst().row().cells()).containsExactly("一\n二,三\"四", "A1");
    assertThat(read.rows().get(1).row().number()).isEqualTo(4);
  }

  @Test
  void aWrongFieldCountIsAFaultOfItsRowAlone() {
    var read = read(utf8("器具名称,编号,数量\n一,A1\n二,A2,3,多\n三,A3,4\n四,A4,5,,\n"));
    assertThat(read.codes()).containsExactly("field-count", "field-count", "good", "good");
  }

  @Test
  void aStrayQuoteSwallowsNoOtherRow() {
    String filler =
        IntStream.range(0, 30).mapToObj(i -> "件" + i + ",B,1\n").collect(Collectors.joining());
    var read = read(utf8("器具名称,编号,数量\n" + filler + "\"一,A1,3\n二,A2,4\n\"三,A3,5\n四,A4,6\n"));
    assertThat(read.codes().subList(30, 34))
        .containsExactly("open-quote", "good", "open-quote", "good");
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsItsLineOnly() {
    var read = read(utf8("器具名称,编号\n一,A1\n\"二,A2\n三,A3\n"));
    assertThat(read.codes()).containsExactly("good", "open-quote", "good");
  }

  @Test
  void blankRowsCountNowhereButAreCounted() {
    var read = read(utf8("器具名称,编号\n一,A1\n\n,\n  ,　\n二,A2\n"));
    assertThat(read.codes()).containsExactly("good", "good");
    assertThat(read.blank()).isEqualTo(3);
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
    assertRefused(utf8("器具名称\n" + "长".repeat(Lines.LONGEST + 1)), "line-too-long", "2");
  }

  @Test
  void tenThousandColumnsAreRefused() {
    String header =
        IntStream.range(0, 10_000).mapToObj(i -> "列" + i).collect(Collectors.joining(","));
    assertRefused(utf8("器具名称," + header + "\n1,2\n"), "too-many-columns", "500");
  }

  @Test
  void macLineEndsAreLineEnds() {
    assertThat(read(utf8("器具名称,编号\r一,A1\r二,A2\r")).codes()).containsExactly("good", "good");
  }

  private static String encoding(byte[] content) {
    return read(content).understood().facts().encoding();
  }

  static void assertRefused(byte[] content, String key, String... inMessage) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            FileRefused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("import.refused." + key);
              for (String part : inMessage) {
                assertThat(refused.getMessage()).contains(part);
              }
            });
  }
}

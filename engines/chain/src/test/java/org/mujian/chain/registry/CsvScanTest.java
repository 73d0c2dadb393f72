package org.mujian.chain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.chain.Atlas;
import org.mujian.chain.ShippedAtlases;

/** A file cut anywhere into stretches holds the records of the whole. */
class CsvScanTest {

  private record Told(List<List<String>> rows, List<Integer> lines, String fault) {}

  private static Told told(byte[] bytes, int line) {
    return told(bytes, line, 1000);
  }

  private static Told told(byte[] bytes, int line, int room) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    CsvRows csv = new CsvRows(new ByteArrayInputStream(bytes), line, room);
    try {
      for (List<String> row = csv.next(); row != null; row = csv.next()) {
        rows.add(row);
        lines.add(csv.line());
      }
      return new Told(rows, lines, "");
    } catch (IOException e) {
      return new Told(rows, lines, String.valueOf(e.getMessage()));
    }
  }

  private static List<CsvScan.Part> parts(byte[] bytes, int stretch) throws IOException {
    List<CsvScan> scans = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += stretch) {
      scans.add(
          CsvScan.of(
              new ByteArrayInputStream(
                  Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + stretch)))));
    }
    return CsvScan.parts(scans);
  }

  @Property(tries = 2000)
  void partsHoldTheRecordsOfTheWhole(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9) int stretch)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<List<String>> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    String fault = "";
    long end = 0;
    for (CsvScan.Part part : parts(bytes, stretch)) {
      assertThat(part.from()).isEqualTo(end);
      end = part.to();
      Told told = told(Arrays.copyOfRange(bytes, (int) part.from(), (int) part.to()), part.line());
      rows.addAll(told.rows);
      lines.addAll(told.lines);
      fault += told.fault;
    }
    assertThat(end).isEqualTo(bytes.length);
    assertThat(new Told(rows, lines, fault)).isEqualTo(told(bytes, 1));
  }

  @Property(tries = 1000)
  void rowsDoNotDependOnWhereABufferEnds(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 5) int room) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(told(bytes, 1, room)).isEqualTo(told(bytes, 1));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("\"", ",", "\n", "\r\n", "\r", "a", "染", "\"\"", "\",\"", "")
        .list()
        .ofMaxSize(30)
        .map(list -> String.join("", list));
  }

  private static final String ROWS =
      """
      企业名称,统一社会信用代码,注册日期,注册资金,行业代码,经营范围
      甲染料厂,91211102MA0000000X,2001-02-03,1000(万元人民币),2645,"染料、
      ""特种""油墨"
      丙,缺列
      乙公司,91210102MA0000000X,2003-02-03,,,染料生产；涂料销售；ＡＢＳ树脂
      甲新厂,91211102MA0000000X,2004-02-03,,,轮胎制造
      """;

  @Test
  void encodedByPartsIsEncodedInOneAndTaggedStraightIsTaggedEncoded(@TempDir Path folder)
      throws IOException {
    StringBuilder csv = new StringBuilder(ROWS);
    for (int i = 0; i < 60_000; i++) {
      csv.append("无号企业").append(i).append(",,,,,\"油墨").append(i % 977).append("生产\n、涂料、染料\"\n");
    }
    Path file = Files.writeString(folder.resolve("in.csv"), csv);
    Path one = folder.resolve("one.mjr");
    Path parts = folder.resolve("parts.mjr");
    try (RegistryWriter writer = RegistryWriter.create(one, 10_000);
        var in = Files.newInputStream(file)) {
      RegistryCsv.read(in, writer::add);
    }
    RegistryCsv.Read read;
    try (RegistryWriter writer = RegistryWriter.create(parts, 10_000)) {
      read = CsvEncoding.encode(file, writer, 3);
    }
    assertThat(read).isEqualTo(new RegistryCsv.Read(60_003, 1, 4));
    assertThat(Files.mismatch(one, parts)).isEqualTo(-1);
    Atlas atlas = ShippedAtlases.list().getFirst();
    StringWriter straight = new StringWriter();
    assertThat(CsvTagging.tag(file, atlas, 3, straight)).isEqualTo(read);
    StringWriter encoded = new StringWriter();
    org.mujian.chain.ChainFiles.tag(parts, atlas, 2, encoded);
    assertThat(straight.toString())
        .isEqualTo(encoded.toString())
        .contains("1,91210102MA0000000X,dyes,makes", "2,91211102MA0000000X,tyres,makes")
        .doesNotContain("\n0,91211102MA0000000X");
  }

  @Test
  void aQuoteThatNeverClosesIsToldByItsLineInWhateverPart(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), ROWS + "丁,,,,,\"染料\n");
    assertThatThrownBy(
            () -> CsvTagging.tag(file, ShippedAtlases.list().getFirst(), 2, new StringWriter()))
        .isInstanceOf(IOException.class)
        .hasMessage("第 7 行的引号没有结束");
  }
}

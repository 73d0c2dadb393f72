package org.mujian.chain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Good rows are read, bad ones are counted and told by their line. */
class RegistryCsvTest {

  private static final String HEADER = "\uFEFF企业名称,统一社会信用代码,注册日期,注册资金,经营范围\n";

  private final List<Enterprise> read = new ArrayList<>();

  private RegistryCsv.Read read(byte[] bytes) throws IOException {
    return RegistryCsv.read(new ByteArrayInputStream(bytes), read::add);
  }

  private RegistryCsv.Read read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void columnsAreKnownByNameAndQuotesMayHoldAnything() throws IOException {
    read(
        HEADER
            + "\"甲,厂\",91211102MA0000000X,2001-02-03,\"1,000(万元人民币)\",\"染料\r\n\"\"生产\"\"\"\r\n"
            + "乙,N/A,,100(万美元),");
    assertThat(read)
        .containsExactly(
            new Enterprise("91211102MA0000000X", "甲,厂", "染料\r\n\"生产\"", 211102, 2001, 10_000_000),
            new Enterprise("", "乙", "", 0, 0, -1));
  }

  @Test
  void aRowWithTheWrongNumberOfFieldsIsLeftOutAndTold() throws IOException {
    assertThat(read(HEADER + "甲,,,,染料生产\n乙,,\n\n丙,,,,油墨,多\n丁,,,,涂料\n"))
        .isEqualTo(new RegistryCsv.Read(2, 2, 3));
    assertThat(read).extracting(Enterprise::scope).containsExactly("染料生产", "涂料");
  }

  @Test
  void aFileWithoutScopesOrWithAQuoteThatNeverClosesIsRefusedInWords() {
    assertThatThrownBy(() -> read("名称,范围\n")).hasMessageContaining("没有“经营范围”一列");
    assertThatThrownBy(() -> read("")).hasMessage("文件是空的");
    assertThatThrownBy(() -> read(HEADER + "甲,,,,染料\n\"乙,,,,")).hasMessageContaining("第 3 行的引号");
  }

  @Test
  void aFileCutInTheMiddleOfACharacterIsReadUpToIt() throws IOException {
    byte[] whole = (HEADER + "甲,,,,染料").getBytes(StandardCharsets.UTF_8);
    read(java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(read.getFirst().scope()).isEqualTo("染\uFFFD");
  }

  @Test
  void capitalInYuanIsKnownAndInOthersNot() {
    assertThat(RegistryCsv.yuan("681(万元人民币)")).isEqualTo(6_810_000);
    assertThat(RegistryCsv.yuan("0.5万")).isEqualTo(5000);
    assertThat(RegistryCsv.yuan("50(万美元)")).isEqualTo(-1);
    assertThat(RegistryCsv.yuan("N/A")).isEqualTo(-1);
    assertThat(RegistryCsv.yuan("1.2.3万")).isEqualTo(-1);
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefusedInWords(@ForAll byte[] junk) {
    byte[] head = HEADER.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + junk.length);
    System.arraycopy(junk, 0, all, head.length, junk.length);
    try {
      assertThat(read(all).rows()).isNotNegative();
    } catch (IOException refused) {
      assertThat(refused).hasMessageContaining("行");
    }
  }
}

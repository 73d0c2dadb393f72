package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;

/** The paper opened again: GB/T 9704. */
class OfficialPaperTest {

  private final XWPFDocument document = open(write());

  @Test
  void theMarginsAre37_35_28_26MillimetresOfA4() {
    var section = document.getDocument().getBody().getSectPr();
    var margins = section.getPgMar();
    assertThat(millimetres(margins.getTop())).isEqualTo(37);
    assertThat(millimetres(margins.getBottom())).isEqualTo(35);
    assertThat(millimetres(margins.getLeft())).isEqualTo(28);
    assertThat(millimetres(margins.getRight())).isEqualTo(26);
    assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
    assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
  }

  @Test
  void titleBodyAndHeadingsHaveTheirFontsAndSizes() {
    assertThat(font("示例园区调度会纪要")).isEqualTo("方正小标宋简体 22.0");
    assertThat(font("一、总体进度")).isEqualTo("黑体 16.0");
    assertThat(font("新开工 6 项")).isEqualTo("仿宋 16.0");
    assertThat(document.getTables().getFirst().getRow(1).getCell(0).getText()).isEqualTo("补办施工许可证");
  }

  @Test
  void everyRunNamesAnEastAsianFont() {
    assertThat(document.getParagraphs().stream().flatMap(p -> p.getRuns().stream()))
        .isNotEmpty()
        .allSatisfy(
            run -> assertThat(run.getFontFamily(XWPFRun.FontCharRange.eastAsia)).isNotBlank());
  }

  @Test
  void aFigureCarriesAMarkThatLeadsToItsSource() {
    XWPFParagraph figure = paragraph("新开工 6 项");
    assertThat(figure.getText()).isEqualTo("新开工 6 项[1]，年计划 10 项[2]，再说一次 6 项[1]。");
    assertThat(figure.getRuns().get(1).getVerticalAlignment().toString()).isEqualTo("superscript");
    assertThat(paragraph("[1] 项目台账，截至 2026-03-30")).isNotNull();
    assertThat(paragraph("[2] 年度计划")).isNotNull();
  }

  @Test
  void thePagesAreNumberedAtTheOutside() {
    assertThat(document.getFooterList()).hasSize(2);
    assertThat(document.getFooterList())
        .allSatisfy(footer -> assertThat(footer.getText()).contains("—"));
  }

  private static byte[] write() {
    OfficialPaper paper = new OfficialPaper("示例园区", "调度会纪要", Instant.EPOCH);
    String source = "项目台账，截至 2026-03-30";
    paper.title("示例园区调度会纪要").subtitle("（第 6 次）").heading("一、总体进度");
    paper.paragraph(
        "新开工 6 项%s，年计划 10 项%s，再说一次 6 项%s。"
            .formatted(paper.cite(source), paper.cite("年度计划"), paper.cite(source)));
    paper.table(List.of("事项", "牵头"), List.of(90, 60), List.of(List.of("补办施工许可证", "项目局")));
    paper.signature("示例园区管理委员会", "2026年3月30日");
    return paper.bytes();
  }

  private static XWPFDocument open(byte[] file) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private XWPFParagraph paragraph(String begins) {
    return document.getParagraphs().stream()
        .filter(p -> p.getText().startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  private String font(String begins) {
    XWPFRun run = paragraph(begins).getRuns().getFirst();
    return run.getFontFamily(XWPFRun.FontCharRange.eastAsia) + " " + run.getFontSizeAsDouble();
  }

  private static long millimetres(Object twips) {
    return Math.round(((BigInteger) twips).doubleValue() * 25.4 / 1440);
  }
}

package org.mujian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/**
 * Writes one official paper in Word from top to bottom, in the style of GB/T 9704-2012: A4, margins
 * 37/35/28/26 mm, title in 小标宋 size 2 (22 pt), body in 仿宋 size 3 (16 pt), 22 lines a page, page
 * numbers outside. Fonts are named, not embedded: Word and WPS bring them. A figure carries a mark
 * [n] that leads to its source at the end. Not for two threads.
 */
public final class OfficialPaper {

  public static final String TITLE = "方正小标宋简体";
  public static final String BODY = "仿宋";
  public static final String HEADING = "黑体";
  public static final String SUBHEADING = "楷体";
  private static final String PAGE_NUMBER = "宋体";
  private static final String LATIN = "Times New Roman";

  private static final int SIZE_2 = 22;
  private static final int SIZE_3 = 16;
  private static final int SIZE_4 = 14;
  private static final int TABLE_SIZE = 12;

  /** 225 mm hold 22 lines. */
  private static final int LINE_PT = 29;

  private static final Pattern MARK = Pattern.compile("\\[\\d+]");

  private final XWPFDocument document = new XWPFDocument();
  private final List<String> sources = new ArrayList<>();

  /**
   * @param author stands in the file's properties
   */
  public OfficialPaper(String author, String subject, Instant made) {
    var properties = document.getProperties().getCoreProperties();
    properties.setCreator(author);
    properties.setTitle(subject);
    String at = made.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    try {
      properties.setCreated(at);
      properties.setModified(at);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("an instant is a date", e);
    }
    page();
    document.setEvenAndOddHeadings(true);
    number(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    number(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(twips(210));
    size.setH(twips(297));
    var margins = section.addNewPgMar();
    margins.setTop(twips(37));
    margins.setBottom(twips(35));
    margins.setLeft(twips(28));
    margins.setRight(twips(26));
    margins.setHeader(twips(15));
    margins.setFooter(twips(28)); // the number stands 7 mm below the text
  }

  /** A twentieth of a point: 1 mm is 1440/25.4 of them. */
  static BigInteger twips(int millimetres) {
    return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
  }

  private void number(HeaderFooterType pages, ParagraphAlignment side) {
    XWPFFooter footer = document.createFooter(pages);
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(side);
    paragraph.setIndentationLeft(SIZE_4 * 20);
    paragraph.setIndentationRight(SIZE_4 * 20);
    run(paragraph, "— ", PAGE_NUMBER, SIZE_4);
    run(paragraph, "", PAGE_NUMBER, SIZE_4)
        .getCTR()
        .addNewFldChar()
        .setFldCharType(STFldCharType.BEGIN);
    run(paragraph, "", PAGE_NUMBER, SIZE_4).getCTR().addNewInstrText().setStringValue("PAGE");
    run(paragraph, "", PAGE_NUMBER, SIZE_4)
        .getCTR()
        .addNewFldChar()
        .setFldCharType(STFldCharType.END);
    run(paragraph, " —", PAGE_NUMBER, SIZE_4);
  }

  public OfficialPaper title(String text) {
    run(line(ParagraphAlignment.CENTER, 0), text, TITLE, SIZE_2);
    return this;
  }

  /** Under the title: number or date, in 楷体. */
  public OfficialPaper subtitle(String text) {
    run(line(ParagraphAlignment.CENTER, 0), text, SUBHEADING, SIZE_3);
    line(ParagraphAlignment.CENTER, 0);
    return this;
  }

  /** 一、…… */
  public OfficialPaper heading(String text) {
    run(line(ParagraphAlignment.LEFT, 2), text, HEADING, SIZE_3);
    return this;
  }

  /** A paragraph of the body, indented by two characters; marks [n] stand raised. */
  public OfficialPaper paragraph(String text) {
    XWPFParagraph paragraph = line(ParagraphAlignment.BOTH, 2);
    Matcher mark = MARK.matcher(text);
    int from = 0;
    while (mark.find()) {
      run(paragraph, text.substring(from, mark.start()), BODY, SIZE_3);
      run(paragraph, mark.group(), BODY, SIZE_3).setVerticalAlignment("superscript");
      from = mark.end();
    }
    run(paragraph, text.substring(from), BODY, SIZE_3);
    return this;
  }

  /** Notes where a figure comes from and returns the mark to put behind it. */
  public String cite(String source) {
    int known = sources.indexOf(source);
    if (known < 0) {
      sources.add(source);
      known = sources.size() - 1;
    }
    return "[" + (known + 1) + "]";
  }

  /** Like {@link #cite}, but each figure gets a mark of its own, also where sources are equal. */
  public String note(String source) {
    sources.add(source);
    return "[" + sources.size() + "]";
  }

  /**
   * @param widths in millimetres, together at most 156
   */
  public OfficialPaper table(List<String> headers, List<Integer> widths, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size() + 1, headers.size());
    table.setTableAlignment(org.apache.poi.xwpf.usermodel.TableRowAlign.CENTER);
    table.getRow(0).setRepeatHeader(true);
    for (int column = 0; column < headers.size(); column++) {
      cell(table.getRow(0).getCell(column), headers.get(column), HEADING, widths.get(column));
      for (int row = 0; row < rows.size(); row++) {
        cell(
            table.getRow(row + 1).getCell(column),
            rows.get(row).get(column),
            BODY,
            widths.get(column));
      }
    }
    return this;
  }

  private static void cell(XWPFTableCell cell, String text, String font, int width) {
    cell.setWidth(twips(width).toString());
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setSpacingBetween(20, LineSpacingRule.EXACT);
    run(paragraph, text, font, TABLE_SIZE);
  }

  /** Who issues it and when, at the right. */
  public OfficialPaper signature(String issuer, String date) {
    line(ParagraphAlignment.RIGHT, 0);
    for (String text : List.of(issuer, date)) {
      XWPFParagraph paragraph = line(ParagraphAlignment.RIGHT, 0);
      paragraph.setIndentationRight(SIZE_3 * 20 * 4);
      run(paragraph, text, BODY, SIZE_3);
    }
    return this;
  }

  /** The finished file: the sources cited stand at its end. */
  public byte[] bytes() {
    if (!sources.isEmpty()) {
      heading("数据出处");
      for (int i = 0; i < sources.size(); i++) {
        run(line(ParagraphAlignment.LEFT, 2), "[" + (i + 1) + "] " + sources.get(i), BODY, SIZE_4);
      }
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        document) {
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private XWPFParagraph line(ParagraphAlignment alignment, int indentCharacters) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBefore(0);
    paragraph.setSpacingAfter(0);
    paragraph.setSpacingBetween(LINE_PT, LineSpacingRule.EXACT);
    if (indentCharacters > 0) {
      paragraph.setIndentationFirstLine(indentCharacters * SIZE_3 * 20);
    }
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(LATIN);
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
    if (!text.isEmpty()) {
      run.setText(text);
    }
    return run;
  }
}

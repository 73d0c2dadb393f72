package org.mujian.reports;

import java.util.List;

/** The report as a page of XHTML for the PDF, in the margins of GB/T 9704. */
final class ReportHtml {

  private static final String STYLE =
      """
      @page { size: A4; margin: 37mm 26mm 35mm 28mm;
        @bottom-center { content: "— " counter(page) " —"; font: 12pt report; } }
      body { font: 14pt/1.7 report; }
      h1 { font-size: 22pt; text-align: center; margin: 0; font-weight: normal; }
      h2 { font-size: 15pt; margin: 12pt 0 2pt; font-weight: normal; }
      p { margin: 0; text-indent: 2em; }
      p.sub { text-align: center; text-indent: 0; margin-bottom: 12pt; font-size: 12pt; }
      table { width: 100%; border-collapse: collapse; margin: 6pt 0; -fs-table-paginate: paginate; }
      td, th { border: 0.5pt solid #000; padding: 2pt 4pt; font-size: 10.5pt; font-weight: normal; text-align: left; }
      sup { font-size: 8pt; } .refs p { font-size: 10.5pt; text-indent: 0; }
      """;

  private final StringBuilder out = new StringBuilder(16_384);
  private int last;

  private ReportHtml() {}

  static String page(Report.Content content) {
    ReportHtml html = new ReportHtml();
    html.write(content);
    return html.out.toString();
  }

  private void write(Report.Content content) {
    out.append("<html><head><title>").append(escaped(content.title())).append("</title><style>");
    out.append(STYLE).append("</style></head><body><h1>").append(escaped(content.title()));
    out.append("</h1><p class=\"sub\">").append(escaped(content.subtitle())).append("</p>");
    for (Report.Part part : content.parts()) {
      out.append("<h2>").append(escaped(part.heading())).append("</h2>");
      part.blocks().forEach(this::block);
    }
    out.append("<h2>数据出处</h2><div class=\"refs\">");
    List<Quoted> references = content.references();
    for (int i = 0; i < references.size(); i++) {
      String line = "[" + (i + 1) + "] " + ReportWord.reference(references.get(i));
      out.append("<p>").append(escaped(line)).append("</p>");
    }
    out.append("</div></body></html>");
  }

  private void block(Chapter.Block block) {
    if (!block.kind().equals("table")) {
      for (List<List<Chapter.Piece>> row : block.rows()) {
        row.forEach(cell -> element("p", cell));
      }
      return;
    }
    out.append("<table><thead><tr>");
    block.headers().forEach(header -> out.append("<th>").append(escaped(header)).append("</th>"));
    out.append("</tr></thead><tbody>");
    for (List<List<Chapter.Piece>> row : block.rows()) {
      out.append("<tr>");
      row.forEach(cell -> element("td", cell));
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  private void element(String name, List<Chapter.Piece> pieces) {
    out.append('<').append(name).append('>');
    for (Chapter.Piece piece : pieces) {
      Quoted number = piece.quoted();
      if (number == null) {
        out.append(escaped(piece.text()));
      } else {
        out.append(escaped(ReportWord.printed(number)));
        out.append("<sup>[").append(++last).append("]</sup>");
      }
    }
    out.append("</").append(name).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

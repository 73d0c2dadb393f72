package org.mujian.reports;

import java.util.ArrayList;
import java.util.List;
import org.mujian.web.Page;

/** Reports as their pages show them. */
public final class ReportView {

  private ReportView() {}

  /** A report in the list. */
  public record Line(
      long id,
      String title,
      String subtitle,
      String week,
      int edition,
      int numbers,
      boolean pdf,
      String who,
      String when) {}

  public record Part(String heading, List<Block> blocks) {}

  /**
   * @param kind {@code text}, {@code table} or {@code nothing}
   */
  public record Block(String kind, List<String> headers, List<List<List<Piece>>> rows) {}

  /**
   * @param mark the reference's number, 0 for plain text
   */
  public record Piece(String text, int mark, String href) {}

  static Line line(Page page, Report report) {
    return new Line(
        report.id(),
        report.content().title(),
        report.content().subtitle(),
        report.from() + " – " + report.until(),
        report.edition(),
        report.content().references().size(),
        report.pdfFile() != null,
        report.who(),
        page.time(report.madeAt()));
  }

  static List<Part> parts(Report.Content content) {
    int[] last = {0};
    List<Part> parts = new ArrayList<>();
    for (Report.Part part : content.parts()) {
      parts.add(new Part(part.heading(), part.blocks().stream().map(b -> block(b, last)).toList()));
    }
    return parts;
  }

  private static Block block(Chapter.Block block, int[] last) {
    return new Block(
        block.kind(),
        block.headers(),
        block.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> cell.stream().map(piece -> piece(piece, last)).toList())
                        .toList())
            .toList());
  }

  private static Piece piece(Chapter.Piece piece, int[] last) {
    Quoted number = piece.quoted();
    return number == null
        ? new Piece(piece.text(), 0, "")
        : new Piece(ReportWord.printed(number), ++last[0], number.href());
  }
}

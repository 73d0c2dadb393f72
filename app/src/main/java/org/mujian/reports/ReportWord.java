package org.mujian.reports;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.mujian.documents.OfficialPaper;

/** The report as an official paper in Word. */
final class ReportWord {

  private final OfficialPaper paper;

  private ReportWord(OfficialPaper paper) {
    this.paper = paper;
  }

  static byte[] write(String zone, Report.Content content, Instant made) {
    ReportWord word = new ReportWord(new OfficialPaper(zone, content.title(), made));
    word.paper.title(content.title()).subtitle(content.subtitle());
    for (Report.Part part : content.parts()) {
      word.paper.heading(part.heading());
      part.blocks().forEach(word::block);
    }
    return word.paper.bytes();
  }

  private void block(Chapter.Block block) {
    if (block.kind().equals("table")) {
      paper.table(
          block.headers(),
          block.widths(),
          block.rows().stream().map(row -> row.stream().map(this::text).toList()).toList());
    } else {
      block.rows().forEach(row -> row.forEach(cell -> paper.paragraph(text(cell))));
    }
  }

  private String text(List<Chapter.Piece> pieces) {
    return pieces.stream().map(this::text).collect(Collectors.joining());
  }

  private String text(Chapter.Piece piece) {
    Quoted number = piece.quoted();
    if (number == null) {
      return piece.text();
    }
    return printed(number) + paper.note(reference(number));
  }

  static String printed(Quoted number) {
    return number.unit().isEmpty() ? number.value() : number.value() + " " + number.unit();
  }

  /** One line of the list at the end, without its mark. */
  static String reference(Quoted number) {
    return "%s：%s；%s；页面 %s"
        .formatted(number.what(), printed(number), number.source(), number.href());
  }
}

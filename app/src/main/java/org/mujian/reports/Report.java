package org.mujian.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was written: it reads the same for ever.
 *
 * @param edition 1 for the week's first, counted up when it is written anew
 * @param pdfFile null when there was no font to write it with
 */
public record Report(
    long zoneId,
    long id,
    LocalDate from,
    LocalDate until,
    LocalDate asOf,
    int edition,
    Content content,
    long wordFile,
    @Nullable Long pdfFile,
    Instant madeAt,
    String who) {

  /** The report's title and its chapters in order. */
  record Content(String title, String subtitle, List<Part> parts) {

    /** All numbers in the order in which they stand; the first has reference 1. */
    List<Quoted> references() {
      List<Quoted> all = new ArrayList<>();
      for (Part part : parts) {
        for (Chapter.Block block : part.blocks()) {
          block.rows().stream()
              .flatMap(List::stream)
              .flatMap(List::stream)
              .map(Chapter.Piece::quoted)
              .filter(Objects::nonNull)
              .forEach(all::add);
        }
      }
      return all;
    }
  }

  /** A chapter. */
  record Part(String heading, List<Chapter.Block> blocks) {}

  String fileName(String ending) {
    return "%s（%s）%s.%s"
        .formatted(content.title(), from, edition == 1 ? "" : "第" + edition + "稿", ending);
  }
}

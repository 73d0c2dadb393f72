package org.mujian.reports;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The report as PDF. The Chinese font is the machine's: none may be shipped that can be embedded in
 * part, so without one there is no PDF, and the page says so.
 */
@Component
class ReportPdf {

  private static final Logger LOG = LoggerFactory.getLogger(ReportPdf.class);

  /** TrueType files that hold Chinese, where systems keep them. */
  private static final List<String> PLACES =
      List.of(
          "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
          "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
          "/usr/share/fonts/truetype/arphic/gbsn00lp.ttf",
          "/usr/share/fonts/google-droid/DroidSansFallback.ttf",
          "/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf",
          "/Library/Fonts/Arial Unicode.ttf",
          "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
          "C:/Windows/Fonts/simfang.ttf",
          "C:/Windows/Fonts/simhei.ttf");

  private final Optional<Path> font;

  ReportPdf(@Value("${mujian.report.font:}") String chosen) {
    this.font =
        (chosen.isBlank() ? PLACES : List.of(chosen))
            .stream().map(Path::of).filter(Files::isReadable).findFirst();
    if (font.isEmpty()) {
      LOG.warn(
          "No Chinese TrueType font was found ({}): reports are written in Word only. Install one,"
              + " for example the package fonts-droid-fallback, or name a file by"
              + " MUJIAN_REPORT_FONT.",
          chosen.isBlank() ? "in the usual places" : chosen);
    }
  }

  /**
   * @return empty when the machine has no font for it
   */
  Optional<byte[]> write(Report.Content content) {
    return font.map(file -> write(content, file));
  }

  private static byte[] write(Report.Content content, Path font) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(font.toFile(), "report");
    builder.withHtmlContent(ReportHtml.page(content), null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

package org.mujian.governance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.mujian.documents.SmallTables;
import org.mujian.web.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The scheme that comes with the program: 95 indicators of our own on the published classes of the
 * national appraisal and their shares. The official list of the province was not found; this is not
 * it, and every page that shows it says so.
 */
@Component
class ShippedScheme {

  static final String NAME = "开发区综合考核（自拟 95 项）";

  private static final String SOURCE =
      "自拟，非省方案：类别与占比依公开的国家级开发区综合发展水平考核（开放 30%、创新 15%、绿色 15%、协调 10%、质量 30%），指标、分值与目标为本软件自拟";

  private final SmallTables tables;

  ShippedScheme(SmallTables tables) {
    this.tables = tables;
  }

  /** Read like a scheme that somebody brings. */
  SchemeDraft draft(boolean sample) {
    try (InputStream in = new ClassPathResource("schemes/own-95.csv").getInputStream()) {
      List<List<String>> rows =
          tables.read(in.readAllBytes(), SchemeSheet.MOST_ROWS, Language.SIMPLIFIED);
      SchemeSheet.Found found = SchemeSheet.read(rows);
      if (!found.faults().isEmpty() || found.total() == null) {
        throw new IllegalStateException("The shipped scheme is at fault: " + found.faults());
      }
      return new SchemeDraft(NAME, true, found.total(), SOURCE, sample, found.classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.mujian.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/**
 * The bad rows of an import as a file of the same kind, with the reasons in a last column. They are
 * judged anew from the stored file, so that the file can be had as long as the import is known.
 */
@Component
class RejectedRows {

  private final FileStore files;
  private final ImportKinds kinds;
  private final Texts texts;

  RejectedRows(FileStore files, ImportKinds kinds, Texts texts) {
    this.files = files;
    this.kinds = kinds;
    this.texts = texts;
  }

  /**
   * @throws FileRefused when nothing of it was ever read
   */
  void send(Import what, Language language, HttpServletResponse response) throws IOException {
    Understood understood = what.understood();
    if (understood == null || what.counts() == null) {
      throw new FileRefused("not-read", what.fileName());
    }
    Path loan = files.lend(what.zoneId(), what.fileId());
    try (Table table = Tables.open(loan)) {
      table.select(understood.facts().sheet());
      write(table, what, understood, language, response);
    } finally {
      Files.deleteIfExists(loan);
    }
  }

  private void write(
      Table table,
      Import what,
      Understood understood,
      Language language,
      HttpServletResponse response)
      throws IOException {
    boolean csv = understood.facts().format().equals("csv");
    String name = what.fileName().replaceFirst("\\.[A-Za-z]{1,5}$", "") + "-拒收";
    ExportFiles.head(
        response,
        csv
            ? "text/csv;charset=UTF-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name + (csv ? ".csv" : ".xlsx"));
    List<String> header = new ArrayList<>(understood.headers());
    int old = Reasons.columnIn(understood);
    if (old >= 0) {
      header.remove(old);
    }
    header.add(Reasons.HEADER);
    try (ListFile file = open(csv, understood, header, name, response.getOutputStream())) {
      RowCheck check = new RowCheck(kinds.get(what.kind()), understood, what.zoneId());
      Reasons reasons = new Reasons(understood, texts, language);
      table.read(
          understood.headers().size(),
          row -> {
            if (row.number() > understood.headerRow() && !(row.fault() == null && row.isBlank())) {
              writeIfBad(check.check(row), old, header.size(), reasons, file);
            }
            return true;
          });
    }
  }

  private static ListFile open(
      boolean csv, Understood understood, List<String> header, String name, OutputStream out)
      throws IOException {
    if (csv) {
      CsvFile file = new CsvFile(out, understood.facts().delimiter().charAt(0));
      file.row(header);
      return file;
    }
    return new XlsxFile(
        out, name, header.stream().map(text -> new Exports.Column(text, 16)).toList());
  }

  /** The reason stands under its header, also behind rows that have too few cells or too many. */
  private static void writeIfBad(
      RowCheck.Checked checked, int old, int width, Reasons reasons, ListFile file) {
    if (checked.isGood()) {
      return;
    }
    List<@Nullable Object> cells = new ArrayList<>(checked.row().cells());
    if (old >= 0 && old < cells.size()) {
      cells.remove(old);
    }
    while (cells.size() < width - 1) {
      cells.add("");
    }
    cells.add(width - 1, reasons.words(checked));
    try {
      file.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

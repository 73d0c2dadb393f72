package org.mujian.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** Writes exports straight into the response. */
@Component
class ExportFiles implements Exports {

  private static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Override
  public void send(
      HttpServletResponse response,
      Format format,
      String title,
      List<Column> columns,
      Consumer<Consumer<List<@Nullable Object>>> rows) {
    boolean xlsx = format == Format.XLSX;
    head(response, xlsx ? XLSX_TYPE : "text/csv;charset=UTF-8", title + (xlsx ? ".xlsx" : ".csv"));
    try (ListFile file =
        xlsx
            ? new XlsxFile(response.getOutputStream(), title, columns)
            : csv(response.getOutputStream(), columns)) {
      rows.accept(row -> write(file, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ListFile csv(OutputStream out, List<Column> columns) throws IOException {
    CsvFile file = new CsvFile(out, ',');
    file.row(columns.stream().map(Column::header).toList());
    return file;
  }

  private static void write(ListFile file, List<@Nullable Object> row) {
    try {
      file.row(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name in UTF-8 by RFC 5987, as every browser of the last ten years reads it. */
  static void head(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(name, java.nio.charset.StandardCharsets.UTF_8)
            .build()
            .toString());
  }
}

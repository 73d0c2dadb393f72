package org.mujian.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends any list as a file that Excel and WPS open. */
public interface Exports {

  /** Of a file; a controller method may take the one that its address ends in. */
  enum Format {
    XLSX,
    CSV
  }

  /**
   * @param width in characters
   */
  record Column(String header, int width) {}

  /**
   * Streams the rows that {@code rows} hands to its sink. A cell is text, a number, a date or null;
   * text that a spreadsheet would run as a formula is made harmless.
   *
   * @param title names the file and the sheet
   */
  void send(
      HttpServletResponse response,
      Format format,
      String title,
      List<Column> columns,
      Consumer<Consumer<List<@Nullable Object>>> rows);
}

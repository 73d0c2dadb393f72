package org.mujian.documents;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Times;

/**
 * CSV in UTF-8 with a byte order mark, by which Excel knows it. Text that a spreadsheet would run
 * as a formula gets an apostrophe before it, which {@link RowCheck} takes away again.
 */
final class CsvFile implements ListFile {

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d,]*(\\.\\d+)?%?");

  private final Writer out;
  private final char delimiter;

  CsvFile(OutputStream out, char delimiter) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65536);
    this.delimiter = delimiter;
    this.out.write('\uFEFF');
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    boolean first = true;
    for (Object cell : cells) {
      if (!first) {
        out.write(delimiter);
      }
      first = false;
      quote(text(cell));
    }
    out.write("\r\n");
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Instant instant -> Times.minute(instant);
      default -> harmless(cell.toString());
    };
  }

  /** Numbers stay numbers, negative ones too. */
  static String harmless(String text) {
    return isDangerous(text) && !text.isBlank() && !NUMBER.matcher(text).matches()
        ? "'" + text
        : text;
  }

  /** What a spreadsheet takes for a formula, full-width signs of Chinese keyboards included. */
  static boolean isDangerous(String text) {
    return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
  }

  private void quote(String text) throws IOException {
    boolean plain =
        text.indexOf(delimiter) < 0
            && text.indexOf('"') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0;
    if (plain) {
      out.write(text);
    } else {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}

package org.mujian.chain.registry;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a CSV text (RFC 4180), one after another; line breaks may stand within quotes. */
public final class CsvRows {

  private static final int LONGEST_RECORD = 4_000_000;

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int filled;
  private int line;
  private int recordLine;

  public CsvRows(Reader reader) {
    this(reader, 1);
  }

  /**
   * @param line on which the text begins in its file
   */
  public CsvRows(Reader reader, int line) {
    this.reader = reader;
    this.line = line;
  }

  /** The line on which the record last read begins. */
  public int line() {
    return recordLine;
  }

  /**
   * @return null at the end
   * @throws IOException also when a quote never closes
   */
  public @Nullable List<String> next() throws IOException {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    int length = 0;
    recordLine = line;
    for (int c = read(); ; c = read()) {
      if (c == '\n') {
        line++;
      }
      if (c < 0 || c == '\n' && !quoted) {
        if (!any && c < 0) {
          return null;
        }
        if (c < 0 && quoted) {
          throw new IOException("第 " + recordLine + " 行的引号没有结束");
        }
        fields.add(field.toString());
        return fields;
      }
      any = true;
      if (++length > LONGEST_RECORD) {
        throw new IOException("第 " + recordLine + " 行太长，引号可能没有结束");
      }
      if (quoted) {
        if (c == '"' && peek() == '"') {
          field.append((char) read());
        } else if (c == '"') {
          quoted = false;
        } else {
          field.append((char) c);
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c != '\r' || peek() != '\n') {
        field.append((char) c);
      }
    }
  }

  private int read() throws IOException {
    return peek() < 0 ? -1 : buffer[at++];
  }

  private int peek() throws IOException {
    if (at == filled) {
      filled = Math.max(0, reader.read(buffer, 0, buffer.length));
      at = 0;
    }
    return at == filled ? -1 : buffer[at];
  }
}

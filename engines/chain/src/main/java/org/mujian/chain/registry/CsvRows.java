package org.mujian.chain.registry;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a CSV text (RFC 4180), one after another; line breaks may stand within quotes. */
public final class CsvRows {

  private static final int LONGEST_RECORD = 4_000_000;

  private final Reader reader;
  private final char[] buffer;
  private int at;
  private int filled;
  private int line;
  private int recordLine;
  private int length;
  private int width = 8;
  private char[] field = new char[256];
  private int fieldLength;

  public CsvRows(Reader reader) {
    this(reader, 1);
  }

  /**
   * @param line on which the text begins in its file
   */
  public CsvRows(Reader reader, int line) {
    this(reader, line, 1 << 16);
  }

  CsvRows(Reader reader, int line, int room) {
    this.reader = reader;
    this.line = line;
    this.buffer = new char[room];
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
    if (peek() < 0) {
      return null;
    }
    List<String> fields = new ArrayList<>(width);
    recordLine = line;
    length = 0;
    while (true) {
      int end = field();
      fields.add(taken());
      if (end != ',') {
        width = fields.size();
        return fields;
      }
    }
  }

  /**
   * Reads a field into {@code field}; what ended it: a comma, the end of the line or of the text.
   */
  private int field() throws IOException {
    boolean quoted = false;
    fieldLength = 0;
    while (true) {
      int from = at;
      while (at < filled && !ends(buffer[at], quoted)) {
        at++;
      }
      append(from);
      int c = read();
      if (c < 0) {
        if (quoted) {
          throw new IOException("第 " + recordLine + " 行的引号没有结束");
        }
        return c;
      }
      if (c == '"') {
        if (quoted && peek() == '"') {
          read();
          appendOne(c);
        } else if (quoted || fieldLength == 0) {
          quoted = !quoted;
        } else {
          appendOne(c);
        }
      } else if (c == '\n') {
        line++;
        if (!quoted) {
          return c;
        }
        appendOne(c);
      } else if (c == ',' && !quoted) {
        return c;
      } else if (c != '\r' || quoted || peek() != '\n') { // a return before a line's end is none
        appendOne(c);
      }
    }
  }

  private static boolean ends(char c, boolean quoted) {
    return c <= ',' && (c == '"' || c == '\n' || !quoted && (c == ',' || c == '\r'));
  }

  private void append(int from) throws IOException {
    int count = at - from;
    room(count);
    System.arraycopy(buffer, from, field, fieldLength, count);
    fieldLength += count;
  }

  private void appendOne(int c) throws IOException {
    room(1);
    field[fieldLength++] = (char) c;
  }

  private void room(int count) throws IOException {
    length += count;
    if (length > LONGEST_RECORD) {
      throw new IOException("第 " + recordLine + " 行太长，引号可能没有结束");
    }
    if (fieldLength + count > field.length) {
      field = Arrays.copyOf(field, 2 * (fieldLength + count));
    }
  }

  private String taken() {
    return fieldLength == 0 ? "" : new String(field, 0, fieldLength);
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

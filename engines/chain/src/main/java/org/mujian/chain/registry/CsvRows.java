package org.mujian.chain.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV text in UTF-8 (RFC 4180), one after another; line breaks may stand within
 * quotes. Fields stay bytes until they are asked for: who needs one of ten decodes one. Bytes that
 * are no UTF-8 become U+FFFD.
 */
public final class CsvRows {

  private static final int LONGEST_RECORD = 12_000_000;

  /** No byte is so small. */
  private static final int END = -1000;

  private final InputStream in;
  private byte[] buffer;
  private int at;
  private int filled;
  private int line;

  /** The record last read: fields as they are meant, without their quotes. */
  private int recordStart;

  private int recordLine;
  private int count;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int written;

  public CsvRows(InputStream in) {
    this(in, 1);
  }

  /**
   * @param line on which the text begins in its file
   */
  public CsvRows(InputStream in, int line) {
    this(in, line, 1 << 18);
  }

  CsvRows(InputStream in, int line, int room) {
    this.in = in;
    this.line = line;
    this.buffer = new byte[room];
  }

  /** The line on which the record last read begins. */
  public int line() {
    return recordLine;
  }

  /**
   * Reads a whole record as text.
   *
   * @return null at the end
   * @throws IOException also when a quote never closes
   */
  public @Nullable List<String> next() throws IOException {
    if (!advance()) {
      return null;
    }
    List<String> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fields.add(text(i));
    }
    return fields;
  }

  /**
   * Reads a record; its fields hold until the next is read.
   *
   * @return false at the end
   * @throws IOException also when a quote never closes
   */
  public boolean advance() throws IOException {
    recordStart = at;
    count = 0;
    if (peek() == END) {
      return false;
    }
    recordLine = line;
    while (true) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = at;
      written = at;
      int end = field();
      ends[count++] = written;
      if (end != ',') {
        return true;
      }
    }
  }

  /** How many fields the record has. */
  public int fields() {
    return count;
  }

  public String text(int field) {
    int length = ends[field] - starts[field];
    return length == 0 ? "" : new String(buffer, starts[field], length, StandardCharsets.UTF_8);
  }

  /** Holds the fields from {@link #start} to {@link #end}. */
  byte[] bytes() {
    return buffer;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  /** Reads a field; what ended it: a comma, the end of the line or of the text. */
  private int field() throws IOException {
    boolean quoted = false;
    while (true) {
      int from = at;
      at = CsvBytes.firstLow(buffer, at, filled);
      keep(from, at);
      int c = read();
      if (c == END) {
        if (quoted) {
          throw new IOException("第 " + recordLine + " 行的引号没有结束");
        }
        return END;
      }
      if (c == '"') {
        if (quoted && peek() == '"') {
          read();
          keep(c);
        } else if (quoted || written == starts[count]) {
          quoted = !quoted;
        } else {
          keep(c);
        }
      } else if (c == '\n') {
        line++;
        if (!quoted) {
          return c;
        }
        keep(c);
      } else if (c == ',' && !quoted) {
        return c;
      } else if (c != '\r' || quoted || peek() != '\n') { // a return before a line's end is none
        keep(c);
      }
    }
  }

  private void keep(int from, int to) {
    if (written != from) {
      System.arraycopy(buffer, from, buffer, written, to - from);
    }
    written += to - from;
  }

  private void keep(int c) {
    buffer[written++] = (byte) c;
  }

  /** A byte; END at the end of the text. */
  private int read() throws IOException {
    return at == filled && !fill() ? END : buffer[at++];
  }

  private int peek() throws IOException {
    return at == filled && !fill() ? END : buffer[at];
  }

  /** Reads on behind what is kept of the record. */
  private boolean fill() throws IOException {
    if (recordStart > 0) {
      filled -= recordStart;
      System.arraycopy(buffer, recordStart, buffer, 0, filled);
      for (int i = 0; i <= Math.min(count, starts.length - 1); i++) {
        starts[i] -= recordStart;
        ends[i] -= recordStart;
      }
      written -= recordStart;
      at -= recordStart;
      recordStart = 0;
    }
    if (filled == buffer.length) {
      if (filled > LONGEST_RECORD) {
        throw new IOException("第 " + recordLine + " 行太长，引号可能没有结束");
      }
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, read);
    return read > 0;
  }
}

package org.mujian.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered lines of a text, ended by LF, CRLF or CR; lines can be given back. */
final class Lines implements Closeable {

  /** No line of a list is longer; one that is would fill the memory. */
  static final int LONGEST = 1_000_000;

  private final Reader reader;
  private final char[] buffer = new char[16384];
  private final Deque<Line> returned = new ArrayDeque<>();
  private int at;
  private int end;
  private long number;
  private boolean feedMayFollow;

  Lines(Reader reader) {
    this.reader = reader;
  }

  record Line(long number, String text) {}

  @Nullable Line next() throws IOException {
    Line again = returned.poll();
    return again != null ? again : read();
  }

  /** The lines come again, before all others, in their order. */
  void giveBack(List<Line> lines) {
    lines.reversed().forEach(returned::push);
  }

  private @Nullable Line read() throws IOException {
    @Nullable StringBuilder parts = null;
    while (true) {
      if (at == end && !fill()) {
        return parts == null ? null : new Line(++number, parts.toString());
      }
      int from = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      boolean ended = at < end;
      if (ended && parts == null) {
        Line line = new Line(++number, new String(buffer, from, at - from));
        endLine();
        return line;
      }
      parts = parts == null ? new StringBuilder() : parts;
      parts.append(buffer, from, at - from);
      if (parts.length() > LONGEST) {
        throw new FileRefused("line-too-long", number + 1);
      }
      if (ended) {
        endLine();
        return new Line(++number, parts.toString());
      }
    }
  }

  private void endLine() {
    if (buffer[at++] == '\r') {
      if (at == end) {
        feedMayFollow = true;
      } else if (buffer[at] == '\n') {
        at++;
      }
    }
  }

  private boolean fill() throws IOException {
    do {
      at = 0;
      end = Math.max(0, reader.read(buffer));
      if (end == 0) {
        return false;
      }
      if (feedMayFollow && buffer[0] == '\n') {
        at = 1;
      }
      feedMayFollow = false;
    } while (at == end);
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

package org.mujian.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds a text's encoding by decoding all of it strictly: UTF-8, else GB18030 (which contains GBK).
 * A text in which some lines are plainly the one and some the other is refused, with the line.
 */
final class TextCheck {

  /** That many Chinese characters in valid UTF-8 on one line are no chance of GBK bytes. */
  private static final int SURE = 4;

  static final Charset GB18030 = Charset.forName("GB18030");

  private long line = 1;
  private int pending;
  private int low = 0x80;
  private int high = 0xBF;
  private boolean lineBroken;
  private int lineChinese;
  private int lead;
  private long firstBroken;
  private long broken;
  private long firstSure;
  private long sure;

  private TextCheck() {}

  /**
   * @param skip bytes of a byte order mark
   */
  record Encoding(Charset charset, int skip, String label) {}

  static Encoding of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(3);
    }
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return strictly(file, new Encoding(StandardCharsets.UTF_16LE, 2, "UTF-16"));
    }
    if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return strictly(file, new Encoding(StandardCharsets.UTF_16BE, 2, "UTF-16"));
    }
    boolean marked =
        start.length == 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    TextCheck check = new TextCheck();
    check.scan(file);
    if (check.broken == 0) {
      return new Encoding(StandardCharsets.UTF_8, marked ? 3 : 0, marked ? "UTF-8 BOM" : "UTF-8");
    }
    if (marked) {
      throw new FileRefused("mixed-encodings", check.firstBroken, "UTF-8");
    }
    if (check.sure > 0) {
      throw check.broken <= check.sure
          ? new FileRefused("mixed-encodings", check.firstBroken, "UTF-8")
          : new FileRefused("mixed-encodings", check.firstSure, "GBK");
    }
    return strictly(file, new Encoding(GB18030, 0, "GBK"));
  }

  private static Encoding strictly(Path file, Encoding encoding) throws IOException {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(65536);
    CharBuffer chars = CharBuffer.allocate(65536);
    long line = 1;
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(encoding.skip());
      boolean ended = false;
      while (!ended) {
        int n = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + n);
        ended = bytes.hasRemaining();
        bytes.flip();
        CoderResult result;
        do {
          result = decoder.decode(bytes, chars, ended);
          line += countLines(chars.flip());
          chars.clear();
        } while (result.isOverflow());
        if (result.isError()) {
          throw new FileRefused("unknown-encoding", line);
        }
        bytes.compact();
      }
      return encoding;
    }
  }

  private static long countLines(CharBuffer chars) {
    long lines = 0;
    while (chars.hasRemaining()) {
      char c = chars.get();
      if (c == '\n') {
        lines++;
      } else if (c == 0) {
        throw new FileRefused("binary");
      }
    }
    return lines;
  }

  private void scan(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[65536];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          take(buffer[i] & 0xFF);
        }
      }
    }
    endLine();
  }

  private void take(int b) {
    if (b < 0x80 && pending == 0) {
      if (b == '\n') {
        endLine();
      } else if (b == 0) {
        throw new FileRefused("binary");
      }
      return;
    }
    if (pending > 0) {
      continueWith(b);
    } else {
      begin(b);
    }
  }

  private void begin(int b) {
    lead = b;
    low = 0x80;
    high = 0xBF;
    if (b >= 0xC2 && b <= 0xDF) {
      pending = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      pending = 2;
      low = b == 0xE0 ? 0xA0 : 0x80;
      high = b == 0xED ? 0x9F : 0xBF;
    } else if (b >= 0xF0 && b <= 0xF4) {
      pending = 3;
      low = b == 0xF0 ? 0x90 : 0x80;
      high = b == 0xF4 ? 0x8F : 0xBF;
    } else {
      lineBroken = true;
    }
  }

  private void continueWith(int b) {
    if (b < low || b > high) {
      lineBroken = true;
      pending = 0;
      if (b == '\n') {
        endLine();
      } else if (b == 0) {
        throw new FileRefused("binary");
      }
      return;
    }
    low = 0x80;
    high = 0xBF;
    if (--pending == 0 && lead >= 0xE3 && lead <= 0xE9) {
      lineChinese++;
    }
  }

  private void endLine() {
    if (lineBroken || pending > 0) {
      broken++;
      firstBroken = firstBroken == 0 ? line : firstBroken;
    } else if (lineChinese >= SURE) {
      sure++;
      firstSure = firstSure == 0 ? line : firstSure;
    }
    line++;
    pending = 0;
    lineBroken = false;
    lineChinese = 0;
  }
}

package org.mujian.chain;

/** The rarer forms of UTF-8. */
final class Utf8 {

  private static final int REPLACEMENT = 0xFFFD;

  private Utf8() {}

  /** Two and four bytes, and what is no UTF-8: its length in the highest byte. */
  static int other(byte[] utf8, int at, int to) {
    int b = utf8[at];
    if ((b & 0xE0) == 0xC0 && at + 1 < to && isMore(utf8[at + 1])) {
      int c = (b & 0x1F) << 6 | utf8[at + 1] & 0x3F;
      return c >= 0x80 ? 2 << 24 | c : 1 << 24 | REPLACEMENT;
    }
    if ((b & 0xF8) == 0xF0
        && at + 3 < to
        && isMore(utf8[at + 1])
        && isMore(utf8[at + 2])
        && isMore(utf8[at + 3])) {
      int c =
          (b & 0x07) << 18
              | (utf8[at + 1] & 0x3F) << 12
              | (utf8[at + 2] & 0x3F) << 6
              | utf8[at + 3] & 0x3F;
      return c >= 0x10000 && c <= 0x10FFFF ? 4 << 24 | c : 1 << 24 | REPLACEMENT;
    }
    return 1 << 24 | REPLACEMENT;
  }

  private static boolean isMore(byte b) {
    return (b & 0xC0) == 0x80;
  }
}

package org.mujian.enterprises;

import java.text.Normalizer;
import java.util.Locale;

/** Brings the many ways of writing the same characters to one. */
final class Folding {

  private Folding() {}

  /** Full width becomes half width (NFKC), letters lower case, white space goes. */
  static String fold(String text) {
    return withoutSpace(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
  }

  private static String withoutSpace(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !invisible(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Control and format characters: a byte order mark, a zero-width space, a NUL. */
  private static boolean invisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}

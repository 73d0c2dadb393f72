package org.mujian.enterprises;

import java.text.Normalizer;
import java.util.Locale;

/** Brings the many ways of writing the same characters to one. */
final class Folding {

  private Folding() {}

  /** Full width becomes half width (NFKC), letters lower case, white space goes. */
  static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    String folded = withoutSpace(composed(text).toLowerCase(Locale.ROOT));
    // Again: marks that a sign without width kept apart are neighbours now.
    return composed(folded);
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Common Chinese characters, figures and small letters fold to themselves. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '\u4e00' && c <= '\u9fff'
          || c >= '0' && c <= '9'
          || c >= 'a' && c <= 'z'
          || c == '\u3001'
          || c == '\u3002')) {
        return false;
      }
    }
    return true;
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

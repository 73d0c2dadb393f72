package org.mujian.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What is written differently and means the same: full and half width, capitals and small letters,
 * kinds of brackets, traditional and simplified characters. One UTF-16 unit becomes one, so that
 * positions stay; folding twice changes nothing.
 *
 * <p>Characters outside the basic plane, and those whose simplified form depends on the word (乾),
 * stay as they are.
 */
public final class Folding {

  /** Stands for text that is not to be read; no given text holds it after folding. */
  public static final char SILENT = '\0';

  private static final char[] TABLE = table();

  private Folding() {}

  public static char fold(char c) {
    return TABLE[c];
  }

  public static String fold(String text) {
    return new String(foldedChars(text));
  }

  static char[] foldedChars(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return chars;
  }

  private static char[] table() {
    char[] table = new char[1 << 16];
    String[] simplified = simplified();
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    for (int i = 0; i < simplified[0].length(); i++) {
      table[simplified[0].charAt(i)] = simplified[1].charAt(i);
    }
    for (int c = 0; c < table.length; c++) {
      table[c] = evened(table[c]);
    }
    return table;
  }

  private static char evened(char given) {
    char c = given >= '！' && given <= '～' ? (char) (given - '！' + '!') : given;
    return switch (c) {
      case '[', '{', '【', '〔', '『', '「' -> '(';
      case ']', '}', '】', '〕', '』', '」' -> ')';
      case '　', '\t', '\u00a0' -> ' ';
      case SILENT -> '\uFFFD';
      case '\n', '\r' -> ';';
      default -> c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    };
  }

  /** Two lines: traditional characters, and under each its simplified form (OpenCC). */
  private static String[] simplified() {
    try (InputStream in = Folding.class.getResourceAsStream("traditional.txt")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its table traditional.txt");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String traditional = lines.readLine();
      String simplified = lines.readLine();
      if (traditional == null
          || simplified == null
          || traditional.length() != simplified.length()) {
        throw new IllegalStateException("traditional.txt should have two lines of equal length");
      }
      return new String[] {traditional, simplified};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

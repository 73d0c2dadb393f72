package org.mujian.chain.registry;

import java.util.List;
import java.util.Locale;

/**
 * Industry codes of GB/T 4754-2017, a letter and up to four digits, packed into an integer: five
 * bits of letter above four bits for each digit plus one, so that what begins alike is told by one
 * mask. 0 stands for unknown.
 */
public final class Industry {

  /** The last division (two digits) of each section, from A. */
  private static final int[] LAST_DIVISIONS = {
    5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97
  };

  private static final int DIGITS = 4;

  private Industry() {}

  /** Letter and digits; the letter is found for a code given without; empty when it is no code. */
  public static String normal(String given) {
    String code = given.strip().toUpperCase(Locale.ROOT);
    boolean bare = !code.isEmpty() && Character.isDigit(code.charAt(0));
    String digits = bare || code.isEmpty() ? code : code.substring(1);
    if (code.isEmpty() || digits.length() > DIGITS || digits.length() == 1 || !areDigits(digits)) {
      return "";
    }
    if (digits.isEmpty()) {
      return code.charAt(0) >= 'A' && code.charAt(0) <= 'T' ? code : "";
    }
    char section = section(Integer.parseInt(digits.substring(0, 2)));
    return section == 0 || !bare && section != code.charAt(0) ? "" : section + digits;
  }

  private static boolean areDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static char section(int division) {
    if (division == 0) {
      return 0;
    }
    for (int i = 0; i < LAST_DIVISIONS.length; i++) {
      if (division <= LAST_DIVISIONS[i]) {
        return (char) ('A' + i);
      }
    }
    return 0;
  }

  /**
   * @param code as {@link #normal} gives it
   */
  static int pack(String code) {
    if (code.isEmpty()) {
      return 0;
    }
    int packed = code.charAt(0) - 'A' + 1 << 4 * DIGITS;
    for (int i = 1; i < code.length(); i++) {
      packed |= code.charAt(i) - '0' + 1 << 4 * (DIGITS - i);
    }
    return packed;
  }

  static String unpack(int packed) {
    if (packed == 0) {
      return "";
    }
    StringBuilder code = new StringBuilder().append((char) ('A' - 1 + (packed >> 4 * DIGITS)));
    for (int i = 1; i <= DIGITS && digit(packed, i) > 0; i++) {
      code.append((char) ('0' - 1 + digit(packed, i)));
    }
    return code.toString();
  }

  private static int digit(int packed, int place) {
    return packed >> 4 * (DIGITS - place) & 15;
  }

  static boolean isPacked(int packed) {
    if (packed == 0) {
      return true;
    }
    int letter = packed >> 4 * DIGITS;
    int digits = 0;
    while (digits < DIGITS && digit(packed, digits + 1) > 0) {
      if (digit(packed, ++digits) > 10) {
        return false;
      }
    }
    boolean nothingBehind = (packed & (1 << 4 * (DIGITS - digits)) - 1) == 0;
    boolean section = letter >= 1 && letter <= LAST_DIVISIONS.length;
    return section
        && nothingBehind
        && (digits == 0
            || digits > 1
                && section(10 * (digit(packed, 1) - 1) + digit(packed, 2) - 1) == 'A' - 1 + letter);
  }

  /** Codes of a link as pairs of mask and packed beginning. */
  static int[] beginnings(List<String> codes) {
    int[] pairs = new int[codes.size() * 2];
    for (int i = 0; i < codes.size(); i++) {
      int digits = codes.get(i).length() - 1;
      pairs[2 * i] = -1 << 4 * (DIGITS - digits);
      pairs[2 * i + 1] = pack(codes.get(i));
    }
    return pairs;
  }

  static boolean beginsWithAny(int packed, int[] beginnings) {
    for (int i = 0; i < beginnings.length; i += 2) {
      if ((packed & beginnings[i]) == beginnings[i + 1]) {
        return true;
      }
    }
    return false;
  }
}

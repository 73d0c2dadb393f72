package org.mujian.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Spreadsheet cells as text: numbers plain, dates ISO, as a person would have typed them. */
final class Cells {

  /** Excel shows no more; the digits behind are noise of binary fractions. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final double LAST_DAY = 2_958_466; // 9999-12-31 is 2,958,465
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Cells() {}

  /** The number as Excel shows it without a format; the text itself when it is no number. */
  static String number(String raw) {
    if (raw.length() > 40) {
      return raw;
    }
    try {
      BigDecimal number = new BigDecimal(raw.strip());
      // 1E+999999999 is a valid number and would be a billion digits.
      if (Math.abs((long) number.scale()) > 400) {
        return raw;
      }
      number = number.round(DIGITS);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** A day, or a day and time, or a time alone; the number when it is none of these. */
  static String date(double serial, boolean from1904) {
    if (!(serial >= 0 && serial < LAST_DAY)) {
      return number(Double.toString(serial));
    }
    long seconds = Math.round(serial * 86_400);
    long days = seconds / 86_400;
    long rest = seconds % 86_400;
    if (days == 0 && rest > 0) {
      return LocalDate.EPOCH.atStartOfDay().plusSeconds(rest).format(CLOCK);
    }
    LocalDateTime time = day(days, from1904).atStartOfDay().plusSeconds(rest);
    return rest == 0 ? time.toLocalDate().toString() : time.format(SECOND);
  }

  /** Excel believes that 1900 was a leap year: from 1 March 1900 on its count is one ahead. */
  private static LocalDate day(long days, boolean from1904) {
    if (from1904) {
      return LocalDate.of(1904, 1, 1).plusDays(days);
    }
    return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
  }

  /**
   * @param id of the number format; 27 to 36 and 50 to 58 are dates in the East Asian editions
   * @param format its pattern, null when the file does not say
   */
  static boolean isDate(int id, @Nullable String format) {
    if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47) {
      return true;
    }
    if (id >= 50 && id <= 58) {
      return true;
    }
    return format != null && id > 0 && hasDateLetters(format);
  }

  private static boolean hasDateLetters(String format) {
    int section = format.indexOf(';');
    String first = section < 0 ? format : format.substring(0, section);
    String bare =
        first
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\\\.", "")
            .replaceAll("\\[(?![hms]+\\])[^\\]]*\\]", "")
            .replace("General", "")
            .replace("G/通用格式", "");
    return bare.chars().anyMatch(c -> "yYmMdDhHsS".indexOf(c) >= 0);
  }

  /** The error values of formulas, which are faults and no text. */
  static boolean isError(String text) {
    return switch (text) {
      case "#N/A",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          "#CALC!" ->
          true;
      default -> false;
    };
  }
}

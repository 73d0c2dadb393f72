package org.mujian.projects.dispatch;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mujian.units.Money;

/**
 * Reads what people write into cells: full-width digits, units behind numbers, dates of all kinds.
 */
final class Cells {

  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d{1,15}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,2})?)(亿元|万元|亿|万|元)?");
  private static final Pattern FULL_DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?: .*|T.*)?");
  private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})日?");

  private Cells() {}

  /** Half-width, without spaces at the ends and inside. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u200b\\ufeff]+", "");
  }

  /** Text for people: spaces at the ends and line breaks taken away. */
  static String tidy(String text) {
    return text.replaceAll("[\\s\\u3000\\u200b\\ufeff]+", " ").strip();
  }

  /**
   * @param inWan whether a bare number is in 万元 (else 亿元)
   */
  static Optional<Money> money(String text, boolean inWan) {
    Matcher matcher = NUMBER.matcher(plain(text).replace(",", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(1e15)) > 0) {
      return Optional.empty();
    }
    String unit = matcher.group(2);
    Money money =
        switch (unit == null ? (inWan ? "万" : "亿") : unit.substring(0, 1)) {
          case "万" -> Money.ofWan(number);
          case "元" -> Money.ofYuan(number);
          default -> Money.ofYi(number);
        };
    // What the column numeric(18,2) holds, and more than any project costs.
    return money.yuan().precision() - money.yuan().scale() > 15
        ? Optional.empty()
        : Optional.of(money);
  }

  /** A day; without a year the one nearest to today. */
  static Optional<LocalDate> date(String text, LocalDate today) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    try {
      Matcher full = FULL_DATE.matcher(plain);
      if (full.matches()) {
        return Optional.of(LocalDate.of(number(full, 1), number(full, 2), number(full, 3)));
      }
      Matcher short_ = MONTH_DAY.matcher(plain);
      return short_.matches()
          ? Optional.of(nearest(number(short_, 1), number(short_, 2), today))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate nearest(int month, int day, LocalDate today) {
    LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
    if (thisYear.isBefore(today.minusMonths(6))) {
      return thisYear.plusYears(1);
    }
    return thisYear.isAfter(today.plusMonths(6)) ? thisYear.minusYears(1) : thisYear;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}

package org.mujian.clusters;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months and numbers as people type them into reports. */
final class Cells {

  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/.年])(\\d{1,2})(?:月(?:份)?|[-/.月]\\d{1,2}日?)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,11}(\\.\\d{1,4})?");
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "—", "——", "–", "/", "无", "未报", "n/a", "N/A");

  private Cells() {}

  static boolean isNothing(String text) {
    return NOTHING.contains(fold(text));
  }

  /** 2026-10, 2026年10月, 2026/10, 202610, or a day of the month, as Excel makes of one. */
  static Optional<YearMonth> month(String text) {
    String folded = fold(text);
    Matcher found = MONTH.matcher(folded);
    if (!found.matches()) {
      found = COMPACT.matcher(folded);
    }
    if (!found.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(found.group(1));
    int month = Integer.parseInt(found.group(2));
    boolean fits = month >= 1 && month <= 12 && year >= 1990 && year <= 2200;
    return fits ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
  }

  /** With at most four decimals; thousands separators are taken away. */
  static Optional<BigDecimal> number(String text) {
    String folded = fold(text).replace(",", "").replace("，", "");
    if (folded.endsWith(".0") || folded.matches("-?\\d+\\.\\d{5,}")) {
      folded = rounded(folded);
    }
    return NUMBER.matcher(folded).matches()
        ? Optional.of(new BigDecimal(folded))
        : Optional.empty();
  }

  /** Spreadsheets store 0.1 + 0.2 as 0.30000000000000004. */
  private static String rounded(String digits) {
    if (digits.length() > 40) {
      return digits;
    }
    BigDecimal value = new BigDecimal(digits);
    BigDecimal four = value.setScale(4, java.math.RoundingMode.HALF_UP);
    boolean noise = value.subtract(four).abs().compareTo(new BigDecimal("0.0000001")) < 0;
    return noise ? four.stripTrailingZeros().toPlainString() : digits;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00A0]", "");
  }
}

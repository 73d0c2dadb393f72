package org.mujian.projects;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Money;

/** Amounts as pages show and read them. */
final class Amounts {

  private Amounts() {}

  /** In 亿元, at least two decimals, never fewer than the amount has. */
  static String yi(Money money) {
    return format("#,##0.00######", money.yi());
  }

  /** In 万元. */
  static String wan(Money money) {
    return format("#,##0.######", money.wan());
  }

  static String plain(BigDecimal amount) {
    return format("#,##0.####", amount);
  }

  private static String format(String pattern, BigDecimal amount) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
  }

  /** Reads what was typed in 万元; empty when it is no number. */
  static Optional<Money> readWan(@Nullable String text) {
    String plain = text == null ? "" : text.replaceAll("[,，\\s]", "");
    return plain.matches("\\d{1,11}(\\.\\d{1,6})?")
        ? Optional.of(Money.ofWan(new BigDecimal(plain)))
        : Optional.empty();
  }
}

package org.mujian.enterprises;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registered capital.
 *
 * @param amount in whole units of the currency (yuan, not 万元)
 * @param currency ISO 4217
 */
record Capital(BigDecimal amount, String currency) {

  private static final Map<String, Integer> UNITS = new LinkedHashMap<>();
  private static final Map<String, String> CURRENCIES = new LinkedHashMap<>();

  static {
    // Longest first: each list is tried in this order.
    String[] units = {"百亿", "十亿", "千万", "百万", "十万", "万", "亿", "千"};
    int[] zeros = {10, 9, 7, 6, 5, 4, 8, 3};
    for (int i = 0; i < units.length; i++) {
      UNITS.put(units[i], zeros[i]);
    }
    currencies("CNY", "人民币元", "元人民币", "人民币", "元rmb", "rmb", "cny", "¥");
    currencies("USD", "元美元", "美元", "美金", "usd", "us$", "$");
    currencies("JPY", "日元", "日圆", "jpy");
    currencies("HKD", "港元", "港币", "hkd", "hk$");
    currencies("EUR", "欧元", "eur", "€");
    currencies("GBP", "英镑", "gbp", "£");
    currencies("FRF", "法国法郎", "法郎", "frf");
    currencies("DEM", "德国马克", "马克", "dem");
    currencies("CHF", "瑞士法郎", "chf");
    currencies("AUD", "澳大利亚元", "澳元", "aud");
    currencies("CAD", "加拿大元", "加元", "cad");
    currencies("NZD", "新西兰元", "nzd");
    currencies("SGD", "新加坡元", "sgd");
    currencies("KRW", "韩元", "韩国元", "韩圆", "krw");
    currencies("TWD", "新台币", "台币", "twd");
    currencies("MOP", "澳门元", "mop");
    currencies("THB", "泰铢", "thb");
    currencies("MYR", "马来西亚林吉特", "林吉特", "myr");
    currencies("RUB", "俄罗斯卢布", "卢布", "rub");
    currencies("SEK", "瑞典克朗", "sek");
    currencies("ITL", "意大利里拉", "itl");
    // Last: a plain 元 is the country's own.
    currencies("CNY", "元", "圆");
  }

  private static final String CURRENCY = alternatives(CURRENCIES);
  private static final Pattern FORM =
      Pattern.compile(
          "("
              + CURRENCY
              + ")?(\\d+(?:\\.\\d+)?)("
              + alternatives(UNITS)
              + ")?(?:元(?="
              + CURRENCY
              + "))?("
              + CURRENCY
              + ")?整?");
  private static final Pattern SEPARATORS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final int MOST_DIGITS = 24;

  /**
   * Reads {@code 5,000(万元人民币)}, {@code 180(万美元)}, {@code 50.4万人民币}, {@code 1,012(万)} and their kin.
   * Without a currency it is the country's own. A number without any unit, such as {@code 50()}, is
   * not read: yuan or 万元 would be a guess.
   */
  static Optional<Capital> read(String text) {
    Matcher form = FORM.matcher(plain(text));
    if (!form.matches() || form.group(2).length() > MOST_DIGITS) {
      return Optional.empty();
    }
    String before = form.group(1);
    String unit = form.group(3);
    String after = form.group(4);
    if (before == null && unit == null && after == null) {
      return Optional.empty();
    }
    String currency = currency(after != null ? after : before);
    if (before != null && !currency(before).equals(currency)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(2));
    return Optional.of(
        new Capital(
            number.movePointRight(unit == null ? 0 : UNITS.getOrDefault(unit, 0)), currency));
  }

  /** Reads the cells of a column that is headed 万元: a plain number is in 万元. */
  static Optional<Capital> readWan(String text) {
    Optional<Capital> capital = read(text);
    return capital.isPresent() ? capital : read(text + "万元");
  }

  private static String plain(String text) {
    String folded = Folding.fold(text).replaceAll("[()\\[\\]【】〔〕]", "");
    return SEPARATORS.matcher(folded).replaceAll("");
  }

  private static String currency(@org.jspecify.annotations.Nullable String word) {
    return word == null ? "CNY" : CURRENCIES.getOrDefault(word, "CNY");
  }

  private static void currencies(String code, String... words) {
    for (String word : words) {
      CURRENCIES.putIfAbsent(word, code);
    }
  }

  private static String alternatives(Map<String, ?> words) {
    return words.keySet().stream()
        .map(Pattern::quote)
        .collect(java.util.stream.Collectors.joining("|"));
  }
}

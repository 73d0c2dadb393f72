package org.mujian.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.ImportKind.Cell;
import org.mujian.documents.ImportKind.Column;
import org.mujian.web.Language;
import org.mujian.web.Texts;
import org.springframework.stereotype.Component;

/** A list of facts as a file: what goes out can come back in. */
@Component
class FactColumns {

  /** The places of a row's values, in the order of {@link #imported()}. */
  enum At {
    MEASURE,
    SUBJECT,
    PERIOD,
    BASIS,
    VALUE,
    UNIT,
    MISSING,
    SOURCE,
    EVIDENCE,
    BUREAU;

    String key() {
      return "fact-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    @Nullable String in(List<@Nullable String> row) {
      return row.get(ordinal());
    }
  }

  static final List<Exports.Column> EXPORTED =
      List.of(
          new Exports.Column("指标代码", 24),
          new Exports.Column("指标名称", 28),
          new Exports.Column("对象", 16),
          new Exports.Column("对象名称", 28),
          new Exports.Column("期间", 14),
          new Exports.Column("口径", 10),
          new Exports.Column("数值", 16),
          new Exports.Column("单位", 10),
          new Exports.Column("缺数原因", 24),
          new Exports.Column("来源", 36),
          new Exports.Column("佐证", 24),
          new Exports.Column("科室", 12),
          new Exports.Column("审核状态", 10),
          new Exports.Column("退回原因", 24),
          new Exports.Column("录入", 26),
          new Exports.Column("最后一步", 26),
          new Exports.Column("封印", 26));

  private static final Pattern MONTHS = Pattern.compile("(\\d{4})年(?:1[-—~至])?(\\d{1,2})月(?:份)?");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})年第?([1-4一二三四])季度?");
  private static final Set<String> NOTHING = Set.of("-", "--", "—", "——", "–", "/");

  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, String> bureaus = new HashMap<>();

  FactColumns(Texts texts) {
    for (Language language : Language.values()) {
      for (Basis basis : Basis.values()) {
        bases.put(texts.get(language, "facts.basis." + basis.code()), basis.code());
      }
      Facts.BUREAUS.forEach(room -> bureaus.put(texts.get(language, "menu." + room), room));
    }
  }

  List<Column> imported() {
    return List.of(
        column(At.MEASURE, true, FactColumns::text, "指标代码", "指标", "数据指标", "Measure"),
        column(At.SUBJECT, false, FactColumns::text, "对象", "Subject"),
        column(At.PERIOD, true, text -> value(period(text)), "期间", "报告期", "统计期", "Period"),
        column(At.BASIS, false, text -> value(bases.getOrDefault(text, text)), "口径", "Basis"),
        column(At.VALUE, false, text -> value(number(text)), "数值", "值", "数", "Value"),
        column(At.UNIT, false, FactColumns::text, "单位", "计量单位", "Unit"),
        column(At.MISSING, false, FactColumns::text, "缺数原因", "Why missing"),
        column(At.SOURCE, true, FactColumns::text, "来源", "数据来源", "Source"),
        column(At.EVIDENCE, false, FactColumns::text, "佐证", "Evidence"),
        column(At.BUREAU, false, text -> value(bureaus.getOrDefault(text, text)), "科室", "Bureau"));
  }

  private static Column column(
      At at, boolean required, org.mujian.documents.ImportKind.CellReader reader, String... names) {
    return new Column(at.key(), Arrays.asList(names), required, reader);
  }

  private static Cell text(String text) {
    return value(text.replace("\u0000", ""));
  }

  private static Cell value(@Nullable String text) {
    return new Cell.Value(text == null || text.isBlank() ? null : text);
  }

  /** As facts write it, also from 2026年3月, 2026年1-3月, 2026年一季度 and 2026年. */
  static String period(String text) {
    String bare = text.replaceAll("\\s", "");
    Matcher months = MONTHS.matcher(bare);
    if (months.matches() && months.group(2).length() <= 2) {
      String month = "%02d".formatted(Integer.parseInt(months.group(2)));
      boolean since = bare.matches("\\d{4}年1[-—~至].*");
      return months.group(1) + (since ? "-01.." : "-") + month;
    }
    Matcher quarter = QUARTER.matcher(bare);
    if (quarter.matches()) {
      int place = "一二三四".indexOf(quarter.group(2));
      return quarter.group(1) + "-Q" + (place < 0 ? quarter.group(2) : String.valueOf(place + 1));
    }
    return bare.matches("\\d{4}年") ? bare.substring(0, 4) : bare;
  }

  /** Digits; spreadsheets store 0.1 + 0.2 as 0.30000000000000004. */
  static @Nullable String number(String text) {
    String bare = text.replaceAll("[\\s,，]", "");
    if (NOTHING.contains(bare)) {
      return null;
    }
    return bare.matches("-?\\d{1,15}\\.\\d{9,30}")
        ? new BigDecimal(bare)
            .setScale(8, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : bare;
  }
}

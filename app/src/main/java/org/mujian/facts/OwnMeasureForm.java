package org.mujian.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;
import org.mujian.web.Page;
import org.springframework.util.MultiValueMap;

/** What is typed for a measure of the zone's own. */
final class OwnMeasureForm {

  private static final int LONGEST = 60;

  private OwnMeasureForm() {}

  /** The form's values for a measure that is to be changed. */
  static Map<String, String> typed(Measure own) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("code", own.code());
    typed.put("name", own.name());
    typed.put("nameEn", own.nameEn().equals(own.name()) ? "" : own.nameEn());
    typed.put("unit", own.shownUnit());
    typed.put("decimals", String.valueOf(own.decimals()));
    typed.put("official", own.official().code());
    typed.put("direction", own.direction().code());
    typed.put("source", own.source());
    own.periods().forEach(kind -> typed.put("period-" + kind, kind));
    return typed;
  }

  /**
   * @param errors filled by field
   * @return null when something is wrong
   */
  static @Nullable Measure read(
      Page page, MultiValueMap<String, String> typed, Map<String, String> errors) {
    String code = text(typed, "code").toLowerCase(java.util.Locale.ROOT);
    code = code.startsWith("own-") ? code : "own-" + code;
    if (!code.matches("own-[a-z0-9-]{1,40}")) {
      errors.put("code", page.t("facts.own.code.wrong", text(typed, "code")));
    }
    String name = needed(page, typed, "name", LONGEST, errors);
    String unit = needed(page, typed, "unit", 20, errors);
    String source = needed(page, typed, "source", 200, errors);
    if (!text(typed, "decimals").matches("[0-6]")) {
      errors.put("decimals", page.t("facts.own.decimals.wrong", text(typed, "decimals")));
    }
    List<String> periods = new ArrayList<>();
    for (Period.Kind kind : Period.Kind.values()) {
      if (typed.containsKey("period-" + kind.code())) {
        periods.add(kind.code());
      }
    }
    if (periods.isEmpty()) {
      errors.put("periods", page.t("facts.own.periods.none"));
    }
    Basis official = choice(Basis.values(), text(typed, "official"), Basis::code);
    Direction direction = choice(Direction.values(), text(typed, "direction"), Direction::code);
    if (official == null || direction == null) {
      errors.put(official == null ? "official" : "direction", page.t("facts.own.choose"));
    }
    if (official == null || direction == null || !errors.isEmpty()) {
      return null;
    }
    String english = text(typed, "nameEn");
    int shift = shift(unit);
    return new Measure(
        code,
        name,
        english.isEmpty() ? name : english,
        shift == 0 ? unit : unit.substring(1),
        unit,
        shift,
        Integer.parseInt(text(typed, "decimals")),
        periods,
        official,
        source,
        direction);
  }

  /** 万元 is kept in 元, 亿元 too. */
  private static int shift(String unit) {
    if (unit.length() < 2) {
      return 0;
    }
    return unit.startsWith("万") ? 4 : unit.startsWith("亿") ? 8 : 0;
  }

  private static <T> @Nullable T choice(
      T[] values, String code, java.util.function.Function<T, String> codeOf) {
    for (T value : values) {
      if (codeOf.apply(value).equals(code)) {
        return value;
      }
    }
    return null;
  }

  private static String needed(
      Page page,
      MultiValueMap<String, String> typed,
      String field,
      int longest,
      Map<String, String> errors) {
    String text = text(typed, field);
    if (text.isEmpty() || text.length() > longest) {
      errors.put(field, page.t("facts.own.text.wrong", longest));
    }
    return text;
  }

  private static String text(MultiValueMap<String, String> typed, String field) {
    String first = typed.getFirst(field);
    return first == null ? "" : first.strip();
  }
}

package org.mujian.facts;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mujian.units.Period;

/**
 * A draft as typed or posted, before it is understood.
 *
 * @param unit of the value: the measure's kept or shown one; empty means the kept one
 * @param value digits, thousands separators allowed; empty when there is none
 */
public record DraftForm(
    @Nullable String subject,
    @Nullable String measure,
    @Nullable String basis,
    @Nullable String period,
    @Nullable String value,
    @Nullable String unit,
    @Nullable String missing,
    @Nullable String source,
    @Nullable String evidence,
    @Nullable String bureau) {

  static final int LONGEST = 500;

  /** What could not be understood: field to reason, for people. */
  static final class NotUnderstood extends RuntimeException {
    private final transient Map<String, String> errors;

    NotUnderstood(Map<String, String> errors) {
      super(String.join("；", errors.values()));
      this.errors = errors;
    }

    Map<String, String> errors() {
      return errors;
    }
  }

  /**
   * @param bureaus for which the account may put figures in
   * @throws NotUnderstood with every wrong field
   */
  Draft read(long zone, Measures measures, List<String> bureaus) {
    return read(zone, code -> measures.find(zone, code).orElse(null), bureaus);
  }

  /** The same with measures that are at hand. */
  Draft read(long zone, Function<String, @Nullable Measure> measures, List<String> bureaus) {
    Map<String, String> errors = new LinkedHashMap<>();
    Measure found = measures.apply(text(measure));
    if (found == null) {
      errors.put("measure", "没有指标“" + text(measure) + "”；请从列表中选一个");
    }
    Subject about = read(errors, "subject", () -> Subject.parse(text(subject), zone));
    Basis by = read(errors, "basis", () -> Basis.of(text(basis)));
    Period when = period(errors, found);
    BigDecimal number = found == null ? null : value(errors, found);
    if (number == null && !errors.containsKey("value") && text(missing).isEmpty()) {
      errors.put("value", "请填数值；确实没有的，请写明原因");
    }
    if (number != null && !text(missing).isEmpty()) {
      errors.put("missing", "已填数值，就不要再写缺数原因");
    }
    if (text(source).isEmpty()) {
      errors.put("source", "请写来源，例如文件名和日期");
    }
    for (var field :
        Map.of("source", text(source), "evidence", text(evidence), "missing", text(missing))
            .entrySet()) {
      if (field.getValue().length() > LONGEST) {
        errors.put(field.getKey(), "最长 " + LONGEST + " 个字，现在是 " + field.getValue().length());
      }
    }
    if (!bureaus.contains(text(bureau))) {
      errors.put("bureau", "请选本人所属的科室");
    }
    if (found == null || about == null || by == null || when == null || !errors.isEmpty()) {
      throw new NotUnderstood(errors);
    }
    return new Draft(
        about,
        found,
        by,
        when,
        number,
        number == null ? text(missing) : null,
        text(source),
        text(evidence),
        text(bureau));
  }

  private @Nullable Period period(Map<String, String> errors, @Nullable Measure measure) {
    try {
      Period read = Period.parse(text(period));
      if (measure != null && !measure.takes(read)) {
        errors.put("period", "“" + measure.name() + "”不按这种期间统计：" + read);
      }
      return read;
    } catch (DateTimeParseException e) {
      errors.put(
          "period", "期间应写作 2026、2026-Q1、2026-03、2026-01..03 或 2026-03-15，不是“" + text(period) + "”");
      return null;
    }
  }

  private @Nullable BigDecimal value(Map<String, String> errors, Measure measure) {
    String digits = text(value).replace(",", "").replace("，", "");
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("-?[0-9]{1,13}(\\.[0-9]{1,8})?")) {
      errors.put("value", "数值应是数字，整数部分最多 13 位，不是“" + text(value) + "”");
      return null;
    }
    BigDecimal number = new BigDecimal(digits);
    String in = text(unit);
    if (in.isEmpty() || in.equals(measure.unit())) {
      return number;
    }
    if (in.equals(measure.shownUnit())) {
      return measure.keep(number);
    }
    errors.put(
        "unit",
        "“%s”的单位是%s或%s，不是“%s”".formatted(measure.name(), measure.unit(), measure.shownUnit(), in));
    return null;
  }

  private static <T> @Nullable T read(
      Map<String, String> errors, String field, java.util.function.Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      errors.put(field, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field.strip();
  }
}

package org.mujian.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.web.Page;

/** Reads a form's fields and collects what is wrong with them, by field. */
final class Inputs {

  private final Page page;
  private final Map<String, String> errors = new LinkedHashMap<>();

  Inputs(Page page) {
    this.page = page;
  }

  Map<String, String> errors() {
    return errors;
  }

  /** Required. */
  String text(String field, String typed, int longest) {
    String text = typed.strip();
    if (text.isEmpty()) {
      errors.put(field, page.t("land.form.missing"));
    } else if (text.length() > longest) {
      errors.put(field, page.t("land.form.long", longest));
    }
    return text;
  }

  @Nullable LocalDate date(String field, String typed, boolean required) {
    if (typed.isBlank()) {
      if (required) {
        errors.put(field, page.t("land.form.missing"));
      }
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      errors.put(field, page.t("land.form.date", typed));
      return null;
    }
  }

  @Nullable BigDecimal number(String field, String typed, boolean required) {
    if (typed.isBlank()) {
      if (required) {
        errors.put(field, page.t("land.form.missing"));
      }
      return null;
    }
    String plain = typed.strip().replace(",", "");
    if (!plain.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      errors.put(field, page.t("land.form.number", typed));
      return null;
    }
    return new BigDecimal(plain);
  }
}

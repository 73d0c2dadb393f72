package org.mujian.services;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.services.cases.ServiceRefused;

/** What was typed into a form of this room: kept as typed until it is right. */
public record Typed(Map<String, String> fields) {

  public static final Typed NOTHING = new Typed(Map.of());

  public Typed {
    fields = Map.copyOf(fields);
  }

  public String get(String field) {
    return fields.getOrDefault(field, "");
  }

  /** The field, or {@code otherwise} when nothing was typed. */
  public String get(String field, String otherwise) {
    return fields.containsKey(field) ? get(field) : otherwise;
  }

  /**
   * @throws ServiceRefused when it is no date
   */
  @Nullable LocalDate date(String field) {
    String text = get(field).strip().replace('/', '-').replace('.', '-');
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ServiceRefused("日期“" + get(field) + "”看不懂，应如 2026-03-02");
    }
  }

  /** The version that the person saw; null when the form had none. */
  @Nullable Integer version() {
    return get("version").matches("\\d{1,9}") ? Integer.valueOf(get("version")) : null;
  }

  /**
   * @throws ServiceRefused when it is no whole number of days
   */
  int days(String field) {
    String text = get(field).strip();
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new ServiceRefused("天数“" + get(field) + "”应是 1 到 3660 的整数");
    }
    int days = Integer.parseInt(text);
    if (days > 3660) {
      throw new ServiceRefused("天数“" + get(field) + "”应是 1 到 3660 的整数");
    }
    return days;
  }
}

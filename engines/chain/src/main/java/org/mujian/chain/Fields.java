package org.mujian.chain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of one YAML mapping, read strictly; what is wrong goes to {@code faults}. */
final class Fields {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  private final String where;
  private final Map<?, ?> map;
  private final List<String> faults;
  private final Set<String> known = new HashSet<>();

  Fields(String where, Map<?, ?> map, List<String> faults) {
    this.where = where;
    this.map = map;
    this.faults = faults;
  }

  String text(String field) {
    known.add(field);
    Object value = map.get(field);
    if (value instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    faults.add(
        value == null
            ? where + " 缺少 " + field
            : where + " 的 " + field + "“" + value + "”应是文字（数字和日期请加引号）");
    return "";
  }

  String code(String field) {
    String code = text(field);
    if (!code.isEmpty() && !CODE.matcher(code).matches()) {
      faults.add(where + " 的 " + field + "“" + code + "”应由小写字母、数字和连字符组成");
    }
    return code;
  }

  <E extends Enum<E>> E choice(String field, E[] choices, E otherwise) {
    String text = text(field);
    for (E choice : choices) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(text)) {
        return choice;
      }
    }
    if (!text.isEmpty()) {
      String all =
          String.join(
              "、", Arrays.stream(choices).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
      faults.add(where + " 的 " + field + "“" + text + "”应是 " + all + " 之一");
    }
    return otherwise;
  }

  /** False when absent. */
  boolean flag(String field) {
    known.add(field);
    Object value = map.get(field);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    faults.add(where + " 的 " + field + "“" + value + "”应是 true 或 false");
    return false;
  }

  List<?> list(String field) {
    known.add(field);
    Object value = map.get(field);
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    faults.add(where + (value == null ? " 缺少 " + field : " 的 " + field + " 应是不空的列表"));
    return List.of();
  }

  List<String> texts(String field) {
    return texts(field, list(field));
  }

  List<String> optionalTexts(String field) {
    known.add(field);
    Object value = map.get(field);
    if (value == null || value instanceof List<?> list && list.isEmpty()) {
      return List.of();
    }
    return texts(field);
  }

  List<?> optionalList(String field) {
    known.add(field);
    Object value = map.get(field);
    return value == null || value instanceof List<?> list && list.isEmpty()
        ? List.of()
        : list(field);
  }

  /** Above zero. */
  BigDecimal number(String field) {
    known.add(field);
    if (map.get(field) instanceof Number given
        && Double.isFinite(given.doubleValue())
        && given.doubleValue() > 0) {
      return new BigDecimal(given.toString());
    }
    faults.add(where + " 的 " + field + "“" + map.get(field) + "”应是大于零的数");
    return BigDecimal.ZERO;
  }

  private List<String> texts(String field, List<?> values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof String text && !text.isBlank()) {
        texts.add(text.strip());
      } else {
        faults.add(where + " 的 " + field + " 里“" + value + "”应是文字");
      }
    }
    return texts;
  }

  void refuseOthers() {
    for (Object key : map.keySet()) {
      if (!(key instanceof String name) || !known.contains(name)) {
        faults.add(where + " 有不认识的字段“" + key + "”");
      }
    }
  }
}

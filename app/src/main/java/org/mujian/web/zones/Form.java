package org.mujian.web.zones;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form, and what is wrong with it.
 *
 * @param errors by field, in the order in which they were found; shown on top and beside the field
 */
public record Form(MultiValueMap<String, String> values, Map<String, String> errors) {

  static Form of(MultiValueMap<String, String> values) {
    return new Form(values, new LinkedHashMap<>());
  }

  /** As typed, without the blanks around it; empty when absent. */
  public String get(String field) {
    String value = values.getFirst(field);
    return value == null ? "" : value.strip();
  }

  /** The values of a column of fields with the same name. */
  public List<String> column(String field) {
    return values.getOrDefault(field, List.of()).stream().map(String::strip).toList();
  }

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  void wrong(String field, String why) {
    errors.putIfAbsent(field, why);
  }

  boolean holds() {
    return errors.isEmpty();
  }

  /** A whole number; 0 and an error when it is none. */
  int number(String field, String otherwise) {
    try {
      return Integer.parseInt(get(field));
    } catch (NumberFormatException e) {
      wrong(field, otherwise);
      return 0;
    }
  }
}

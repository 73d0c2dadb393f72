package org.mujian.enterprises;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list is narrowed and ordered by, as it stands in the address: a list can be sent to a
 * colleague. Only the names known here, and only with a value.
 */
public record Filters(Map<String, String> values) {

  static final List<String> NAMES =
      List.of(
          "q",
          "in",
          "division",
          "industry",
          "status",
          "registeredFrom",
          "registeredTo",
          "capitalFrom",
          "capitalTo",
          "sort");

  static Filters of(Map<String, String> asked) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = asked.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        kept.put(name, value);
      }
    }
    return new Filters(kept);
  }

  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** With one more, or another value; without it for "". */
  public Filters with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return of(changed);
  }

  /** Whether anything narrows the list: the order does not. */
  public boolean narrow() {
    return values.keySet().stream().anyMatch(name -> !name.equals("sort"));
  }

  public String address(String path) {
    return values.isEmpty() ? path : path + "?" + query();
  }

  /** The address of a page of the list, to be completed by a number. */
  public String pages(String path) {
    return path + "?" + (values.isEmpty() ? "" : query() + "&") + "page=";
  }

  private String query() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

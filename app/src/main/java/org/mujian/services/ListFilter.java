package org.mujian.services;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mujian.web.Chip;

/** The filters of a list, as its address has them. */
public record ListFilter(Map<String, String> values) {

  /** Keeps what is asked of the names known. */
  static ListFilter of(Map<String, String> asked, String... names) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : names) {
      String value = asked.getOrDefault(name, "").strip();
      if (!value.isEmpty() && value.length() <= 100) {
        kept.put(name, value);
      }
    }
    return new ListFilter(kept);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean is(String name, String value) {
    return get(name).equals(value);
  }

  public ListFilter with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new ListFilter(changed);
  }

  public String address(String path) {
    return values.isEmpty() ? path : path + "?" + query();
  }

  /** The list's address, ending in {@code page=}. */
  public String pages(String path) {
    return path + "?" + (values.isEmpty() ? "" : query() + "&") + "page=";
  }

  private String query() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  Chip chip(String path, String name, String value, String text) {
    boolean on = is(name, value);
    return new Chip(text, with(name, on ? "" : value).address(path), on, true);
  }

  /** The part of a list that page {@code at} shows, from 0. */
  static <T> List<T> page(List<T> all, int at, int size) {
    int from = (int) Math.min((long) Math.max(at, 0) * size, all.size());
    return all.subList(from, Math.min(from + size, all.size()));
  }
}

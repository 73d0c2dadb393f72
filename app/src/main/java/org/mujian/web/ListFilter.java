package org.mujian.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The filters of a list, as its address has them. */
public record ListFilter(Map<String, String> values) {

  /** Keeps what is asked of the names known. */
  public static ListFilter of(Map<String, String> asked, String... names) {
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

  public boolean is(String name, String value) {
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

  public Chip chip(String path, String name, String value, String text) {
    boolean on = is(name, value);
    return new Chip(text, with(name, on ? "" : value).address(path), on, true);
  }

  /** Whether any of the texts holds what is searched for; true when nothing is. */
  public boolean finds(String... texts) {
    String sought = get("q").toLowerCase(Locale.ROOT);
    return sought.isEmpty()
        || Arrays.stream(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
  }

  /** Orders by what {@code sort} names, downwards after "-"; else the list stays as it comes. */
  public <T> List<T> sorted(List<T> all, Map<String, Comparator<T>> orders) {
    boolean down = get("sort").startsWith("-");
    Comparator<T> order = orders.get(down ? get("sort").substring(1) : get("sort"));
    return order == null ? all : all.stream().sorted(down ? order.reversed() : order).toList();
  }

  /** The part of a list that page {@code at} shows, from 0. */
  public static <T> List<T> page(List<T> all, int at, int size) {
    int from = (int) Math.min((long) Math.max(at, 0) * size, all.size());
    return all.subList(from, Math.min(from + size, all.size()));
  }
}

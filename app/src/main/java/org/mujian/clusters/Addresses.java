package org.mujian.clusters;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mujian.web.Chip;

/** Addresses of lists with their filters. */
final class Addresses {

  private Addresses() {}

  static String of(String path, Map<String, String> filters) {
    return filters.isEmpty()
        ? path
        : path
            + "?"
            + filters.entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
  }

  /** Puts the filter on, or takes it away when it is on. */
  static Chip chip(
      String path, Map<String, String> filters, String name, String value, String text) {
    boolean on = value.equals(filters.get(name));
    Map<String, String> changed = new LinkedHashMap<>(filters);
    if (on) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Chip(text, of(path, changed), on, true);
  }
}

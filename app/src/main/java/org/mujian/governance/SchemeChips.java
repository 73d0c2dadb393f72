package org.mujian.governance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mujian.web.Chip;
import org.mujian.web.Page;

/** The filters of a scheme's list: class and bureau. */
final class SchemeChips {

  private SchemeChips() {}

  static List<Chip> of(Page page, StoredScheme scheme, String part, String bureau) {
    String href = page.in("governance/schemes/" + scheme.head().id());
    List<Chip> chips = new ArrayList<>();
    for (StoredScheme.Part p : scheme.parts()) {
      boolean on = p.code().equals(part);
      chips.add(new Chip(p.name(), href + query(on ? "" : p.code(), bureau), on, true));
    }
    scheme.lines().stream()
        .map(StoredScheme.Line::bureau)
        .distinct()
        .sorted()
        .forEach(
            b -> {
              boolean on = b.equals(bureau);
              chips.add(new Chip(b, href + query(part, on ? "" : b), on, true));
            });
    return chips;
  }

  private static String query(String part, String bureau) {
    List<String> parts = new ArrayList<>();
    if (!part.isEmpty()) {
      parts.add("part=" + URLEncoder.encode(part, StandardCharsets.UTF_8));
    }
    if (!bureau.isEmpty()) {
      parts.add("bureau=" + URLEncoder.encode(bureau, StandardCharsets.UTF_8));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}

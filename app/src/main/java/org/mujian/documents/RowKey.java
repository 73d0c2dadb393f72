package org.mujian.documents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a row in an exported list, so that it is known when the list comes back: which row of which
 * kind and zone, and in which version it went out.
 */
public record RowKey(String kind, long zone, long id, int version) {

  /** The column's header. */
  public static final String HEADER = "行键";

  private static final Pattern TEXT =
      Pattern.compile("([a-z-]{1,40})/(\\d{1,18})/(\\d{1,18})/(\\d{1,9})");

  /** For the first column of an export. */
  public String text() {
    return kind + "/" + zone + "/" + id + "/" + version;
  }

  static Optional<RowKey> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RowKey(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Integer.parseInt(parts.group(4))))
        : Optional.empty();
  }
}

package org.mujian.projects.dispatch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of the table is about: written in its first column, read back when the table returns.
 *
 * @param version the project's at the time of export, which tells whether it changed since
 * @param problem the problem shown, 0 for none
 */
public record RowKey(String zone, long project, int version, long problem) {

  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9-]{1,30})-(\\d{1,18})-(\\d{1,9})-(\\d{1,18})");

  public String text() {
    return zone + "-" + project + "-" + version + "-" + problem;
  }

  public static Optional<RowKey> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new RowKey(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Long.parseLong(matcher.group(4))))
        : Optional.empty();
  }
}

package org.mujian.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * As of when figures are read: now, as known at the end of a day in China, or as of a seal. What
 * awaits its seal is known now only.
 */
public record AsKnown(@Nullable Instant until, @Nullable Long seal) {

  public static final AsKnown NOW = new AsKnown(null, null);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** At the end of {@code day}, China's time. */
  public static AsKnown on(LocalDate day) {
    return new AsKnown(day.plusDays(1).atStartOfDay(CHINA).toInstant(), null);
  }

  /** As the seal with that number found it: a report pinned to it reads the same for ever. */
  public static AsKnown atSeal(long number) {
    return new AsKnown(null, number);
  }

  /**
   * Reads a date, {@code #number} of a seal, or nothing for now.
   *
   * @throws IllegalArgumentException naming the text
   */
  static AsKnown parse(String text) {
    if (text.isBlank()) {
      return NOW;
    }
    if (text.matches("#[0-9]{1,18}")) {
      return atSeal(Long.parseLong(text.substring(1)));
    }
    try {
      return on(LocalDate.parse(text));
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("截至日期应写作 2026-03-31，或封印号 #120，不是“" + text + "”", e);
    }
  }

  boolean isNow() {
    return until == null && seal == null;
  }
}

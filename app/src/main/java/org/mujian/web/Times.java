package org.mujian.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as pages show them: in China's time, to the minute. */
public final class Times {

  /** Statutory dates and all times shown are Beijing's. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CHINA);

  private Times() {}

  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}

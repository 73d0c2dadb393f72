package org.mujian.administration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants in China's time, to the second: a trail is read closely. */
public final class When {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private When() {}

  public static String second(Instant instant) {
    return SECOND.format(instant);
  }
}

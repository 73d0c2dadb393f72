package org.mujian.facts;

import java.util.Locale;

/** Which way a measure is good. */
public enum Direction {
  NONE,
  HIGHER,
  LOWER;

  /** As the database and message keys write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

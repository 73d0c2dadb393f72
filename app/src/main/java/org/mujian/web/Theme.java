package org.mujian.web;

import java.util.Arrays;

/** The colours of the pages. */
public enum Theme {
  AUTO("auto"),
  LIGHT("light"),
  DARK("dark");

  private final String code;

  Theme(String code) {
    this.code = code;
  }

  /** As the page's {@code data-theme} attribute and the cookie write it. */
  public String code() {
    return code;
  }

  /** The theme with that code; the system's for any other text. */
  static Theme of(String code) {
    return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst().orElse(AUTO);
  }
}

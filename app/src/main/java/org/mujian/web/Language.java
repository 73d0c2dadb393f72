package org.mujian.web;

import java.util.Arrays;
import java.util.Locale;

/** The languages of the pages. What users typed stays as they typed it. */
public enum Language {
  SIMPLIFIED("zh-Hans", Locale.SIMPLIFIED_CHINESE, "简体"),
  TRADITIONAL("zh-Hant", Locale.TRADITIONAL_CHINESE, "繁體"),
  ENGLISH("en", Locale.ENGLISH, "English");

  private final String tag;
  private final Locale locale;
  private final String label;

  Language(String tag, Locale locale, String label) {
    this.tag = tag;
    this.locale = locale;
    this.label = label;
  }

  /** BCP 47, as in the page's {@code lang} attribute. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return locale;
  }

  /** Its name in itself. */
  public String label() {
    return label;
  }

  /** The language with that tag; simplified Chinese for any other text. */
  public static Language of(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst().orElse(SIMPLIFIED);
  }
}

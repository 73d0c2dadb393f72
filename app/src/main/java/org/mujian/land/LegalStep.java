package org.mujian.land;

import java.util.Locale;

/** The legal track, in its usual order. Each step is another authority's; the zone records it. */
public enum LegalStep implements Worded {
  PLANNING,
  BOUNDARY,
  CONVERSION,
  EXPROPRIATION,
  STORAGE,
  CLEAR,
  SUPPLY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "land.step." + code();
  }
}

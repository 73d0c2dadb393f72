package org.mujian.land;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The eight connections and the levelling, in the order of the zone's tables. */
public enum ConnectionKind implements Worded {
  ROAD(null),
  WATER("water"),
  RAIN(null),
  SEWAGE("sewage"),
  POWER("power"),
  HEAT("heat"),
  GAS("gas"),
  TELECOM(null),
  LEVELLING(null);

  private final @Nullable String factor;

  ConnectionKind(@Nullable String factor) {
    this.factor = factor;
  }

  /** The kind of factor account that tells what may still be drawn through it; null for none. */
  public @Nullable String factor() {
    return factor;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "land.connection." + code();
  }

  public static ConnectionKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

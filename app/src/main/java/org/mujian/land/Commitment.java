package org.mujian.land;

import java.util.Locale;

/** The commitment track: to whom a parcel is promised, and how firmly. */
public enum Commitment implements Worded {
  FREE,
  /** 意向预留: an intention, never a right. */
  RESERVED,
  LISTED,
  CONTRACTED,
  BUILDING,
  BUILT,
  IDLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "land.commitment." + code();
  }
}

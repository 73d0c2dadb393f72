package org.mujian.land;

import java.util.Locale;

/** What a parcel is on the map: one word and one colour, taken from its three tracks. */
public enum ParcelStatus implements Worded {
  SUPPLYABLE,
  WAITING,
  LEGAL,
  RESERVED,
  COMMITTED,
  IDLE,
  BLOCKED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "land.status." + code();
  }

  static ParcelStatus of(
      Commitment commitment, boolean landable, boolean clear, Supplyable supplyable) {
    return switch (commitment) {
      case IDLE -> IDLE;
      case LISTED, CONTRACTED, BUILDING, BUILT -> COMMITTED;
      case RESERVED -> RESERVED;
      case FREE -> !landable ? BLOCKED : supplyable.now() ? SUPPLYABLE : clear ? WAITING : LEGAL;
    };
  }
}

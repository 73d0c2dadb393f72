package org.mujian.zone;

import org.jspecify.annotations.Nullable;

/**
 * A province, city or county.
 *
 * @param code GB/T 2260, six digits: 210000, 211100, 211122
 * @param parent null for a province
 */
public record Division(String code, String name, @Nullable String parent) {

  /** The digits that it shares with all that lies in it: 21, 2111, 211122. */
  public String prefix() {
    return code.endsWith("0000")
        ? code.substring(0, 2)
        : code.endsWith("00") ? code.substring(0, 4) : code;
  }
}
